import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import { netOf } from "#app/core/attribution/entries-for.ts";
import type { OrderId, Shop } from "#app/core/values/ids.ts";
import { attributeOrder } from "#app/flows/attribute-order.ts";
import { receiveWebhook } from "#app/flows/receive-webhook.ts";
import { jobHandlers } from "#app/jobs/handlers.ts";
import type { Webhook } from "#app/shopify/authenticate-webhook.ts";
import type { WebhookTopic } from "#app/shopify/webhook-topics.ts";
import { keepAcceptance } from "#app/stores/acceptances.ts";
import { loadEarnings } from "#app/stores/earnings.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { loadOrder } from "#app/stores/orders.ts";
import { saveUninstalled } from "#app/stores/shops.ts";
import { GBP, NOON } from "#tests/support/builders.ts";
import { drainJobs } from "#tests/support/drain-jobs.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { type OrderStory, orderNode, UPSOLD_MINOR, upsoldAcceptance } from "#tests/support/order-nodes.ts";
import { offlineSession, silentLog, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, sessions, install } = testApp(database);
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
const handlers = jobHandlers(needs);
const shop = "ledger.myshopify.com" as Shop;
/** How each order stands in Shopify now. */
const orders = new Map<string, OrderStory>();
let latest = 1_000;

beforeEach(async () => {
  await install(shop);
  loopback.answer = ({ variables }) => {
    const story = orders.get(String(variables.id).split("/").at(-1) ?? "");
    return data({ order: story ? orderNode(story) : null });
  };
});

function anOrder(story: Omit<OrderStory, "id"> = {}): OrderId {
  const id = String(++latest);
  orders.set(id, { id, ...story });
  return id as OrderId;
}

const accept = (order: OrderId, overrides: Partial<Acceptance> = {}) =>
  database.inShop(shop, (tenant) => keepAcceptance(tenant, upsoldAcceptance(order, overrides)));

const webhook = (order: OrderId, topic: WebhookTopic, ids: Partial<Webhook> = {}): Webhook => ({
  shop,
  topic,
  eventId: `${topic} ${order}`,
  webhookId: `${topic} ${order} 1`,
  triggeredAt: NOON,
  subject: { about: "order", order },
  ...ids,
});

const deliver = (...webhooks: readonly Webhook[]) => Promise.all(webhooks.map((one) => receiveWebhook(needs, one)));
const drain = () => drainJobs(database, handlers);
const ledger = (order: OrderId) => database.inShop(shop, (tenant) => loadEarnings(tenant, order));
const net = async (order: OrderId) => netOf(await ledger(order), GBP).minor;

describe("the ledger of an order", () => {
  test("an accepted offer earns what its line is sold for, once our app's edit has put it there", async () => {
    const order = anOrder();
    await accept(order);
    expect(await attributeOrder(needs, { shop, order })).toEqual({ kind: "attributed", booked: 0 });
    orders.set(order, { id: order, upsold: true, changes: 1 });
    expect(await attributeOrder(needs, { shop, order })).toEqual({ kind: "attributed", booked: 1 });
    expect(await ledger(order)).toMatchObject([{ kind: "earned", rule: "cakestand", amount: { minor: UPSOLD_MINOR } }]);
  });

  test("a line that was added without an acceptance of ours earns nothing", async () => {
    const order = anOrder({ upsold: true });
    await attributeOrder(needs, { shop, order });
    expect(await ledger(order)).toEqual([]);
  });

  test("fifty deliveries of one webhook at once are one entry", async () => {
    const order = anOrder({ upsold: true });
    await accept(order);
    const answers = await deliver(...Array.from({ length: 50 }, () => webhook(order, "orders/edited")));
    expect(answers.filter(({ kind }) => kind === "received")).toHaveLength(1);
    await drain();
    expect(await ledger(order)).toHaveLength(1);
  });

  test("two subscriptions that deliver the same event have one effect", async () => {
    const order = anOrder({ upsold: true });
    await accept(order);
    const answers = await deliver(
      webhook(order, "orders/edited", { webhookId: "w-1" }),
      webhook(order, "orders/edited", { webhookId: "w-2" }),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["duplicate", "received"]);
    await drain();
    expect(await ledger(order)).toHaveLength(1);
  });

  test("twenty workers that attribute one order at once book it once", async () => {
    const order = anOrder({ upsold: true, refunds: [1] });
    await accept(order);
    await Promise.all(Array.from({ length: 20 }, () => attributeOrder(needs, { shop, order })));
    expect((await ledger(order)).map(({ kind }) => kind).sort()).toEqual(["earned", "refunded"]);
  });

  test("an acceptance that is committed after the order's first webhooks joins it with the next", async () => {
    const order = anOrder({ upsold: true });
    await deliver(webhook(order, "orders/create"), webhook(order, "orders/paid"));
    await drain();
    expect(await ledger(order)).toEqual([]);
    await accept(order);
    await deliver(webhook(order, "orders/edited"));
    await drain();
    expect(await net(order)).toBe(UPSOLD_MINOR);
  });

  test("a partial refund takes its part, a full refund the rest, and nothing ever falls below zero", async () => {
    const order = anOrder({ upsold: true, changes: 1 });
    await accept(order);
    const told: number[] = [];
    for (const refunds of [[], [1], [1, 1], [1, 1, 2]]) {
      orders.set(order, { id: order, upsold: true, refunds, changes: 1 + refunds.length });
      await attributeOrder(needs, { shop, order });
      told.push(await net(order));
    }
    expect(told).toEqual([UPSOLD_MINOR, UPSOLD_MINOR / 2, 0, 0]);
    expect((await ledger(order)).map(({ kind }) => kind)).toEqual(["earned", "refunded", "refunded"]);
  });

  test("a cancellation takes what refunds have left", async () => {
    const order = anOrder({ upsold: true, refunds: [1], cancelled: true });
    await accept(order);
    await attributeOrder(needs, { shop, order });
    expect(await net(order)).toBe(0);
  });

  test("a reading that is older than the one we have changes nothing", async () => {
    const order = anOrder({ upsold: true, refunds: [2], changes: 9 });
    await accept(order);
    await attributeOrder(needs, { shop, order });
    orders.set(order, { id: order, upsold: true, changes: 1 });
    expect(await attributeOrder(needs, { shop, order })).toEqual({ kind: "stale" });
    expect(await net(order)).toBe(0);
  });

  test("an order that no checkout made is left alone", async () => {
    const order = anOrder({ token: null });
    expect(await attributeOrder(needs, { shop, order })).toEqual({ kind: "not-from-checkout" });
    expect(await database.inShop(shop, (tenant) => loadOrder(tenant, order))).toBeUndefined();
  });

  test("an order that is not there yet is asked for again", async () => {
    const order = String(++latest) as OrderId;
    await expect(handlers["attribute-order"]({ shop, order }, 1)).rejects.toMatchObject({
      code: "order-not-there-yet",
    });
    await handlers["attribute-order"]({ shop, order }, 5);
  });
});

