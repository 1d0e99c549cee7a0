import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ORDER_OUTCOMES, type OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { loadOrdersScreen, type OrdersAsk, ordersQuery } from "#app/stores/read-models/orders-screen.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { NOON } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP } from "./filled-shop.ts";

const database = await testDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
const small = "small.myshopify.com" as Shop;
const large = "large.myshopify.com" as Shop;
const SMALL = 1_000;
const LARGE = 100_000;
/** Of every twenty orders one; the others are "seen" and "not-asked" by turns. */
const RARE: OrderOutcome = "accepted";
const RULE = "rule-3" as RuleId;

beforeAll(async () => {
  await owner.connect();
  // What became of each order is given here, not made by the triggers.
  await owner.query("alter table orders disable trigger outcomes_after_insert");
  for (const [shop, orders] of [[small, SMALL] as const, [large, LARGE] as const]) {
    await saveInstalled(database, shop, LONDON_SHOP, NOON);
    await fill(shop, orders);
  }
  await owner.query("alter table orders enable trigger outcomes_after_insert");
  await owner.query("analyze");
}, 60_000);
afterAll(() => owner.end());

/** Past the ten seconds that a transaction of the app's may take. */
async function fill(shop: Shop, orders: number): Promise<void> {
  await owner.query("begin");
  await owner.query("select set_config('app.shop', $1, true)", [shop]);
  await owner.query(
    `insert into orders (shop, order_id, name, reference, total_minor, currency, document, created_at, updated_at)
      select $1, (1000000 + number)::text, '#' || number, 'r-' || number, 1275, 'GBP', '{}',
        $2::timestamptz + number * interval '1 minute', $2::timestamptz
      from generate_series(1, $3) as number`,
    [shop, new Date(NOON), orders],
  );
  await owner.query(
    `insert into order_outcomes (shop, order_id, created_at, outcome, rule)
      select $1, (1000000 + number)::text, $2::timestamptz + number * interval '1 minute',
        case when number % 20 = 0 then $4 when number % 2 = 0 then 'not-asked' else 'seen' end, 'rule-' || number % 30
      from generate_series(1, $3) as number`,
    [shop, new Date(NOON), orders, RARE],
  );
  await owner.query("commit");
}

const screen = (shop: Shop, ask: OrdersAsk) => database.inShop(shop, (tenant) => loadOrdersScreen(tenant, ask));
const numbers = async (ask: OrdersAsk) => (await screen(large, ask)).orders.map(({ name }) => Number(name.slice(1)));

/** How many pages of the database the query reads, from memory or not: what it costs, however busy the machine is. */
async function pagesRead(shop: Shop, ask: OrdersAsk): Promise<number> {
  const { strings, values } = ordersQuery(shop, ask);
  const text = strings.reduce((before, part, index) => `${before}$${index}${part}`);
  return database.inShop(shop, async ({ db }) => {
    const [row] = await db.$queryRawUnsafe<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }[]>(
      `explain (analyze, buffers, format json) ${text}`,
      ...values,
    );
    const plan = row?.["QUERY PLAN"][0].Plan ?? {};
    return (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
  });
}

/** A cursor far down the list of the shop. */
const deep = (orders: number) => ({
  after: `${NOON + (orders - orders / 10) * 60_000}-${1_000_000 + orders - orders / 10}`,
});

describe("among 100,000 orders a page costs what it costs among 1,000", () => {
  const asks: Readonly<Record<string, OrdersAsk>> = {
    "the newest": {},
    "of one outcome": { outcomes: [RARE] },
    "of an outcome that there is none of": { outcomes: ["wallet"] },
    "of every outcome at once": { outcomes: ORDER_OUTCOMES },
    "of one rule": { rule: RULE },
    "of one rule and an outcome that it never had": { rule: RULE, outcomes: ["wallet", "paypal"] },
    "by its number": { number: "777" },
  };

  test.each(Object.entries(asks))("%s", async (_, ask) => {
    const few = await pagesRead(small, ask);
    const many = await pagesRead(large, ask);
    expect(many, `${few} pages of 1,000 orders, ${many} of 100,000`).toBeLessThanOrEqual(few * 3);
  });

  test.each(Object.entries(asks))("%s, far down", async (_, ask) => {
    const few = await pagesRead(small, { ...ask, ...deep(SMALL) });
    const many = await pagesRead(large, { ...ask, ...deep(LARGE) });
    expect(many, `${few} pages of 1,000 orders, ${many} of 100,000`).toBeLessThanOrEqual(few * 3);
  });
});

test("orders of some outcomes come newest first, whichever of them they are", async () => {
  expect(await numbers({ outcomes: ["accepted", "seen"], limit: 6 })).toEqual([
    100_000, 99_999, 99_997, 99_995, 99_993, 99_991,
  ]);
});

test("every order of an outcome is reached once, forth and back", async () => {
  const reached: string[] = [];
  let page = await screen(small, { outcomes: [RARE], limit: 8 });
  const first = page;
  reached.push(...page.orders.map(({ name }) => name));
  while (page.next) {
    page = await screen(small, { outcomes: [RARE], limit: 8, after: page.next });
    reached.push(...page.orders.map(({ name }) => name));
  }
  expect(reached).toEqual(Array.from({ length: 50 }, (_, index) => `#${1_000 - index * 20}`));
  while (page.previous) page = await screen(small, { outcomes: [RARE], limit: 8, before: page.previous });
  expect(page.orders).toEqual(first.orders);
});

test("an order is found by its number however it is written, within a filter or without, and no other is", async () => {
  for (const number of ["1200", "#1200", " 1200 "]) expect(await numbers({ number })).toEqual([1_200]);
  expect(await numbers({ number: "1200", outcomes: [RARE] })).toEqual([1_200]);
  expect(await numbers({ number: "1200", outcomes: ["wallet"] })).toEqual([]);
  expect(await numbers({ number: "1200", rule: "rule-0" as RuleId })).toEqual([1_200]);
  expect(await numbers({ number: "no number" })).toEqual([]);
  expect(await numbers({ number: "9".repeat(5_000) })).toEqual([]);
});

test("a rule's orders are those of the rule, of the outcome that is asked for", async () => {
  expect(await numbers({ rule: RULE, limit: 3 })).toEqual([99_993, 99_963, 99_933]);
  expect(await numbers({ rule: "rule-10" as RuleId, outcomes: [RARE], limit: 2 })).toEqual([100_000, 99_940]);
  expect((await screen(large, { rule: RULE })).rule).toEqual({ id: RULE, name: RULE });
});

test("a filter that finds nothing is told from a shop without orders", async () => {
  expect(await screen(small, { outcomes: ["wallet"] })).toMatchObject({ orders: [], hasOrders: true });
});
