import fc from "fast-check";
import { expect, test } from "vitest";
import type { OrderAsRead } from "#app/core/attribution/attribution.ts";
import { ORDER_OUTCOMES } from "#app/core/attribution/order-outcome.ts";
import type { NothingReason } from "#app/core/decision/decision.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { CustomerId, DecisionId, OrderId, OrderLineId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { keepAcceptance, markBought, removeAcceptance } from "#app/stores/acceptances.ts";
import type { Tenant } from "#app/stores/database.ts";
import { type DecisionRecord, saveDecisions } from "#app/stores/decisions.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { eraseCustomer, eraseShop } from "#app/stores/purge.ts";
import { keepShopperEvent, type ShopperEvent } from "#app/stores/shopper-events.ts";
import { saveInstalled, saveUninstalled } from "#app/stores/shops.ts";
import { NOON, pounds, someAcceptance, someFacts } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP, someDecision, someEarning, someOrder } from "./filled-shop.ts";

const database = await testDatabase();
let shops = 0;

async function newShop(): Promise<Shop> {
  const shop = `outcomes-${++shops}.myshopify.com` as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  return shop;
}

interface Row {
  readonly order_id: string;
  readonly outcome: string;
}

const kept = (shop: Shop) =>
  database.inShop(shop, ({ db }) => db.$queryRaw<Row[]>`select * from order_outcomes order by order_id`);
const fromScratch = (shop: Shop) =>
  database.inShop(
    shop,
    ({ db }) => db.$queryRaw<Row[]>`
      select * from encore_outcome_of(${shop}, array(select order_id from orders)) order by order_id`,
  );
const outcomes = async (shop: Shop) =>
  Object.fromEntries((await kept(shop)).map(({ order_id, outcome }) => [order_id, outcome]));

type Happening = (tenant: Tenant) => Promise<unknown>;

const reference = (purchase: number) => `r-${purchase}` as PurchaseReference;
const orderId = (purchase: number) => `${5000 + purchase}` as OrderId;

const order =
  (purchase: number, overrides: Partial<OrderAsRead> = {}): Happening =>
  (tenant) =>
    saveOrder(tenant, someOrder({ id: orderId(purchase), reference: reference(purchase), ...overrides }));

function decision(purchase: number, surface: Surface, says: "show" | NothingReason, at = NOON): DecisionRecord {
  const facts = someFacts({ reference: reference(purchase), surface, customer: "71" as CustomerId });
  const record = someDecision(facts, `${says}-${surface}-${purchase}`);
  const shown = someDecision(someFacts()).made.decision;
  return {
    ...record,
    made: { ...record.made, at, decision: says === "show" ? shown : { kind: "nothing", reason: says } },
  };
}

const decided =
  (...records: readonly DecisionRecord[]): Happening =>
  (tenant) =>
    saveDecisions(tenant, records);

const told =
  (purchase: number, kind: ShopperEvent["kind"], surface: Surface = "post-purchase", status?: string): Happening =>
  (tenant) =>
    keepShopperEvent(tenant, {
      reference: reference(purchase),
      surface,
      step: 1,
      kind,
      at: NOON + 1_000,
      ...(status ? { detail: { status } } : {}),
    });

const yes =
  (purchase: number, surface: Surface = "post-purchase"): Happening =>
  (tenant) =>
    keepAcceptance(
      tenant,
      someAcceptance({
        reference: reference(purchase),
        surface,
        jti: `${surface}-${purchase}`,
        decision: `show-${surface}-${purchase}` as DecisionId,
      }),
    );

const boughtIn =
  (purchase: number, surface: Surface, into: number): Happening =>
  (tenant) =>
    markBought(tenant, { reference: reference(purchase), surface, step: 1 }, orderId(into));

test("each order says what became of it, by the most telling thing that is known", async () => {
  const shop = await newShop();
  const stories: Readonly<Record<string, readonly Happening[]>> = {
    accepted: [decided(decision(1, "post-purchase", "show")), yes(1), order(1)],
    "not-added": [yes(2), told(2, "applied", "post-purchase", "unprocessed"), order(2)],
    declined: [decided(decision(3, "post-purchase", "show")), told(3, "decline"), order(3)],
    seen: [decided(decision(4, "post-purchase", "show")), told(4, "impression"), order(4)],
    "from-offer": [yes(40, "thank-you"), order(5), boughtIn(40, "thank-you", 5)],
    "not-looked-at": [decided(decision(6, "thank-you", "show")), order(6)],
    "no-rules": [decided(decision(7, "post-purchase", "no-rules")), order(7)],
    "no-rule-fits": [
      decided(decision(8, "post-purchase", "no-rule-fits")),
      order(8, { payment: { kind: "wallet", name: "Apple Pay" } }),
    ],
    "nothing-to-sell": [decided(decision(9, "thank-you", "nothing-to-sell")), order(9)],
    "other-channel": [order(10, { isFromOnlineStore: false, payment: { kind: "manual" } })],
    "second-currency": [decided(decision(11, "post-purchase", "foreign-currency")), order(11)],
    wallet: [order(12, { payment: { kind: "wallet", name: "Apple Pay" } })],
    paypal: [decided(decision(13, "post-purchase", "show")), order(13, { payment: { kind: "paypal" } })],
    "other-payment": [order(14, { payment: { kind: "gift-card" } })],
    "nothing-to-send": [order(15, { needsShipping: false })],
    "too-small": [order(16, { total: pounds(0.49) })],
    "not-opened": [decided(decision(17, "post-purchase", "show")), order(17, { payment: { kind: "card" } })],
    "not-asked": [decided(decision(18, "cart", "no-rule-fits")), order(18)],
  };
  for (const story of Object.values(stories)) for (const happens of story) await database.inShop(shop, happens);
  expect(await outcomes(shop)).toEqual(
    Object.fromEntries(Object.keys(stories).map((outcome, index) => [orderId(index + 1), outcome])),
  );
  expect(Object.keys(stories)).toEqual([...ORDER_OUTCOMES]);
});

