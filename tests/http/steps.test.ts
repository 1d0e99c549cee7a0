import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { explainStep } from "#app/core/decision/explain-step.ts";
import type { Offer, Path } from "#app/core/rules/rulebook.ts";
import type { ProductId, PurchaseReference, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import { CAKESTAND, LUNCH_BAG, NOON, pounds, someProduct, someRule, someVariant } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { type ShopperOnPage, shopperOnPage, shown } from "./shopper-on-page.ts";
import { type ShoppersServer, shoppersServer } from "./shoppers-server.ts";

const database = await testDatabase();
const shop = "steps.myshopify.com" as Shop;
const TEAPOT = "1004" as ProductId;
const TRAY = "1005" as ProductId;
let server: ShoppersServer;
let purchases = 0;
let reference = "";
let shopper: ShopperOnPage;

const product = (id: ProductId, title: string, price: number) =>
  someProduct({ id, title, variants: [someVariant({ id: `2${id.slice(1)}` as VariantId, price: pounds(price) })] });
const teapot = product(TEAPOT, "Teapot", 18);

const offerOf = (id: ProductId, overrides: Partial<Offer> = {}): Offer => ({
  ...someRule().path.offer,
  source: { kind: "named", products: [{ product: id }] },
  ...overrides,
});

/** Cakestand; a yes is followed by teapot, bag and tray, a no by the cakestand's downsell: a lunch bag at half price. */
const path: Path = {
  offer: offerOf(CAKESTAND),
  ifAccepted: {
    offer: offerOf(TEAPOT),
    ifAccepted: {
      offer: offerOf(LUNCH_BAG),
      ifAccepted: { offer: offerOf(TRAY) },
      ifDeclined: { offer: offerOf(CAKESTAND, { kind: "downsell" }) },
    },
    ifDeclined: {
      offer: offerOf(CAKESTAND, {
        source: { kind: "named", products: [{ product: CAKESTAND }, { product: TEAPOT }, { product: TRAY }] },
      }),
      ifDeclined: { offer: offerOf(LUNCH_BAG) },
    },
  },
  ifDeclined: {
    offer: offerOf(LUNCH_BAG, { kind: "downsell", discount: { kind: "percent", percent: 50 } }),
    ifDeclined: { offer: offerOf(TRAY) },
  },
};

beforeAll(async () => {
  const products = [someProduct(), teapot, product(LUNCH_BAG, "Lunch Bag", 4), product(TRAY, "Tray", 6)];
  await openShop(database, { shop, rules: [someRule({ path })], products });
  server = await shoppersServer(database);
  await server.live.warm([shop]);
});

beforeEach(() => {
  purchases += 1;
  reference = `purchase-${purchases}`;
  shopper = shopperOnPage(server, reference, { shop });
});

afterAll(() => server.close());

const kept = () => database.inShop(shop, (tenant) => loadAcceptances(tenant, reference as PurchaseReference));
const titleOf = (offer: Awaited<ReturnType<ShopperOnPage["offered"]>>) => offer?.products[0]?.title;
const refusal = (code: string) => ({ status: 409, body: { error: { code } } });

test("the first offer says whether something follows a yes and a no", async () => {
  expect(shown(await shopper.offered())).toMatchObject({ step: 1, follows: { accepted: true, declined: true } });
});

test("a no is answered with the downsell, which can be accepted", async () => {
  const downsell = shown(await shopper.declined(shown(await shopper.offered())));
  expect(downsell).toMatchObject({
    step: 2,
    kind: "downsell",
    products: [{ title: "Lunch Bag", variants: [{ offerPrice: pounds(2) }] }],
    follows: { accepted: false, declined: false },
  });
  expect(await shopper.accepted(downsell)).toBe("accepted");
  expect(await kept()).toMatchObject([{ step: 2, items: [{ product: LUNCH_BAG, amount: pounds(2) }] }]);
});

test("a yes that was carried out is answered with what follows, until three were accepted", async () => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  const second = shown(await shopper.applied(first));
  expect([second.step, titleOf(second), second.follows]).toEqual([2, "Teapot", { accepted: true, declined: true }]);
  await shopper.accepted(second);
  const third = shown(await shopper.applied(second));
  expect([third.step, titleOf(third), third.follows.accepted]).toEqual([3, "Lunch Bag", false]);
  await shopper.accepted(third);
  expect(await shopper.applied(third)).toBeUndefined();
  expect((await kept()).map(({ step, items }) => [step, items[0]?.product])).toEqual([
    [1, CAKESTAND],
    [2, TEAPOT],
    [3, LUNCH_BAG],
  ]);
});

test("what follows never offers again what was accepted or declined on the way", async () => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  const second = shown(await shopper.applied(first));
  expect(titleOf(await shopper.declined(second))).toBe("Tray");
});

test("after two noes in a row the page offers nothing more, whatever the path goes on with", async () => {
  const downsell = shown(await shopper.declined(shown(await shopper.offered())));
  expect(await shopper.declined(downsell)).toBeUndefined();
});

test("a yes between them makes two noes no row", async () => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  const third = shown(await shopper.declined(shown(await shopper.applied(first))));
  expect([third.step, third.follows.declined]).toEqual([3, false]);
  expect(await shopper.declined(third)).toBeUndefined();
});

test("nothing follows where all that could was accepted or declined before", async () => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  const second = shown(await shopper.applied(first));
  await shopper.accepted(second);
  expect(await shopper.declined(shown(await shopper.applied(second)))).toBeUndefined();
});

