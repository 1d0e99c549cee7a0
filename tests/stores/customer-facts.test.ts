import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CustomerHistory } from "#app/core/facts/customer-history.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CustomerId, OrderId, ProductId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { loadCustomerFacts, quickCustomerFacts } from "#app/stores/customer-facts.ts";
import { eraseCustomer } from "#app/stores/purge.ts";
import { openQuickReads } from "#app/stores/quick-reads.ts";
import { countAcceptance } from "#app/stores/rule-use.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { GBP, NOON, pounds, someAcceptance } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP } from "./filled-shop.ts";

const database = await testDatabase();
const reads = openQuickReads(database.url);
const shop = "one.myshopify.com" as Shop;
const ann = "71" as CustomerId;
const teacups = "teacups" as RuleId;
const bags = "bags" as RuleId;
const DAY = 24 * 60 * 60_000;
const ask = { rules: [teacups, bags], at: NOON, timezone: "Europe/London", currency: GBP };

const bought: CustomerHistory["orders"][number] = {
  reference: "earlier" as PurchaseReference,
  at: NOON - 40 * DAY,
  subtotal: pounds(30),
  products: ["1002" as ProductId],
};

beforeAll(async () => {
  await database.inShop(shop, async (tenant) => {
    await tenant.db.$executeRaw`
      insert into customer_histories (shop, customer, orders, tags, is_complete, updated_at)
      values (${shop}, ${ann}, ${JSON.stringify([bought])}::jsonb, array['vip'], true, now())`;
    const answered = (reference: string, days: number) => ({
      reference: reference as PurchaseReference,
      surface: "post-purchase" as const,
      step: 1,
      customer: ann,
      at: NOON - days * DAY,
    });
    const { at, ...yes } = answered("yes", 5);
    await keepAcceptance(tenant, someAcceptance({ ...yes, rule: teacups, acceptedAt: at, jti: randomUUID() }));
    await keepShopperEvent(tenant, { ...answered("no", 2), kind: "decline", rule: bags });
    await keepShopperEvent(tenant, { ...answered("seen", 1), kind: "impression", rule: bags });
    for (const [rule, day, cost] of [
      [teacups, "2026-11-21", 1.91],
      [teacups, "2026-11-21", 2],
      [teacups, "2026-11-20", 3],
    ] as const) {
      await countAcceptance(tenant, { rule, day, discountGiven: pounds(cost) });
    }
    const euros = { minor: 999, currency: "EUR" as Currency };
    await countAcceptance(tenant, { rule: teacups, day: "2026-11-19", discountGiven: euros });
  });
});

afterAll(() => reads.close());

const load = (customer: CustomerId | undefined, overrides: Partial<typeof ask> = {}) =>
  database.inShop(shop, (tenant) => loadCustomerFacts(tenant, { ...ask, ...(customer && { customer }), ...overrides }));

test("one question tells a customer's orders, tags and answers, and how far rules are used up today", async () => {
  expect(await load(ann)).toEqual({
    history: {
      isComplete: true,
      tags: ["vip"],
      orders: [bought],
      answers: [
        { reference: "no", rule: bags, answer: "declined", at: NOON - 2 * DAY },
        { reference: "yes", rule: teacups, answer: "accepted", at: NOON - 5 * DAY },
      ],
    },
    use: [{ rule: teacups, acceptsToday: 2, discountGiven: 691 }],
  });
});

test("the same is told to a request that waits", async () => {
  await reads.warm();
  const quick = quickCustomerFacts(reads);
  await expect.poll(() => quick(shop, { ...ask, customer: ann })).toEqual(await load(ann));
});

test("a day is the shop's: at half past eleven in the evening in New York it is still yesterday in the books", async () => {
  const at = Date.parse("2026-11-21T04:30:00Z");
  const { use } = await load(undefined, { at, timezone: "America/New_York" });
  expect(use).toMatchObject([{ acceptsToday: 1 }]);
});

test("a customer whom we have never met has an empty history, which may not be all there is", async () => {
  expect((await load("72" as CustomerId)).history).toEqual({ isComplete: false, orders: [], answers: [] });
});

test("in a shop that had no orders when the app came, it is all there is", async () => {
  const young = "young.myshopify.com" as Shop;
  await saveInstalled(database, young, { ...LONDON_SHOP, beganEmpty: true }, NOON);
  const { history } = await database.inShop(young, (tenant) => loadCustomerFacts(tenant, { ...ask, customer: ann }));
  expect(history).toEqual({ isComplete: true, orders: [], answers: [] });
});

test("tags that were never read are unknown, none is known and empty", async () => {
  const insert = (customer: string, tags: string[] | null) =>
    database.inShop(
      shop,
      ({ db }) => db.$executeRaw`
        insert into customer_histories (shop, customer, orders, tags, is_complete, updated_at)
        values (${shop}, ${customer}, '[]', ${tags}::text[], false, now())`,
    );
  await insert("73", null);
  await insert("74", []);
  expect((await load("73" as CustomerId)).history).not.toHaveProperty("tags");
  expect((await load("74" as CustomerId)).history?.tags).toEqual([]);
});

test("a guest has no history, and another shop's customer of the same number neither", async () => {
  expect(await load(undefined)).not.toHaveProperty("history");
  const other = "two.myshopify.com" as Shop;
  const theirs = await database.inShop(other, (tenant) => loadCustomerFacts(tenant, { ...ask, customer: ann }));
  expect(theirs).toEqual({ history: { isComplete: false, orders: [], answers: [] }, use: [] });
  const quick = await reads.inShop<{ shop: string }>(
    other,
    { text: "select shop from acceptances where customer = $1", values: [ann] },
    5_000,
  );
  expect(quick).toEqual([]);
});

test("a quick read cannot write, and leaves no shop on its connection", async () => {
  const failures: unknown[] = [];
  const own = openQuickReads(database.url, (error) => failures.push(error));
  expect(await own.inShop(shop, { text: "delete from acceptances", values: [] }, 5_000)).toBeUndefined();
  expect(String(failures[0])).toContain("read-only transaction");
  const left = { text: "select coalesce(current_setting('app.shop', true), '') as shop", values: [] };
  expect(await own.inShop("" as Shop, left, 5_000)).toEqual([{ shop: "" }]);
  await own.close();
});

test("what takes longer than a shopper should wait is unknown, and the next question is answered", async () => {
  const began = performance.now();
  expect(await reads.inShop(shop, { text: "select pg_sleep(0.5)", values: [] }, 50)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(400);
  expect(await reads.inShop(shop, { text: "select 1 as one", values: [] }, 5_000)).toEqual([{ one: 1 }]);
});

test("a customer who is to be forgotten is taken out of their answers too", async () => {
  const customer = "75" as CustomerId;
  await database.inShop(shop, async (tenant) => {
    const reference = "of-75" as PurchaseReference;
    await keepAcceptance(tenant, someAcceptance({ reference, customer, jti: randomUUID() }));
    await keepShopperEvent(tenant, {
      reference,
      surface: "thank-you",
      step: 2,
      kind: "decline",
      rule: bags,
      customer,
      at: NOON,
    });
  });
  expect((await load(customer)).history?.answers).toHaveLength(2);
  await database.inShop(shop, (tenant) => eraseCustomer(tenant, { customer, orders: [] as OrderId[] }));
  expect((await load(customer)).history?.answers).toEqual([]);
});