test("a cart's yes counts for the order it was bought in, and a line that Shopify added after all for accepted", async () => {
  const shop = await newShop();
  await database.inShop(shop, async (tenant) => {
    await yes(80, "cart")(tenant);
    await order(1)(tenant);
    await boughtIn(80, "cart", 1)(tenant);
    await yes(2)(tenant);
    await told(2, "applied", "post-purchase", "unprocessed")(tenant);
    await order(2)(tenant);
  });
  expect(await outcomes(shop)).toEqual({ 5001: "accepted", 5002: "not-added" });
  await database.inShop(shop, (tenant) => appendEarnings(tenant, [someEarning({ order: orderId(2) })]));
  expect(await outcomes(shop)).toEqual({ 5001: "accepted", 5002: "accepted" });
});

const purchase = fc.integer({ min: 1, max: 3 });
const surface = fc.constantFrom<Surface>("post-purchase", "thank-you", "cart");
const says = fc.constantFrom<"show" | NothingReason>("show", "no-rules", "no-rule-fits", "foreign-currency");
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc
    .tuple(purchase, fc.integer({ min: 0, max: 5 }), fc.constantFrom("card", "wallet", undefined))
    .map(([of, later, kind]) =>
      order(of, { updatedAt: NOON + later * 1_000, ...(kind && { payment: { kind: kind as "card" } }) }),
    ),
  fc
    .array(fc.tuple(purchase, surface, says, fc.nat(5_000)), { minLength: 1, maxLength: 4 })
    .map((several) => decided(...several.map(([of, on, what, at]) => decision(of, on, what, NOON + at)))),
  fc
    .tuple(purchase, fc.constantFrom("impression", "decline", "undo"), surface)
    .map(([of, kind, on]) => told(of, kind as "impression", on)),
  fc
    .tuple(purchase, fc.constantFrom("processed", "unprocessed"))
    .map(([of, status]) => told(of, "applied", "post-purchase", status)),
  fc.tuple(purchase, surface).map(([of, on]) => yes(of, on)),
  fc.tuple(purchase, surface).map(
    ([of, on]): Happening =>
      (tenant) =>
        removeAcceptance(tenant, { reference: reference(of), surface: on, step: 1 }),
  ),
  fc.tuple(purchase, surface, purchase).map(([of, on, into]) => boughtIn(of, on, into)),
  purchase.map(
    (of): Happening =>
      (tenant) =>
        appendEarnings(tenant, [someEarning({ order: orderId(of), line: "1" as OrderLineId })]),
  ),
  fc.subarray([1, 2, 3]).map(
    (of): Happening =>
      (tenant) =>
        eraseCustomer(tenant, { customer: "71" as CustomerId, orders: of.map(orderId) }),
  ),
);

test("whatever arrives, in whatever order, repeated or redacted: the rows are those made from scratch", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 24 }), async (happenings) => {
      const shop = await newShop();
      for (const happens of happenings) await database.inShop(shop, happens);
      expect(await kept(shop)).toEqual(await fromScratch(shop));
      for (const happens of happenings.slice(0, 5)) await database.inShop(shop, happens);
      expect(await kept(shop)).toEqual(await fromScratch(shop));
    }),
    { numRuns: 30 },
  );
}, 60_000);

test("what arrives at the same moment is told whole, whichever is committed last", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 8 }), async (happenings) => {
      const shop = await newShop();
      await Promise.all(happenings.map((happens) => database.inShop(shop, happens)));
      expect(await kept(shop)).toEqual(await fromScratch(shop));
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("more than a thousand orders at once, and an erasure of them, take no lock for each", async () => {
  const shop = await newShop();
  const many = Array.from({ length: 1_001 }, (_, index) => index + 1);
  await database.inShop(shop, async (tenant) => {
    await saveDecisions(
      tenant,
      many.map((of) => decision(of, "post-purchase", "no-rule-fits")),
    );
    await tenant.db.$executeRaw`
      insert into orders (shop, order_id, name, reference, total_minor, currency, document, created_at, updated_at)
      select ${shop}, (5000 + n)::text, '#' || n, 'r-' || n, 100, 'GBP', '{}', now(), now() from generate_series(1, ${many.length}::int) n`;
    const [locks] = await tenant.db.$queryRaw<{ count: bigint }[]>`
      select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`;
    expect(Number(locks?.count)).toBeLessThan(10);
  });
  expect(new Set(Object.values(await outcomes(shop)))).toEqual(new Set(["no-rule-fits"]));
  await saveUninstalled(database, shop, NOON + 1);
  expect(await eraseShop(database, shop)).toBe(true);
  expect(await kept(shop)).toEqual([]);
});
