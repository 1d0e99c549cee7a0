import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AcceptAnswer, acceptAnswer, decideAnswer, type OfferView } from "#app/contracts/post-purchase.ts";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { PurchaseReference } from "#app/core/values/ids.ts";
import { percentOf } from "#app/core/values/money.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { markDeleted, saveProducts } from "#app/stores/catalog.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import { saveInstalled, saveUninstalled } from "#app/stores/shops.ts";
import {
  CAKESTAND,
  DEMO_SHOP,
  GBP,
  NOON,
  pounds,
  someProduct,
  someRule,
  someVariant,
} from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { API_KEY, claimsOf, pageToken } from "./post-purchase-token.ts";
import { type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const database = await testDatabase();
let server: ShoppersServer;
let purchases = 0;
let reference = "";
let updates = 0;

beforeAll(async () => {
  await openShop(database);
  server = await shoppersServer(database);
  await server.live.warm([DEMO_SHOP]);
});

beforeEach(async () => {
  purchases += 1;
  reference = `purchase-${purchases}`;
  await restock(someProduct());
});

afterAll(async () => {
  await server.close();
});

/** The product as the shop has it from now on, in the database and in the server's memory. */
async function restock(product: CatalogProduct): Promise<void> {
  updates += 1;
  const updatedAt = NOON + updates;
  await database.inShop(DEMO_SHOP, (tenant) => saveProducts(tenant, [{ ...product, updatedAt }]));
  await expect
    .poll(() => server.live.of(DEMO_SHOP)?.catalog.products.get(CAKESTAND)?.updatedAt, { interval: 5 })
    .toBe(updatedAt);
}

async function offered(): Promise<OfferView> {
  const answer = decideAnswer.parse((await server.post("decide", pageToken(NOON, { referenceId: reference }))).body);
  if (answer.kind !== "show") throw new Error("nothing was offered");
  return answer.offer;
}

const accept = (ticket: string, pick: { variantId?: string; quantity?: number } = {}, to = server) =>
  to.post("accept", pageToken(NOON, { referenceId: reference }), {
    ticket,
    items: [{ variantId: "2002", quantity: 1, ...pick }],
  });

async function accepted(
  ticket: string,
  pick: { quantity?: number } = {},
  to = server,
): Promise<Record<string, unknown>> {
  const answer: AcceptAnswer = acceptAnswer.parse((await accept(ticket, pick, to)).body);
  if (answer.kind !== "accepted") throw new Error(`not accepted: ${answer.kind}`);
  return claimsOf(answer.changeset);
}

const kept = () => database.inShop(DEMO_SHOP, (tenant) => loadAcceptances(tenant, reference as PurchaseReference));

const keptEvents = () => database.inShop(DEMO_SHOP, ({ db }) => db.shopperEvent.findMany({ where: { reference } }));

test("a yes is kept and answered with a changeset that Shopify can verify", async () => {
  const claims = await accepted((await offered()).ticket, { quantity: 2 });
  const [acceptance] = await kept();
  expect(claims).toEqual({
    iss: API_KEY,
    sub: reference,
    iat: NOON / 1000,
    exp: NOON / 1000 + 300,
    jti: acceptance?.jti,
    changes: [
      {
        type: "add_variant",
        variantID: 2002,
        quantity: 2,
        discount: { value: 15, valueType: "percentage", title: "−15 %" },
      },
    ],
  });
  expect(acceptance).toMatchObject({
    step: 1,
    customer: "7001",
    items: [{ product: CAKESTAND, variant: "2002", quantity: 2, amount: pounds(21.68) }],
    discountGiven: pounds(3.82),
    acceptedAt: NOON,
  });
});

test("the same yes again gets the same id and changes, with a new time", async () => {
  const { ticket } = await offered();
  const first = await accepted(ticket);
  server.now = NOON + 60_000;
  const again = await accepted(ticket);
  server.now = NOON;
  expect(again).toEqual({ ...first, iat: NOON / 1000 + 60, exp: NOON / 1000 + 360 });
});

test("a second, different pick is refused, and the first one stands", async () => {
  const { ticket } = await offered();
  const first = await accepted(ticket);
  expect(await accept(ticket, { quantity: 2 })).toMatchObject({
    status: 409,
    body: { error: { code: "accepted-otherwise" } },
  });
  expect(await accepted(ticket)).toEqual(first);
});

test("twenty clicks at once are one acceptance with one id", async () => {
  const { ticket } = await offered();
  const claims = await Promise.all(Array.from({ length: 20 }, () => accepted(ticket)));
  expect(new Set(claims.map(({ jti }) => jti)).size).toBe(1);
  expect(await kept()).toHaveLength(1);
});

test("of twenty clicks at once with two different picks, one pick is accepted and the other refused", async () => {
  const { ticket } = await offered();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => accept(ticket, { quantity: 1 + (at % 2) })));
  const changesets = answers.flatMap(({ body }) => acceptAnswer.safeParse(body).data ?? []);
  expect(changesets).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
  expect(
    new Set(changesets.map((answer) => (answer.kind === "accepted" ? claimsOf(answer.changeset).jti : ""))).size,
  ).toBe(1);
  expect(await kept()).toHaveLength(1);
});

