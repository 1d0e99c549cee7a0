import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { PastOrder } from "#app/core/facts/customer-history.ts";
import type { CustomerId, OrderId, Shop } from "#app/core/values/ids.ts";
import { attributeOrder } from "#app/flows/attribute-order.ts";
import { installShop } from "#app/flows/install-shop.ts";
import { receiveWebhook } from "#app/flows/receive-webhook.ts";
import { jobHandlers } from "#app/jobs/handlers.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { loadShop, saveInstalled } from "#app/stores/shops.ts";
import { NOON } from "#tests/support/builders.ts";
import { drainJobs } from "#tests/support/drain-jobs.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { type OrderStory, orderNode } from "#tests/support/order-nodes.ts";
import { offlineSession, silentLog, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP } from "../stores/filled-shop.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, sessions } = testApp(database);
const needs = {
  database,
  adminOf,
  exclusively,
  now: () => NOON,
  log: silentLog,
  sessions: { keepAlive: async () => "fresh" as const },
  live: liveShops(database),
};
afterAll(() => needs.live.close());
const ANN = "71" as CustomerId;
const BEN = "72" as CustomerId;
const SCOPES = ["read_products", "read_orders", "read_customers"];
let shop: Shop;
let count = 0;
let orders: Map<string, OrderStory>;
let customers: Map<string, { tags: readonly string[]; numberOfOrders: string }>;

beforeEach(() => {
  shop = `customers-${++count}.myshopify.com` as Shop;
  orders = new Map();
  customers = new Map();
  loopback.asked.length = 0;
  loopback.answer = ({ operation, variables }) => {
    const id = String(variables.id).split("/").at(-1) ?? "";
    if (operation === "EncoreReadCustomer") {
      const known = customers.get(id);
      return data({ customer: known ? { id: `gid://shopify/Customer/${id}`, ...known } : null });
    }
    const story = orders.get(id);
    return data({ order: story ? orderNode(story) : null });
  };
});

async function installed({ beganEmpty = false, scopes = SCOPES } = {}): Promise<void> {
  await saveInstalled(database, shop, { ...LONDON_SHOP, appId: "77", scopes, beganEmpty }, NOON);
  await sessions.storeSession(offlineSession(shop));
}

async function order(id: string, story: Omit<OrderStory, "id">): Promise<void> {
  orders.set(id, { id, ...story });
  await attributeOrder(needs, { shop, order: id as OrderId });
}

async function historyOf(customer: CustomerId) {
  const row = await database.inShop(shop, ({ db }) =>
    db.customerHistory.findUnique({ where: { shop_customer: { shop, customer } } }),
  );
  return (
    row && {
      orders: (row.orders as unknown as PastOrder[]).map(({ reference }) => reference),
      tags: row.tags,
      isComplete: row.isComplete,
    }
  );
}

const by = (id: CustomerId, inShopify: number, tags: readonly string[] = []) => ({ id, orders: inShopify, tags });

describe("the history of a customer", () => {
  test("holds the paid orders, the latest first, and those without a checkout too", async () => {
    await installed({ beganEmpty: true });
    await order("1", { customer: by(ANN, 1) });
    await order("2", { customer: by(ANN, 2), token: null });
    await order("3", { customer: by(ANN, 3, ["VIP"]), paid: "PENDING" });
    await order("4", { customer: by(BEN, 1) });
    expect(await historyOf(ANN)).toEqual({ orders: ["token-1", "order 2"], tags: ["VIP"], isComplete: true });
    expect((await historyOf(BEN))?.orders).toEqual(["token-4"]);
  });

  test("loses an order that is cancelled or wholly refunded, and keeps one that was refunded in part", async () => {
    await installed({ beganEmpty: true });
    for (const id of ["1", "2", "3"]) await order(id, { customer: by(ANN, 3) });
    await order("1", { customer: by(ANN, 3), cancelled: true, changes: 1 });
    await order("2", { customer: by(ANN, 3), paid: "REFUNDED", changes: 1 });
    await order("3", { customer: by(ANN, 3), paid: "PARTIALLY_REFUNDED", changes: 1 });
    expect((await historyOf(ANN))?.orders).toEqual(["token-3"]);
  });

  test("is not changed by a reading that is older than ours", async () => {
    await installed({ beganEmpty: true });
    await order("1", { customer: by(ANN, 1), cancelled: true, changes: 5 });
    await order("1", { customer: by(ANN, 1), changes: 1 });
    expect((await historyOf(ANN))?.orders).toEqual([]);
  });

  test("has both of two orders that are read at the same moment", async () => {
    await installed({ beganEmpty: true });
    await Promise.all(Array.from({ length: 12 }, (_, at) => order(String(at + 1), { customer: by(ANN, 12) })));
    expect((await historyOf(ANN))?.orders).toHaveLength(12);
  });

  test("moves with an order that the merchant gives to another customer", async () => {
    await installed({ beganEmpty: true });
    await order("1", { customer: by(ANN, 1) });
    await order("1", { customer: by(BEN, 1), changes: 1 });
    expect([(await historyOf(ANN))?.orders, (await historyOf(BEN))?.orders]).toEqual([[], ["token-1"]]);
  });

  test("loses an order that Shopify names nobody on any more", async () => {
    await installed({ beganEmpty: true });
    await order("1", { customer: by(ANN, 1) });
    await order("1", { changes: 1 });
    expect((await historyOf(ANN))?.orders).toEqual([]);
  });
});

