import fc from "fast-check";
import { expect, test } from "vitest";
import { countsOf } from "#app/admin/home/home-numbers.ts";
import { spansOf } from "#app/core/attribution/home-period.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { OrderId, OrderLineId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { keepAcceptance, markBought } from "#app/stores/acceptances.ts";
import type { Tenant } from "#app/stores/database.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { loadHomeScreen } from "#app/stores/read-models/home-screen.ts";
import { loadRuleNumbers } from "#app/stores/read-models/rule-numbers.ts";
import { keepShopperEvent, type ShopperEvent } from "#app/stores/shopper-events.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { DEMO_SHOP, GBP, NOON, pounds, someAcceptance } from "#tests/support/builders.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP, someEarning, someOrder } from "./filled-shop.ts";

const database = await testDatabase();
const DAY = 86_400_000;
const [teacups, spoons, napkins] = ["teacups", "spoons", "napkins"] as RuleId[] as [RuleId, RuleId, RuleId];
const numbers = (shop: Shop, rules: readonly RuleId[], from: number) =>
  database.inShop(shop, (tenant) => loadRuleNumbers(tenant, rules, { from, until: NOON + DAY }));

let shops = 0;
async function newShop(): Promise<Shop> {
  const shop = `numbers-${++shops}.myshopify.com` as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON - 90 * DAY);
  return shop;
}

type Happening = (tenant: Tenant) => Promise<unknown>;
interface Of {
  readonly rule?: RuleId;
  readonly surface?: Surface;
  readonly step?: number;
}

const referenceOf = (purchase: number) => `purchase-${purchase}` as PurchaseReference;
const orderOf = (purchase: number) => `${5000 + purchase}` as OrderId;

const ordered =
  (purchase: number, at = NOON): Happening =>
  (tenant) =>
    saveOrder(tenant, someOrder({ id: orderOf(purchase), reference: referenceOf(purchase), createdAt: at }));
const told =
  (purchase: number, kind: ShopperEvent["kind"], of: Of = {}, detail = {}): Happening =>
  (tenant) =>
    keepShopperEvent(tenant, {
      reference: referenceOf(purchase),
      surface: of.surface ?? "post-purchase",
      step: of.step ?? 1,
      rule: of.rule ?? teacups,
      kind,
      at: NOON,
      detail,
    });
const yes =
  (purchase: number, { rule = teacups, surface = "post-purchase", step = 1 }: Of = {}): Happening =>
  (tenant) =>
    keepAcceptance(
      tenant,
      someAcceptance({ reference: referenceOf(purchase), rule, surface, step, jti: `${purchase}-${surface}-${step}` }),
    );
const notAdded = (purchase: number): Happening => told(purchase, "applied", {}, { status: "unprocessed" });
const booked =
  (purchase: number, rule: RuleId, amount = 10, at = NOON): Happening =>
  (tenant) =>
    appendEarnings(tenant, [someEarning({ order: orderOf(purchase), rule, amount: pounds(amount), at })]);

async function shopWhere(...happenings: readonly Happening[]): Promise<Shop> {
  const shop = await newShop();
  await database.inShop(shop, async (tenant) => {
    for (const happens of happenings) await happens(tenant);
  });
  return shop;
}

test("counts the orders that saw a rule's offer, those that took it, and what was left of the money", async () => {
  const shop = await shopWhere(
    ...[told(1, "impression"), yes(1), ordered(1), booked(1, teacups, 20)],
    ...[told(2, "impression"), told(2, "decline"), ordered(2)],
    ...[told(3, "impression"), yes(3), ordered(3, NOON - 40 * DAY), booked(3, teacups, 90, NOON - 40 * DAY)],
    (tenant) =>
      appendEarnings(tenant, [
        someEarning({ order: orderOf(1), kind: "refunded", rule: teacups, amount: pounds(-5), at: NOON + 1 }),
      ]),
  );
  expect([...(await numbers(shop, [teacups, spoons], NOON - 30 * DAY))]).toEqual([
    [teacups, { shown: 2, accepted: 1, earned: [pounds(15)] }],
    [spoons, { shown: 0, accepted: 0, earned: [] }],
  ]);
  expect((await numbers("others.myshopify.com" as Shop, [teacups], 0)).get(teacups)).toMatchObject({ shown: 0 });
});

test("a yes that Shopify did not add to the order is not accepted, until the order has the line after all", async () => {
  const shop = await shopWhere(told(1, "impression"), yes(1), notAdded(1), ordered(1));
  expect((await numbers(shop, [teacups], NOON - DAY)).get(teacups)).toMatchObject({ shown: 1, accepted: 0 });
  await database.inShop(shop, booked(1, teacups));
  expect((await numbers(shop, [teacups], NOON - DAY)).get(teacups)).toMatchObject({ shown: 1, accepted: 1 });
});