test("asked again, by a retry or another process, what follows is the same offer and one decision", async () => {
  const first = shown(await shopper.offered());
  const told = await Promise.all(Array.from({ length: 5 }, () => shopper.declined(first)));
  const other = await shoppersServer(database);
  told.push(await shopperOnPage(other, reference, { shop }).declined(first));
  await other.close();
  expect(new Set(told.map((offer) => JSON.stringify({ ...offer, ticket: "" }))).size).toBe(1);
  await server.decisions.flush();
  const decisions = await database.inShop(shop, (tenant) => loadDecisions(tenant, reference as PurchaseReference));
  expect(decisions.map(({ step, made }) => [step, made.decision.kind])).toEqual([
    [1, "show"],
    [2, "show"],
  ]);
  expect(decisions[1]?.evidence?.products.map(({ title }) => title)).toEqual(
    expect.arrayContaining(["Regency Cakestand 3 Tier", "Lunch Bag"]),
  );
});

test("what followed stays the answer when it has sold out meanwhile, and then can't be had", async () => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  const second = shown(await shopper.applied(first));
  const soldOut = someVariant({ id: "2004" as VariantId, price: pounds(18), stock: { kind: "unavailable" } });
  const restock = async (variant: typeof soldOut, updatedAt: number) => {
    await database.inShop(shop, (tenant) => saveProducts(tenant, [{ ...teapot, variants: [variant], updatedAt }]));
    await expect.poll(() => server.live.of(shop)?.catalog.products.get(TEAPOT)?.updatedAt).toBe(updatedAt);
  };
  await restock(soldOut, NOON + 1);
  expect({ ...shown(await shopper.applied(first)), ticket: "" }).toEqual({ ...second, ticket: "" });
  expect(await shopper.accepted(second)).toBe("unavailable");
  await restock({ ...soldOut, stock: { kind: "untracked" } }, NOON + 2);
});

test("what follows a yes is not offered to who said none, nor a downsell to who said yes", async () => {
  const first = shown(await shopper.offered());
  expect(await shopper.applied(first)).toBeUndefined();
  await shopper.accepted(first);
  expect(await shopper.declined(first)).toBeUndefined();
});

test.each([
  ["not carried out", "unprocessed", ["payment_required"]],
  ["edited, but not charged", "partially_processed", ["payment_required"]],
] as const)("nothing follows a yes that was %s", async (_title, status, errors) => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  expect(await shopper.applied(first, status, errors)).toBeUndefined();
});

test("a downsell is refused once the offer before it was accepted after all", async () => {
  const first = shown(await shopper.offered());
  const downsell = shown(await shopper.declined(first));
  await shopper.accepted(first);
  expect(await shopper.accept(downsell)).toMatchObject(refusal("path-left"));
  expect(await kept()).toHaveLength(1);
});

test("the first offer is refused once its downsell was accepted", async () => {
  const first = shown(await shopper.offered());
  const downsell = shown(await shopper.declined(first));
  await shopper.accepted(downsell);
  expect(await shopper.accept(first)).toMatchObject(refusal("path-left"));
});

test("of an offer and its downsell, both accepted at the same moment in two tabs, one is kept", async () => {
  const first = shown(await shopper.offered());
  const downsell = shown(await shopper.declined(first));
  const answers = await Promise.all([shopper.accept(first), shopper.accept(downsell)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await kept()).toHaveLength(1);
});

test("a second yes to the same step is the first one again", async () => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  const second = shown(await shopper.applied(first));
  const answers = await Promise.all(Array.from({ length: 5 }, () => shopper.accepted(second)));
  expect(answers).toEqual(Array(5).fill("accepted"));
  expect(await kept()).toHaveLength(2);
});

test("what follows earns for the rule that began the path", async () => {
  const first = shown(await shopper.offered());
  await shopper.accepted(first);
  await shopper.accepted(shown(await shopper.applied(first)));
  expect(new Set((await kept()).map(({ rule }) => rule))).toEqual(new Set(["teacups-to-cakestand" as RuleId]));
});

test("what follows keeps to the guards of the rulebook that began the path, and is told by them", async () => {
  const edited = "edited-on-the-way.myshopify.com" as Shop;
  const rules = [someRule({ path })];
  await openShop(database, { shop: edited, rules, products: [someProduct(), teapot] });
  await server.live.warm([edited]);
  const visitor = shopperOnPage(server, reference, { shop: edited });
  const first = shown(await visitor.offered());
  await visitor.accepted(first);
  const guards = { priceCapPercent: 1 };
  await database.inShop(edited, (tenant) =>
    publishVersion(tenant, { format: 1, rules, guards }, { by: "merchant", now: NOON, note: "" }),
  );
  await expect.poll(() => server.live.of(edited)?.rulebookVersion).toBe(2);
  expect(titleOf(await visitor.applied(first))).toBe("Teapot");

  const decisions = await database.inShop(edited, (tenant) => loadDecisions(tenant, reference as PurchaseReference));
  const made = decisions.find(({ step }) => step === 2);
  expect(made?.made.rulebookVersion).toBe(1);
  const step = { rule: someRule().id, after: ["accepted"], taken: [CAKESTAND] } as const;
  const explained = made?.evidence && explainStep(made.evidence, { format: 1, rules }, 1, step);
  expect(explained?.decision).toEqual(made?.made.decision);
});
