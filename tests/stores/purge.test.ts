import { beforeAll, expect, test } from "vitest";
import type { CustomerId, OrderId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { loadDecisions, saveDecisions } from "#app/stores/decisions.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { eraseCustomer, eraseShop } from "#app/stores/purge.ts";
import { loadShop, saveInstalled, saveUninstalled } from "#app/stores/shops.ts";
import { keepWebhook } from "#app/stores/webhook-inbox.ts";
import { NOON, someFacts } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { fillShop, LONDON_SHOP, someDecision, someOrder } from "./filled-shop.ts";

const database = await testDatabase();
const leaving = "leaving.myshopify.com" as Shop;
const staying = "staying.myshopify.com" as Shop;

beforeAll(async () => {
  await fillShop(database, leaving);
  await fillShop(database, staying);
});

/** How many tenants' tables there are, and rows of the shop in them, by the database's own list: a filled shop has one each. */
const rowsOf = (shop: Shop) =>
  database.inShop(shop, async ({ db }) => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      select relname::text as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`;
    let rows = 0;
    for (const { name } of tables) {
      const [counted] = await db.$queryRawUnsafe<{ count: number }[]>(`select count(*)::int as count from ${name}`);
      rows += counted?.count ?? 0;
    }
    return { tables: tables.length, rows };
  });

test("a shop that still has the app, or has it again, is not erased", async () => {
  expect(await eraseShop(database, leaving)).toBe(false);
  const { tables, rows } = await rowsOf(leaving);
  expect(rows).toBe(tables);
});

test("a shop that left is erased from every table, its neighbour from none, and doing it twice does no harm", async () => {
  await database.outside.session.create({ data: { id: "s", shop: leaving, state: "", accessToken: "sealed" } });
  await saveUninstalled(database, leaving, NOON + 1);
  expect(await eraseShop(database, leaving)).toBe(true);
  expect((await rowsOf(leaving)).rows).toBe(0);
  expect(await loadShop(database, leaving)).toBeUndefined();
  expect(await database.outside.session.count({ where: { shop: leaving } })).toBe(0);
  const { tables, rows } = await rowsOf(staying);
  expect(rows).toBe(tables);
  expect(await eraseShop(database, leaving)).toBe(true);
});

test("a customer is taken out of the facts and webhooks that name them, and no one else is", async () => {
  const shop = "customers.myshopify.com" as Shop;
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  const [ann, ben] = ["71" as CustomerId, "72" as CustomerId];
  const decisionOf = (reference: string, customer?: CustomerId) =>
    someDecision(someFacts({ shop, reference: reference as PurchaseReference, ...(customer && { customer }) }));
  await database.inShop(shop, async (tenant) => {
    await saveDecisions(tenant, [decisionOf("by-ann", ann), decisionOf("guest-order", ben), decisionOf("by-ben", ben)]);
    await saveOrder(tenant, someOrder({ id: "5009" as OrderId, reference: "guest-order" as PurchaseReference }));
    for (const customer of [ann, ben]) {
      const payload = { about: "customer-data", customer };
      await keepWebhook(tenant, {
        topic: "customers/data_request",
        webhookId: `w-${customer === ann ? 1 : 2}`,
        about: `customer-data ${customer}`,
        triggeredAt: NOON,
        payload,
      });
    }
    await eraseCustomer(tenant, { customer: ann, orders: ["5009" as OrderId] });
  });
  const customerIn = (reference: string) =>
    database.inShop(shop, async (tenant) => {
      const [record] = await loadDecisions(tenant, reference as PurchaseReference);
      return record?.facts.customer;
    });
  expect(await Promise.all(["by-ann", "guest-order", "by-ben"].map(customerIn))).toEqual([undefined, undefined, ben]);
  const keptOf = (customer: CustomerId) =>
    database.inShop(shop, async ({ db }) => {
      const tables = await db.$queryRaw<{ name: string }[]>`
        select relname::text as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`;
      const naming = tables.map(async ({ name }) => {
        const rows = await db.$queryRawUnsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from ${name} t`);
        return rows.filter(({ row }) => new RegExp(`\\b${customer}\\b`).test(row)).map(() => name);
      });
      return (await Promise.all(naming)).flat().sort();
    });
  expect(await keptOf(ann)).toEqual([]);
  expect(await keptOf(ben)).toEqual(["decisions", "webhook_events"]);
  const left = await database.inShop(shop, ({ db }) => db.webhookEvent.findMany({ orderBy: { webhookId: "asc" } }));
  expect(left.map(({ payload }) => payload)).toEqual([
    { about: "customer-data" },
    { about: "customer-data", customer: ben },
  ]);
});