test("a process that dies between keeping and answering leaves the same answer to the next one", async () => {
  const { ticket } = await offered();
  const first = await shoppersServer(database);
  const unheard = accept(ticket, {}, first).catch(() => "the connection was lost");
  await expect.poll(kept, { interval: 1 }).toHaveLength(1);
  await first.close();
  await unheard;
  const [acceptance] = await kept();
  expect((await accepted(ticket)).jti).toBe(acceptance?.jti);
  expect(await kept()).toHaveLength(1);
});

test("a process that has just started, with nothing in memory, accepts what another one offered", async () => {
  const { ticket } = await offered();
  const fresh = await shoppersServer(database);
  expect(await accepted(ticket, {}, fresh)).toMatchObject({ sub: reference });
  await fresh.close();
});

test("what is sold out by the time of the yes is unavailable: kept as that, not as a decline", async () => {
  const { ticket } = await offered();
  await restock(someProduct({ variants: [someVariant({ stock: { kind: "tracked", left: 1 } })] }));
  expect((await accept(ticket, { quantity: 2 })).body).toEqual({ kind: "unavailable" });
  expect(await kept()).toEqual([]);
  expect(await keptEvents()).toMatchObject([
    { kind: "unavailable", rule: "teacups-to-cakestand", detail: { why: "sold-out", items: [{ quantity: 2 }] } },
  ]);
});

test("a product deleted by the time of the yes is unavailable", async () => {
  const { ticket } = await offered();
  await database.inShop(DEMO_SHOP, (tenant) => markDeleted(tenant, CAKESTAND, NOON + 1));
  expect((await accept(ticket)).body).toEqual({ kind: "unavailable" });
});

test("an offer from before the shop changed its currency is unavailable: its price says nothing any more", async () => {
  const { ticket } = await offered();
  await restock(someProduct({ variants: [someVariant({ price: { minor: 1275, currency: "EUR" as Currency } })] }));
  expect(await accept(ticket)).toMatchObject({ status: 200, body: { kind: "unavailable" } });
  expect(await kept()).toEqual([]);
});

test("a yes that was kept still stands when the product sells out afterwards", async () => {
  const { ticket } = await offered();
  const first = await accepted(ticket);
  await restock(someProduct({ variants: [someVariant({ stock: { kind: "unavailable" } })] }));
  expect(await accepted(ticket)).toEqual(first);
});

test("a price that has risen is shown before anything is kept, and can then be accepted", async () => {
  const { ticket } = await offered();
  await restock(someProduct({ variants: [someVariant({ price: pounds(20) })] }));
  const answer = acceptAnswer.parse((await accept(ticket)).body);
  if (answer.kind !== "price-changed") throw new Error(answer.kind);
  expect(answer.offer.products).toMatchObject([{ variants: [{ price: pounds(20), offerPrice: pounds(17) }] }]);
  expect(await kept()).toEqual([]);
  await accepted(answer.offer.ticket);
  expect(await kept()).toMatchObject([{ items: [{ amount: pounds(17) }] }]);
});