test("an order that says yes on two steps of a path has accepted once", async () => {
  const shop = await shopWhere(
    told(1, "impression"),
    yes(1),
    told(1, "impression", { step: 2 }),
    yes(1, { step: 2 }),
    ordered(1),
  );
  expect((await numbers(shop, [teacups], NOON - DAY)).get(teacups)).toMatchObject({ shown: 1, accepted: 1 });
});

test("an offer that was taken was shown, also where no page told of it: no rule is accepted more often than shown", async () => {
  const cart = { surface: "cart" } as const;
  const shop = await shopWhere(
    told(1, "impression", cart),
    ...[1, 2, 3].flatMap((purchase) => [yes(purchase, cart), ordered(purchase)]),
  );
  expect((await numbers(shop, [teacups], NOON - DAY)).get(teacups)).toMatchObject({ shown: 3, accepted: 3 });
});

const purchase = fc.integer({ min: 1, max: 4 });
const of = fc.record({
  rule: fc.constantFrom(teacups, spoons, napkins),
  surface: fc.constantFrom<Surface>("post-purchase", "thank-you", "cart"),
  step: fc.integer({ min: 1, max: 2 }),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc
    .tuple(purchase, fc.constantFrom(NOON, NOON - 29.5 * DAY, NOON - 30 * DAY, NOON - 50 * DAY))
    .map((one) => ordered(...one)),
  fc.tuple(purchase, fc.constantFrom<ShopperEvent["kind"]>("impression", "decline"), of).map((one) => told(...one)),
  fc.tuple(purchase, of).map((one) => yes(...one)),
  purchase.map(notAdded),
  fc.tuple(purchase, of, purchase).map(
    ([from, { surface, step }, into]): Happening =>
      (tenant) =>
        markBought(tenant, { reference: referenceOf(from), surface, step }, orderOf(into)),
  ),
  fc.tuple(purchase, of).map(
    ([into, { rule, step }]): Happening =>
      (tenant) =>
        appendEarnings(tenant, [
          someEarning({
            order: orderOf(into),
            line: `${into}${step}` as OrderLineId,
            rule,
            at: NOON - step * 20 * DAY,
          }),
        ]),
  ),
);

test("whatever happened, the rules' numbers add up to what Home says of the same days", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 30 }), async (happenings) => {
      const shop = await shopWhere(...happenings);
      const span = spansOf(30, NOON + 1, LONDON_SHOP.timezone).now;
      const [byRule, home] = await database.inShop(shop, async (tenant) => [
        [...(await loadRuleNumbers(tenant, [teacups, spoons, napkins], span)).values()],
        await loadHomeScreen(tenant, { period: 30, at: NOON + 1 }),
      ]);
      const { accepted, saw } = countsOf(home.now);
      const total = (of: (one: (typeof byRule)[number]) => number) => byRule.reduce((sum, one) => sum + of(one), 0);
      expect({
        shown: total(({ shown }) => shown),
        accepted: total((one) => one.accepted),
        earned: total(({ earned }) => earned.find(({ currency }) => currency === GBP)?.minor ?? 0),
      }).toEqual({ shown: saw.part, accepted: accepted.part, earned: home.now.earned.minor });
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("thirty days cost what thirty days hold, whatever the two years before them hold", async () => {
  await saveInstalled(database, DEMO_SHOP, LONDON_SHOP, NOON - 800 * DAY);
  await fillBusyShop(database, { rules: 20, orders: 40_000, until: NOON, days: 720 });
  await database.outside.$executeRaw`analyze`;
  const rules = Array.from({ length: 20 }, (_, index) => `rule-${index + 1}` as RuleId);
  const took = async (since: number) => {
    const began = performance.now();
    await numbers(DEMO_SHOP, rules, since);
    return performance.now() - began;
  };
  let month = Number.POSITIVE_INFINITY;
  let ever = Number.POSITIVE_INFINITY;
  // In turns, and the quickest of each: what else the machine does counts for neither.
  for (let round = 0; round < 10; round += 1) {
    month = Math.min(month, await took(NOON - 30 * DAY));
    ever = Math.min(ever, await took(0));
  }
  const shown = [...(await numbers(DEMO_SHOP, rules, NOON - 30 * DAY)).values()].reduce(
    (sum, one) => sum + one.shown,
    0,
  );
  expect(shown).toBeGreaterThan(200);
  expect(month).toBeLessThan(ever / 2);
}, 240_000);
