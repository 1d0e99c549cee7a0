import { expect, test } from "vitest";
import type { OrderId, OrderLineId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { appendEarnings } from "#app/stores/earnings.ts";
import { loadRuleNumbers } from "#app/stores/read-models/rule-numbers.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { DEMO_SHOP, NOON, pounds, someAcceptance } from "#tests/support/builders.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP } from "./filled-shop.ts";

const database = await testDatabase();
const DAY = 86_400_000;
const teacups = "teacups" as RuleId;
const numbers = (shop: Shop, rules: readonly RuleId[], since: number) =>
  database.inShop(shop, (tenant) => loadRuleNumbers(tenant, rules, since));

test("counts what was shown, accepted and earned since then, with what was given back taken off", async () => {
  const shop = "numbers.myshopify.com" as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON - 90 * DAY);
  await database.inShop(shop, async (tenant) => {
    for (const [index, at] of [NOON, NOON - DAY, NOON - 40 * DAY].entries()) {
      const reference = `purchase-${index}` as PurchaseReference;
      const told = { reference, surface: "post-purchase", step: 1, rule: teacups, at } as const;
      await keepShopperEvent(tenant, { ...told, kind: "impression" });
      if (index === 1) await keepShopperEvent(tenant, { ...told, kind: "decline" });
      else
        await keepAcceptance(tenant, someAcceptance({ reference, rule: teacups, acceptedAt: at, jti: `jti-${index}` }));
    }
    const sold = {
      order: "5001" as OrderId,
      line: "6001" as OrderLineId,
      surface: "post-purchase",
      rule: teacups,
      step: 1,
    };
    const entry = { ...sold, surface: "post-purchase", source: "5001" } as const;
    await appendEarnings(tenant, [
      { ...entry, kind: "earned", amount: pounds(20), at: NOON },
      { ...entry, kind: "refunded", amount: pounds(-5), at: NOON + 1 },
      { ...entry, order: "5000" as OrderId, kind: "earned", amount: pounds(90), at: NOON - 40 * DAY },
    ]);
  });
  const others = "spoons" as RuleId;
  expect([...(await numbers(shop, [teacups, others], NOON - 30 * DAY))]).toEqual([
    [teacups, { shown: 2, accepted: 1, earned: [pounds(15)] }],
    [others, { shown: 0, accepted: 0, earned: [] }],
  ]);
  expect((await numbers("others.myshopify.com" as Shop, [teacups], 0)).get(teacups)).toMatchObject({ shown: 0 });
});

test("an offer that was taken was shown, also where no page told of it: no rule is accepted more often than shown", async () => {
  const shop = "untold.myshopify.com" as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON - 90 * DAY);
  await database.inShop(shop, async (tenant) => {
    for (const index of [1, 2, 3]) {
      const reference = `cart-${index}` as PurchaseReference;
      const of = { reference, rule: teacups, surface: "cart" } as const;
      if (index === 1) await keepShopperEvent(tenant, { ...of, step: 1, at: NOON, kind: "impression" });
      await keepAcceptance(tenant, someAcceptance({ ...of, acceptedAt: NOON, jti: `jti-${index}` }));
    }
  });
  expect((await numbers(shop, [teacups], NOON - DAY)).get(teacups)).toMatchObject({ shown: 3, accepted: 3 });
});

test("thirty days cost what thirty days hold, whatever the two years before them hold", async () => {
  await saveInstalled(database, DEMO_SHOP, LONDON_SHOP, NOON - 800 * DAY);
  await fillBusyShop(database, { rules: 20, orders: 20_000, until: NOON, days: 720 });
  await database.outside.$executeRaw`analyze`;
  const rules = Array.from({ length: 20 }, (_, index) => `rule-${index + 1}` as RuleId);
  const took = async (since: number) => {
    await numbers(DEMO_SHOP, rules, since);
    const began = performance.now();
    for (let round = 0; round < 5; round += 1) await numbers(DEMO_SHOP, rules, since);
    return performance.now() - began;
  };
  const month = await took(NOON - 30 * DAY);
  const shown = [...(await numbers(DEMO_SHOP, rules, NOON - 30 * DAY)).values()].reduce(
    (sum, one) => sum + one.shown,
    0,
  );
  expect(shown).toBeGreaterThan(200);
  expect(month).toBeLessThan((await took(0)) / 2);
}, 240_000);