const TOPICS: readonly WebhookTopic[] = [
  "orders/create",
  "orders/edited",
  "orders/paid",
  "refunds/create",
  "orders/cancelled",
];

function permutations<T>(items: readonly T[]): T[][] {
  return items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

test("all 120 orders of create, edit, paid, refund and cancel end in the same ledger", async () => {
  const all = permutations(TOPICS).map((topics) => ({
    order: anOrder({ upsold: true, refunds: [1], cancelled: true, changes: 5 }),
    topics,
  }));
  for (let from = 0; from < all.length; from += 6) {
    await Promise.all(
      all.slice(from, from + 6).map(async ({ order, topics }) => {
        await accept(order);
        for (const topic of topics) await receiveWebhook(needs, webhook(order, topic));
      }),
    );
  }
  await drain();
  const ledgers = await Promise.all(
    all.map(async ({ order }) => (await ledger(order)).map(({ kind, line, amount }) => [kind, line, amount.minor])),
  );
  expect(new Set(ledgers.map((entries) => JSON.stringify(entries))).size).toBe(1);
  expect(ledgers[0]?.map(([kind]) => kind)).toEqual(["earned", "refunded", "cancelled"]);
}, 60_000);

test("an order that changes while its webhooks are late, doubled and out of order ends right, and is never negative", async () => {
  const happenings: readonly Partial<OrderStory>[] = [
    { changes: 0 },
    { upsold: true, changes: 1 },
    { upsold: true, changes: 1 },
    { upsold: true, refunds: [1], changes: 2 },
    { upsold: true, refunds: [1], cancelled: true, changes: 3 },
  ];
  const step = fc.oneof(
    fc.record({ do: fc.constant("happen" as const) }),
    fc.record({ do: fc.constant("deliver" as const), topic: fc.constantFrom(...TOPICS), copy: fc.nat(2) }),
    fc.record({ do: fc.constant("work" as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const order = anOrder(happenings[0]);
      await accept(order);
      let happened = 0;
      for (const one of steps) {
        if (one.do === "happen") {
          happened = Math.min(happened + 1, happenings.length - 1);
          orders.set(order, { id: order, ...happenings[happened] });
        } else if (one.do === "deliver") {
          await receiveWebhook(needs, webhook(order, one.topic, { eventId: `${one.topic} ${order} ${one.copy}` }));
        } else await attributeOrder(needs, { shop, order });
        expect(await net(order)).toBeGreaterThanOrEqual(0);
      }
      orders.set(order, { id: order, ...happenings.at(-1) });
      await receiveWebhook(needs, webhook(order, "orders/updated"));
      await drain();
      expect(await net(order)).toBe(0);
      expect((await ledger(order)).filter(({ kind }) => kind === "earned")).toHaveLength(1);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("webhooks from before an uninstall are booked once after the shop has come back", async () => {
  const order = anOrder({ upsold: true });
  await accept(order);
  await deliver(webhook(order, "orders/edited"));
  await saveUninstalled(database, shop, NOON + 1_000);
  await drain();
  expect(await ledger(order)).toEqual([]);
  await install(shop, NOON + 5_000);
  await sessions.storeSession(offlineSession(shop, { accessToken: "shpat_second" }));
  loopback.asked.length = 0;
  await deliver(
    webhook(order, "orders/edited"),
    webhook(order, "orders/updated"),
    webhook(order, "app/uninstalled", { subject: { about: "uninstalled" }, triggeredAt: NOON + 1_000 }),
  );
  await drain();
  expect(await net(order)).toBe(UPSOLD_MINOR);
  expect(new Set(loopback.asked.map(({ accessToken }) => accessToken))).toEqual(new Set(["shpat_second"]));
});
