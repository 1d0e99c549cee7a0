import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import type { Tenant } from "#app/stores/database.ts";
import { loadHomeScreen } from "#app/stores/read-models/home-screen.ts";
import { loadKeptDataScreen } from "#app/stores/read-models/kept-data-screen.ts";
import { loadOrderScreen } from "#app/stores/read-models/order-screen.ts";
import { loadOrdersScreen } from "#app/stores/read-models/orders-screen.ts";
import { loadRuleNumbers } from "#app/stores/read-models/rule-numbers.ts";
import { loadPageAsking } from "#app/stores/setup-checks.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { DEMO_SHOP, NOON } from "#tests/support/builders.ts";
import { fillBusyShop } from "#tests/support/busy-shop.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP } from "./filled-shop.ts";

const database = await testDatabase();
const DAY = 86_400_000;
const ORDERS = 12_000;
const DAYS = 360;
const A_MONTH = (ORDERS * 30) / DAYS;

beforeAll(async () => {
  await saveInstalled(database, DEMO_SHOP, LONDON_SHOP, NOON - 400 * DAY);
  await fillBusyShop(database, { rules: 20, orders: ORDERS, until: NOON, days: DAYS });
}, 120_000);

/** How many rows of orders and of what became of them are read, as the database counts it. */
async function rowsRead(
  work: (tenant: Tenant) => Promise<unknown>,
  of: readonly string[] = ["orders", "order_outcomes", "decisions", "shopper_events", "acceptances", "earnings"],
): Promise<number> {
  return database.inShop(DEMO_SHOP, async (tenant) => {
    const before = await rowsReadSoFar(tenant, of);
    await work(tenant);
    return (await rowsReadSoFar(tenant, of)) - before;
  });
}

async function rowsReadSoFar({ db }: Tenant, of: readonly string[]): Promise<number> {
  const [read] = await db.$queryRaw<{ rows: number }[]>`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_xact_user_tables
    where relname = any(${[...of]}::text[])`;
  return read?.rows ?? 0;
}

test("an order's page reads what is of the order, whatever else the shop has kept", async () => {
  const { orders } = await database.inShop(DEMO_SHOP, (tenant) => loadOrdersScreen(tenant, { outcomes: ["accepted"] }));
  const [order] = orders;
  expect(await rowsRead((tenant) => loadOrderScreen(tenant, order?.id ?? ("0" as never)))).toBeLessThan(50);
});

test("a page of orders reads some rows for each of them", async () => {
  expect(await rowsRead((tenant) => loadOrdersScreen(tenant, {}))).toBeLessThan(26 * 15);
});

test("whether the page has gone silent is told from a month, not from all orders", async () => {
  expect(await rowsRead(loadPageAsking)).toBeLessThan(A_MONTH * 3);
});

test("Home and the numbers of the rules read their own days", async () => {
  const home = (tenant: Tenant) => loadHomeScreen(tenant, { period: 7, at: NOON + 1 });
  expect(await rowsRead(home)).toBeLessThan(A_MONTH * 2);
  const ids = await database.inShop(
    DEMO_SHOP,
    ({ db }) => db.$queryRaw<{ rule: never }[]>`select distinct rule from earnings`,
  );
  const numbers = (tenant: Tenant) =>
    loadRuleNumbers(
      tenant,
      ids.map(({ rule }) => rule),
      { from: NOON - 30 * DAY, until: NOON + 1 },
    );
  expect(await rowsRead(numbers)).toBeLessThan(A_MONTH * 2);
});

test("what is kept is counted without opening the orders, and the evidence of what was decided", async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("vacuum analyze orders, decisions").finally(() => owner.end());
  expect(await rowsRead(loadKeptDataScreen, ["orders", "decisions"])).toBeLessThan(100);
});
