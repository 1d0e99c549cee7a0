import { expect, test } from "vitest";
import type { OrderId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { type HomeAsk, loadHomeScreen } from "#app/stores/read-models/home-screen.ts";
import { loadPageAsking, saveSetupCheck } from "#app/stores/setup-checks.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { DEMO_SHOP, NOON, pounds } from "#tests/support/builders.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { fillShop, LONDON_SHOP, someEarning, someOrder } from "./filled-shop.ts";

const database = await testDatabase();
const home = (shop: Shop, ask: HomeAsk) => database.inShop(shop, (tenant) => loadHomeScreen(tenant, ask));
const DAY = 86_400_000;

test("a new shop has earned nothing, has no orders, and was never looked at", async () => {
  const shop = "new.myshopify.com" as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  const screen = await home(shop, { period: 7, at: NOON });
  expect(screen).toMatchObject({
    hasOrders: false,
    now: { earned: pounds(0), orders: {} },
    before: { earned: pounds(0), orders: {} },
    best: [],
    setup: { liveOn: [], seenRunning: {}, scopes: LONDON_SHOP.scopes },
  });
  expect(screen.days).toHaveLength(7);
  expect(screen.setup).not.toHaveProperty("check");
});

test("what was earned is told of its own day and rule, with the days before beside it and refunds taken off", async () => {
  const shop = "earning.myshopify.com" as Shop;
  await fillShop(database, shop);
  await database.inShop(shop, async (tenant) => {
    const early = { createdAt: NOON - 8 * DAY, reference: "r-early" as PurchaseReference };
    await saveOrder(tenant, someOrder({ id: "5002" as OrderId, ...early }));
    await appendEarnings(tenant, [
      someEarning({ order: "5002" as OrderId, amount: pounds(20), at: NOON - 8 * DAY }),
      someEarning({ kind: "refunded", source: "r1", amount: pounds(-0.84), at: NOON + 90_000 }),
      someEarning({ order: "5002" as OrderId, source: "b", rule: "gone" as RuleId, amount: pounds(3), at: NOON - DAY }),
    ]);
    await saveSetupCheck(tenant, { checkedAt: NOON, pageChosen: true, embed: "off" });
  });
  const screen = await home(shop, { period: 7, at: NOON + 3_600_000 });
  expect(screen.now).toEqual({ earned: pounds(13), orders: { accepted: 1 } });
  expect(screen.before).toEqual({ earned: pounds(20), orders: { "not-asked": 1 } });
  expect(screen.days.slice(-2).map(({ earned }) => earned)).toEqual([pounds(3), pounds(10)]);
  expect(screen.best).toEqual([
    { rule: "teacups-to-cakestand", name: "Teacups → Cakestand", earned: pounds(10), orders: 1 },
    { rule: "gone", name: "gone", earned: pounds(3), orders: 1 },
  ]);
  expect(screen.setup).toMatchObject({
    liveOn: ["post-purchase"],
    seenRunning: { "post-purchase": NOON },
    check: { checkedAt: NOON, pageChosen: true, embed: "off" },
  });
});

test("a week of a shop with a hundred thousand orders reads no more of them than that week's", async () => {
  const orders = 100_000;
  await saveInstalled(database, DEMO_SHOP, LONDON_SHOP, NOON - 400 * DAY);
  await fillBusyShop(database, { rules: 20, orders, until: NOON, days: 360 });
  const week = await home(DEMO_SHOP, { period: 7, at: NOON + 1 });
  const counted = Object.values(week.now.orders).reduce((sum, one) => sum + one, 0);
  expect(counted).toBeGreaterThan(orders / 60);
  expect(counted).toBeLessThan(orders / 45);
  const took = async (period: 7 | 90) => {
    const began = performance.now();
    for (let round = 0; round < 5; round += 1) await home(DEMO_SHOP, { period, at: NOON + 1 });
    return performance.now() - began;
  };
  await took(7);
  const [seven, all] = [
    await took(7),
    await database.inShop(DEMO_SHOP, async ({ db }) => {
      const began = performance.now();
      for (let round = 0; round < 5; round += 1) {
        await db.$queryRaw`select count(*)::int from orders where shop = ${DEMO_SHOP} and document ->> 'name' <> ''`;
      }
      return performance.now() - began;
    }),
  ];
  expect(seven).toBeLessThan(all);
  const asking = await database.inShop(DEMO_SHOP, loadPageAsking);
  expect(asking).toMatchObject({ unasked: expect.any(Number) });
  expect(asking.before.asked / asking.before.orders).toBeCloseTo(0.75, 1);
}, 240_000);
