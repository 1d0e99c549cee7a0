import { afterAll, beforeAll, expect, test } from "vitest";
import { decideAnswer } from "#app/contracts/post-purchase.ts";
import type { PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import { saveUninstalled } from "#app/stores/shops.ts";
import { DEMO_SHOP, LUNCH_BAG, NOON, pounds, someProduct, someRule, someVariant } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { pageToken, REFERENCE, someLineItem } from "./post-purchase-token.ts";
import { type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const database = await testDatabase();
let server: ShoppersServer;

const rule = someRule();
const worded = someRule({
  path: {
    offer: {
      ...rule.path.offer,
      words: { headline: { en: "One more thing", de: "Noch etwas" }, reason: { en: "Goes well with it" } },
    },
  },
});
/** For who bought a lunch bag. */
const askedOnce = someRule({
  id: "asked-once" as RuleId,
  when: { all: [{ kind: "product", lines: "any", products: [LUNCH_BAG] }] },
  limits: { oncePerCustomer: {} },
});

beforeAll(async () => {
  await openShop(database, { rules: [worded, askedOnce] });
  server = await shoppersServer(database);
  await server.live.warm([DEMO_SHOP]);
});

afterAll(async () => {
  await server.close();
});

async function offerTo(purchase: Record<string, unknown>, input: Record<string, unknown> = {}) {
  const { status, body } = await server.post("decide", pageToken(NOON, purchase, input));
  expect(status).toBe(200);
  const answer = decideAnswer.parse(body);
  return answer.kind === "show" ? answer.offer : undefined;
}

const decisionsOf = (reference: string) =>
  server.decisions
    .flush()
    .then(() => database.inShop(DEMO_SHOP, (tenant) => loadDecisions(tenant, reference as PurchaseReference)));

test("a shopper who bought a teacup is offered the cakestand, 15 % off", async () => {
  expect(await offerTo({ referenceId: "shown" })).toEqual({
    step: 1,
    kind: "cross-sell",
    arrangement: "one-of",
    products: [
      {
        title: "Regency Cakestand 3 Tier",
        pieces: 1,
        variants: [
          {
            variantId: "2002",
            title: "Default Title",
            price: { minor: 1275, currency: "GBP" },
            offerPrice: { minor: 1084, currency: "GBP" },
            quantityMost: 2,
          },
        ],
      },
    ],
    discount: { kind: "percent", percent: 15 },
    follows: { accepted: false, declined: false },
    headline: "One more thing",
    reason: "Goes well with it",
    because: "Regency Teacup",
    ticket: expect.any(String),
  });
});

test("a shopper from Zürich reads the merchant's German words, and the page's own German where there are none", async () => {
  const offer = await offerTo({ referenceId: "german" }, { locale: "de-CH" });
  expect(offer).toMatchObject({ headline: "Noch etwas" });
  expect(offer).not.toHaveProperty("reason");
});

test("a shopper who bought something else is shown nothing, and the evidence says why", async () => {
  const product = { id: 1009, title: "Jam Pan", variant: { id: 2009, title: "", metafields: [] }, metafields: [] };
  expect(await offerTo({ referenceId: "unfit", lineItems: [someLineItem({ product })] })).toBeUndefined();
  const [record] = await decisionsOf("unfit");
  expect(record?.made.decision).toMatchObject({ kind: "nothing", reason: "no-rule-fits" });
});

test("a shopper who pays in euros is shown nothing", async () => {
  const shopMoney = { amount: "48.20", currencyCode: "GBP" };
  const presentmentMoney = { amount: "56.10", currencyCode: "EUR" };
  expect(await offerTo({ referenceId: "euros", totalPriceSet: { shopMoney, presentmentMoney } })).toBeUndefined();
});

test("the same purchase asked about again has the same answer, and is one decision", async () => {
  const first = await offerTo({ referenceId: "twice" });
  expect(first).toBeDefined();
  expect(await offerTo({ referenceId: "twice" })).toEqual(first);
  expect(await decisionsOf("twice")).toHaveLength(1);
});

test("a shopper whose name is typed after the checkout was opened is offered what only known customers are", async () => {
  const product = { id: Number(LUNCH_BAG), title: "Lunch Bag", variant: { id: 2003, title: "", metafields: [] } };
  const lunchBag = {
    referenceId: "named-later",
    lineItems: [someLineItem({ product: { ...product, metafields: [] } })],
  };
  expect(await offerTo({ ...lunchBag, customerId: undefined })).toBeUndefined();
  expect(await offerTo(lunchBag)).toMatchObject({ products: [{ title: "Regency Cakestand 3 Tier" }] });
});

test("who may have said no in the cart is shown nothing while the database doesn't say", async () => {
  const shop = "with-a-cart.myshopify.com" as Shop;
  await openShop(database, { shop, rules: [someRule({ surfaces: ["cart", "post-purchase"] })] });
  const hurried = await shoppersServer(database, { historyWithinMs: 0 });
  try {
    const token = pageToken(NOON, { referenceId: "cart" }, { shop: { id: 2, domain: shop, metafields: [] } });
    for (const each of [hurried, server]) await each.live.warm([shop]);
    expect((await hurried.post("decide", token)).body).toEqual({ kind: "nothing" });
    expect((await server.post("decide", token)).body).toMatchObject({ kind: "show" });
  } finally {
    await hurried.close();
  }
});

test("another process that is asked about the same purchase makes the same decision", async () => {
  await offerTo({ referenceId: "two-processes" });
  const other = await shoppersServer(database);
  await other.live.warm([DEMO_SHOP]);
  await other.post("decide", pageToken(NOON, { referenceId: "two-processes" }));
  await other.close();
  expect(await decisionsOf("two-processes")).toHaveLength(1);
});

test("a process that starts after a price has changed keeps the offer that it made, beside the one made before", async () => {
  const shop = "restarted.myshopify.com" as Shop;
  const token = pageToken(NOON, {}, { shop: { id: 1, domain: shop, metafields: [] } });
  await openShop(database, { shop });
  await server.live.warm([shop]);
  await server.post("decide", token);
  await server.decisions.flush();
  const dearer = someProduct({ variants: [someVariant({ price: pounds(20) })], updatedAt: NOON + 1 });
  await database.inShop(shop, (tenant) => saveProducts(tenant, [dearer]));
  const other = await shoppersServer(database);
  await other.live.warm([shop]);
  other.now = NOON + 1_000;
  await other.post("decide", token);
  await other.close();
  const kept = await database.inShop(shop, (tenant) => loadDecisions(tenant, REFERENCE as PurchaseReference));
  expect(kept.map(({ made }) => made.decision)).toMatchObject([
    { kind: "show", offer: { products: [{ variants: [{ offerPrice: pounds(10.84) }] }] } },
    { kind: "show", offer: { products: [{ variants: [{ offerPrice: pounds(17) }] }] } },
  ]);
});

test("a purchase that changed before payment is decided anew, and its old ticket is worth nothing", async () => {
  const before = await offerTo({ referenceId: "changed" });
  const more = { referenceId: "changed", lineItems: [someLineItem({ quantity: 3 })] };
  const after = await offerTo(more);
  expect(after?.ticket).not.toBe(before?.ticket);
  expect(await decisionsOf("changed")).toHaveLength(2);
  const pick = { items: [{ variantId: "2002", quantity: 1 }] };
  const stale = await server.post("accept", pageToken(NOON, more), { ...pick, ticket: before?.ticket });
  expect(stale).toMatchObject({ status: 409, body: { error: { code: "ticket-stale" } } });
  const good = await server.post("accept", pageToken(NOON, more), { ...pick, ticket: after?.ticket });
  expect(good).toMatchObject({ status: 200, body: { kind: "accepted" } });
});

test("a shopper who thinks for an hour and a half gets a fresh ticket for the same decision", async () => {
  const first = await offerTo({ referenceId: "slow" });
  server.now = NOON + 90 * 60_000;
  const second = await offerTo({ referenceId: "slow" });
  server.now = NOON;
  expect(second?.ticket).not.toBe(first?.ticket);
  expect({ ...second, ticket: "" }).toEqual({ ...first, ticket: "" });
  expect(await decisionsOf("slow")).toHaveLength(1);
});

test("a shop that is not in memory yet is shown nothing once, and then its offer", async () => {
  const idle = "idle.myshopify.com" as Shop;
  await openShop(database, { shop: idle });
  const ask = () => server.post("decide", pageToken(NOON, {}, { shop: { id: 1, domain: idle, metafields: [] } }));
  expect((await ask()).body).toEqual({ kind: "nothing" });
  await expect.poll(async () => (await ask()).body).toMatchObject({ kind: "show" });
});

test("a shop that never had the app is refused as soon as that is known", async () => {
  const shop = { id: 1, domain: "stranger.myshopify.com", metafields: [] };
  const ask = () => server.post("decide", pageToken(NOON, {}, { shop }));
  expect(await ask()).toMatchObject({ status: 200, body: { kind: "nothing" } });
  await expect.poll(async () => (await ask()).status).toBe(401);
});

test("a shop that uninstalls is decided for no more", async () => {
  const gone = "gone.myshopify.com" as Shop;
  await openShop(database, { shop: gone });
  await server.live.warm([gone]);
  const ask = () => server.post("decide", pageToken(NOON, {}, { shop: { id: 1, domain: gone, metafields: [] } }));
  expect((await ask()).body).toMatchObject({ kind: "show" });
  await saveUninstalled(database, gone, NOON + 1);
  await expect.poll(async () => (await ask()).status).toBe(401);
});

test("a mistake of ours shows nothing, and leaves a line in the log", async () => {
  const broken = "broken.myshopify.com" as Shop;
  const wordless = { ...rule.path.offer, words: null as never };
  await openShop(database, { shop: broken, rules: [someRule({ path: { offer: wordless } })] });
  await server.live.warm([broken]);
  const answer = await server.post("decide", pageToken(NOON, {}, { shop: { id: 1, domain: broken, metafields: [] } }));
  expect(answer).toMatchObject({ status: 200, body: { kind: "nothing" } });
  expect(server.logLines.join("")).toContain("deciding failed: nothing is shown");
});

test("a purchase of sixty lines comes through, token and all", async () => {
  const lineItems = Array.from({ length: 60 }, () => someLineItem());
  const token = pageToken(NOON, { referenceId: "sixty", lineItems });
  expect(token.length).toBeGreaterThan(16 * 1024);
  expect(await server.post("decide", token)).toMatchObject({ status: 200, body: { kind: "show" } });
});
