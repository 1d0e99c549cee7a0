import { beforeEach, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { adminClients } from "#app/shopify/admin-client.ts";
import { READ_STOCK } from "#app/shopify/graphql/read-stock.graphql.ts";
import { WHILE_A_MERCHANT_WAITS } from "#app/shopify/patience.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { offlineSession, silentLog, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const app = testApp(database);
const waited: number[] = [];
const adminOf = adminClients({
  shopify: app.shopify,
  log: silentLog,
  dice: () => 0,
  pause: async (ms) => {
    waited.push(ms);
  },
});
const STOCK = { id: "gid://shopify/InventoryItem/1" };
const ask = (shop = DEMO_SHOP) => adminOf(shop).ask(READ_STOCK, STOCK);
/** A merchant's, of whom we do not wait five seconds here. */
const merchants = (silenceMs = 400) =>
  adminClients({
    shopify: app.shopify,
    log: silentLog,
    patience: { ...WHILE_A_MERCHANT_WAITS, silenceMs },
    dice: () => 0,
  })(DEMO_SHOP);

beforeEach(async () => {
  loopback.asked.length = 0;
  waited.length = 0;
  await app.install(DEMO_SHOP);
});

const throttled = {
  body: {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
    extensions: {
      cost: {
        requestedQueryCost: 300,
        throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 100, restoreRate: 100 },
      },
    },
  },
};

test("a throttled question waits until enough points have come back, and is asked again", async () => {
  const answers = [throttled, throttled, data({ inventoryItem: null })];
  loopback.answer = () => answers.shift() ?? data(null);
  expect(await ask()).toEqual({ inventoryItem: null });
  expect(waited).toEqual([2_000, 2_000]);
});

test("a shop that stays throttled is given up for now, and the refusal says that later may do", async () => {
  loopback.answer = () => throttled;
  await expect(ask()).rejects.toMatchObject({ code: "shopify-throttled", retry: { kind: "after" } });
  expect(loopback.asked).toHaveLength(5);
});

test("Shopify's stumbles are asked again after ever longer pauses", async () => {
  const answers = [{ status: 503, body: {} }, { status: 500, body: {} }, data({ inventoryItem: null })];
  loopback.answer = () => answers.shift() ?? data(null);
  await ask();
  expect(waited).toEqual([500, 1_000]);
});

test("a question that Shopify refuses is not asked again", async () => {
  loopback.answer = () => ({ body: { errors: [{ message: "Access denied", extensions: { code: "ACCESS_DENIED" } }] } });
  await expect(ask()).rejects.toMatchObject({ code: "shopify-refused", retry: { kind: "no" } });
  expect(loopback.asked).toHaveLength(1);
});

test("a revoked token is a refusal, not an outage", async () => {
  loopback.answer = () => ({ status: 401, body: { errors: "[API] Invalid API key or access token" } });
  await expect(ask()).rejects.toMatchObject({ code: "shopify-refused" });
});

test("a shop without the app is told apart from a Shopify that is away", async () => {
  await expect(ask("nobody.myshopify.com" as Shop)).rejects.toMatchObject({ code: "not-installed" });
});

test("each question carries the token that is stored at that moment", async () => {
  loopback.answer = () => data({ inventoryItem: null });
  const admin = adminOf(DEMO_SHOP);
  await admin.ask(READ_STOCK, { id: "gid://shopify/InventoryItem/1" });
  await app.sessions.storeSession(offlineSession(DEMO_SHOP, { accessToken: "shpat_second" }));
  await admin.ask(READ_STOCK, { id: "gid://shopify/InventoryItem/1" });
  expect(loopback.asked.map(({ accessToken }) => accessToken)).toEqual(["shpat_first", "shpat_second"]);
});

test("a merchant is told in time that Shopify does not answer, also where it hangs", async () => {
  expect(WHILE_A_MERCHANT_WAITS).toMatchObject({ answerWithinMs: 5_000, silenceMs: 5_000 });
  let letGo = () => {};
  loopback.answer = () => new Promise((resolve) => (letGo = () => resolve(data(null))));
  const began = performance.now();
  await expect(merchants().ask(READ_STOCK, STOCK)).rejects.toMatchObject({ code: "shopify-away" });
  expect(performance.now() - began).toBeLessThan(1_500);
  expect(loopback.asked).toHaveLength(1);
  letGo();
});

test("a merchant does not wait for points that will come back too late for them", async () => {
  loopback.answer = () => throttled;
  await expect(merchants().ask(READ_STOCK, STOCK)).rejects.toMatchObject({ code: "shopify-throttled" });
  expect(loopback.asked).toHaveLength(1);
});

test("a stumble is asked about again while a merchant waits", async () => {
  const answers = [{ status: 503, body: {} }, data({ inventoryItem: null })];
  loopback.answer = () => answers.shift() ?? data(null);
  expect(await merchants(2_000).ask(READ_STOCK, STOCK)).toEqual({ inventoryItem: null });
});

test("work of many questions that Shopify answers, each in time, goes on for a merchant", async () => {
  loopback.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return data({ inventoryItem: null });
  };
  const admin = merchants(1_500);
  for (const _question of [1, 2, 3, 4]) await admin.ask(READ_STOCK, STOCK);
  expect(loopback.asked).toHaveLength(4);
});