test("a price that fell is accepted: the discount is a percentage, so less is charged than was shown", async () => {
  const { ticket } = await offered();
  await restock(someProduct({ variants: [someVariant({ price: pounds(10) })] }));
  expect(await accepted(ticket)).toMatchObject({ changes: [{ discount: { value: 15, valueType: "percentage" } }] });
  expect(await kept()).toMatchObject([{ items: [{ amount: pounds(10.84) }], discountGiven: pounds(1.5) }]);
});

test.each([
  ["a variant that was not offered", { variantId: "2999" }, 404, "not-offered"],
  ["more than was offered", { quantity: 3 }, 404, "not-offered"],
  ["no piece at all", { quantity: 0 }, 400, "wrong-content"],
  ["half a piece", { quantity: 0.5 }, 400, "wrong-content"],
  ["a variant that is no number", { variantId: "2002 or 1=1" }, 400, "wrong-content"],
])("a pick of %s is refused", async (_title, pick, status, code) => {
  expect(await accept((await offered()).ticket, pick)).toMatchObject({ status, body: { error: { code } } });
  expect(await kept()).toEqual([]);
});

test("a ticket of another purchase is refused", async () => {
  const { ticket } = await offered();
  reference = "another-purchase";
  expect(await accept(ticket)).toMatchObject({ status: 401, body: { error: { code: "ticket-not-ours" } } });
});

test("a ticket past its two hours is refused", async () => {
  const { ticket } = await offered();
  server.now = NOON + 2 * 60 * 60_000;
  const token = pageToken(server.now, { referenceId: reference });
  const answer = await server.post("accept", token, { ticket, items: [{ variantId: "2002", quantity: 1 }] });
  server.now = NOON;
  expect(answer).toMatchObject({ status: 401, body: { error: { code: "ticket-expired" } } });
});

test("a shop that has uninstalled accepts nothing", async () => {
  const { ticket } = await offered();
  await saveUninstalled(database, DEMO_SHOP, NOON + 1);
  expect(await accept(ticket)).toMatchObject({ status: 401, body: { error: { code: "not-installed" } } });
  expect(await kept()).toEqual([]);
  const details = { appId: "1", name: "Demo", currency: GBP, timezone: "Europe/London", language: "en", scopes: [] };
  await saveInstalled(database, DEMO_SHOP, details, NOON + 2);
  await server.live.warm([DEMO_SHOP]);
});

test("whatever the price, discount and pick, what is kept and signed costs what was shown", async () => {
  const percents = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);
  const picks = fc.record({
    minor: fc.integer({ min: 1, max: 5_000_000 }),
    percent: percents,
    quantity: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(picks, async ({ minor, percent, quantity }) => {
      purchases += 1;
      reference = `purchase-${purchases}`;
      const { path } = someRule();
      const offer = { ...path.offer, discount: { kind: "percent" as const, percent }, quantityMost: 5 };
      await database.inShop(DEMO_SHOP, (tenant) =>
        publishVersion(
          tenant,
          { format: 1, rules: [someRule({ path: { offer } })] },
          { by: "merchant", now: NOON, note: "" },
        ),
      );
      await restock(someProduct({ variants: [someVariant({ price: { minor, currency: GBP } })] }));
      await server.live.warm([DEMO_SHOP]);

      const view = await offered();
      const shown = view.products[0]?.variants[0];
      const { changes } = await accepted(view.ticket, { quantity });
      const [acceptance] = await kept();
      expect(acceptance?.items[0]?.amount.minor).toBe((shown?.offerPrice.minor ?? 0) * quantity);
      const [change] = changes as { quantity: number; discount: { value: number } }[];
      expect(change?.quantity).toBe(quantity);
      const charged = minor - percentOf({ minor, currency: GBP }, change?.discount.value ?? 0).minor;
      expect(charged).toBe(shown?.offerPrice.minor);
    }),
    { numRuns: 25 },
  );
});