describe("whether a history is complete", () => {
  test("in a shop that had orders before, it is once we hold as many as Shopify counts", async () => {
    await installed();
    await order("1", { customer: by(ANN, 2) });
    expect((await historyOf(ANN))?.isComplete).toBe(false);
    await order("2", { customer: by(ANN, 2) });
    expect((await historyOf(ANN))?.isComplete).toBe(true);
  });

  test("a cancelled order does not make up for one that we do not hold", async () => {
    await installed();
    await order("1", { customer: by(ANN, 2) });
    await order("2", { customer: by(ANN, 2), cancelled: true });
    expect((await historyOf(ANN))?.isComplete).toBe(false);
  });

  test("in a shop that began without an order it always is", async () => {
    await installed({ beganEmpty: true });
    await order("1", { customer: by(ANN, 5) });
    expect((await historyOf(ANN))?.isComplete).toBe(true);
  });
});

describe("the history of a customer with more orders than are read with each question", () => {
  const manyOrders = (many: number) =>
    database.inShop(
      shop,
      ({ db }) => db.$executeRaw`
        insert into customer_orders (shop, order_id, customer, document, counts, is_cancelled, at, updated_at)
        select ${shop}, place::text, ${ANN}, jsonb_build_object('reference', 'early ' || place), true, false,
          to_timestamp(place), to_timestamp(place)
        from generate_series(1, ${many}::int) place`,
    );

  test.each([
    [249, 250, true],
    [250, 250, false],
  ])("and one after %i others holds %i, complete: %s", async (others, held, isComplete) => {
    await installed({ beganEmpty: true });
    await manyOrders(others);
    await order("1000", { customer: by(ANN, others + 1) });
    const history = await historyOf(ANN);
    expect([history?.orders.length, history?.orders[0], history?.isComplete]).toEqual([held, "token-1000", isComplete]);
  });
});

describe("at the install", () => {
  const shopAnswers = (ordersCount: number, scopes: readonly string[]) => {
    loopback.answer = ({ operation }) =>
      operation === "EncoreReadOrdersCount"
        ? data({ ordersCount: { count: ordersCount } })
        : data({
            shop: {
              name: "Demo",
              currencyCode: "GBP",
              ianaTimezone: "Europe/London",
              shipsToCountries: ["GB"],
              primaryDomain: { localization: null },
            },
            currentAppInstallation: {
              app: { id: "gid://shopify/App/77" },
              accessScopes: scopes.map((handle) => ({ handle })),
            },
          });
  };

  test.each([
    ["without an order", 0, SCOPES, true],
    ["with orders", 1, SCOPES, false],
    ["whose customers we may not read", 0, ["read_products", "read_orders"], false],
  ])("a shop %s", async (_case, ordersCount, scopes, beganEmpty) => {
    shopAnswers(ordersCount, scopes);
    await sessions.storeSession(offlineSession(shop));
    await installShop(needs, shop);
    expect(await loadShop(database, shop)).toMatchObject({ beganEmpty, shipsTo: ["GB"] });
  });
});

describe("a customer who changes", () => {
  const told = (customer: CustomerId) =>
    receiveWebhook(needs, {
      shop,
      topic: "customer.tags_added",
      webhookId: `w-${++count}`,
      triggeredAt: NOON,
      subject: { about: "customer", customer },
    });
  const drain = () => drainJobs(database, jobHandlers(needs));

  test("has their tags read again, also before the first order", async () => {
    await installed({ beganEmpty: true });
    customers.set(ANN, { tags: ["wholesale"], numberOfOrders: "0" });
    await told(ANN);
    await drain();
    expect(await historyOf(ANN)).toEqual({ orders: [], tags: ["wholesale"], isComplete: true });
  });

  test("and has ordered where we did not see it, is known incompletely", async () => {
    await installed();
    await order("1", { customer: by(ANN, 1) });
    customers.set(ANN, { tags: [], numberOfOrders: "2" });
    await told(ANN);
    await drain();
    expect(await historyOf(ANN)).toEqual({ orders: ["token-1"], tags: [], isComplete: false });
  });

  test("is forgotten when Shopify has them no more", async () => {
    await installed();
    await order("1", { customer: by(ANN, 1) });
    await told(ANN);
    await drain();
    expect(await historyOf(ANN)).toBeNull();
  });

  test("is not asked about in a shop that has not granted it yet: nothing fails, and nothing is known", async () => {
    await installed({ scopes: ["read_products", "read_orders"] });
    await told(ANN);
    await order("1", { customer: by(ANN, 1) });
    await drain();
    expect(loopback.asked.map(({ operation }) => operation)).toEqual(["EncoreReadOrder"]);
    expect(loopback.asked[0]?.variables.withCustomer).toBe(false);
  });

  test("and asks to be erased is in no history any more, nor are the orders named", async () => {
    await installed({ beganEmpty: true });
    await order("1", { customer: by(ANN, 1, ["VIP"]) });
    await order("2", { customer: by(BEN, 1) });
    await receiveWebhook(needs, {
      shop,
      topic: "customers/redact",
      webhookId: `w-${++count}`,
      triggeredAt: NOON,
      subject: { about: "customer-erasure", customer: ANN, orders: ["1" as OrderId] },
    });
    await drain();
    expect(await historyOf(ANN)).toBeNull();
    expect(await database.inShop(shop, ({ db }) => db.customerOrder.count({ where: { shop } }))).toBe(1);
    expect((await historyOf(BEN))?.orders).toEqual(["token-2"]);
  });
});
