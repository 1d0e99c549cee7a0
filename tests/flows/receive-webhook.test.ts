import { afterAll, beforeEach, expect, test } from "vitest";
import type { CustomerId, OrderId, ProductId, Shop } from "#app/core/values/ids.ts";
import { receiveWebhook } from "#app/flows/receive-webhook.ts";
import { jobHandlers } from "#app/jobs/handlers.ts";
import type { Webhook } from "#app/shopify/authenticate-webhook.ts";
import type { WebhookSubject } from "#app/shopify/webhook-subject.ts";
import type { WebhookTopic } from "#app/shopify/webhook-topics.ts";
import { loadCatalog, saveProducts } from "#app/stores/catalog.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { loadShop, saveUninstalled } from "#app/stores/shops.ts";
import { CAKESTAND, NOON, someProduct } from "#tests/support/builders.ts";
import { drainJobs } from "#tests/support/drain-jobs.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { productNode, variantNode } from "#tests/support/product-nodes.ts";
import { silentLog, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, install, sessions } = testApp(database);
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
let shop: Shop;
let count = 0;

beforeEach(async () => {
  shop = `webhooks-${++count}.myshopify.com` as Shop;
  loopback.asked.length = 0;
  await install(shop);
  await database.inShop(shop, (tenant) => saveProducts(tenant, [someProduct({ updatedAt: NOON - 60_000 })]));
});

const receive = (topic: WebhookTopic, subject: WebhookSubject, ids: Partial<Webhook> = {}) =>
  receiveWebhook(needs, { shop, topic, webhookId: `w-${++count}`, triggeredAt: NOON, subject, ...ids });
const drain = () => drainJobs(database, jobHandlers(needs));
const copy = async () => (await database.inShop(shop, (tenant) => loadCatalog(tenant, [CAKESTAND as ProductId])))[0];
const inShopify = (...nodes: readonly unknown[]) => {
  loopback.answer = () => data({ shop: { currencyCode: "GBP" }, nodes });
};

test("a product that a rule names is read again when it changes", async () => {
  inShopify(productNode(CAKESTAND, { title: "Now dearer", variants: [variantNode("2002", { price: "14.00" })] }));
  await receive("products/update", { about: "product", product: CAKESTAND });
  await drain();
  expect(await copy()).toMatchObject({ title: "Now dearer", variants: [{ price: { minor: 1400 } }] });
});

test("ten changes of one product in a burst are read once, after the last", async () => {
  inShopify(productNode(CAKESTAND));
  for (let change = 0; change < 10; change++) {
    await receive("products/update", { about: "product", product: CAKESTAND }, { eventId: `e-${change}` });
  }
  await drain();
  expect(loopback.asked).toHaveLength(1);
});

test("a product that no rule names costs no work", async () => {
  const outcome = await receive("products/update", { about: "product", product: "77" as ProductId });
  expect(outcome).toEqual({ kind: "not-ours" });
  await drain();
  expect(loopback.asked).toEqual([]);
});

test("a deleted product stays in our copy, marked as deleted", async () => {
  inShopify(null);
  await receive("products/delete", { about: "product", product: CAKESTAND });
  await drain();
  expect(await copy()).toMatchObject({ status: "deleted", title: "Regency Cakestand 3 Tier" });
});

test("an update that arrives after the deletion does not bring the product back", async () => {
  inShopify(null);
  await receive("products/delete", { about: "product", product: CAKESTAND });
  await receive("products/update", { about: "product", product: CAKESTAND });
  await drain();
  expect((await copy())?.status).toBe("deleted");
});

test("stock that was sold is read again, also when nothing else of the product changed", async () => {
  const variant = { availableForSale: true, inventoryPolicy: "DENY", inventoryQuantity: 2 };
  loopback.answer = () => data({ inventoryItem: { tracked: true, variants: { nodes: [variant] } } });
  await receive("inventory_levels/update", { about: "stock", inventoryItem: "3002" });
  await drain();
  expect((await copy())?.variants[0]?.stock).toEqual({ kind: "tracked", left: 2 });
  expect(await receive("inventory_levels/update", { about: "stock", inventoryItem: "9" })).toEqual({
    kind: "not-ours",
  });
});

test("a cost that the merchant changed is read again, though Shopify does not call the product changed by it", async () => {
  const cost = (amount: string) => {
    const { inventoryItem, ...variant } = variantNode("2002");
    const unitCost = { amount, currencyCode: "GBP" };
    inShopify(productNode(CAKESTAND, { variants: [{ ...variant, inventoryItem: { ...inventoryItem, unitCost } }] }));
  };
  cost("5.00");
  await receive("products/update", { about: "product", product: CAKESTAND });
  await drain();
  cost("6.25");
  const told = (inventoryItem: string) => receive("inventory_items/update", { about: "cost", inventoryItem });
  expect(await told("32002")).toEqual({ kind: "received" });
  await drain();
  expect((await copy())?.variants[0]?.cost).toEqual({ minor: 625, currency: "GBP" });
  expect(await told("9")).toEqual({ kind: "not-ours" });
});

test("a webhook of a shop that never had the app is let go", async () => {
  expect(
    await receive("orders/paid", { about: "order", order: "1" as OrderId }, { shop: "other.myshopify.com" as Shop }),
  ).toEqual({ kind: "not-ours" });
});

test("when the app is removed, deciding for the shop stops at once and its tokens are forgotten", async () => {
  const live = liveShops(database);
  await live.warm([shop]);
  expect(live.of(shop)).toBeDefined();
  await receive("app/uninstalled", { about: "uninstalled" });
  await expect.poll(() => live.of(shop)).toBeUndefined();
  expect(await sessions.loadSession(`offline_${shop}`)).toBeUndefined();
  await live.close();
});

test("a removal told of late, after the app was installed again, changes nothing", async () => {
  await receive("app/uninstalled", { about: "uninstalled" });
  await install(shop, NOON + 60_000);
  await receive("app/uninstalled", { about: "uninstalled" }, { eventId: "late" });
  expect((await loadShop(database, shop))?.uninstalledAt).toBeUndefined();
});

test("new scopes are read from Shopify", async () => {
  loopback.answer = () =>
    data({
      shop: {
        name: "Demo",
        currencyCode: "EUR",
        ianaTimezone: "Europe/Berlin",
        shipsToCountries: ["DE"],
        primaryDomain: { localization: null },
      },
      currentAppInstallation: { app: { id: "gid://shopify/App/77" }, accessScopes: [{ handle: "read_orders" }] },
    });
  await receive("app/scopes_update", { about: "scopes" });
  await drain();
  expect(await loadShop(database, shop)).toMatchObject({ scopes: ["read_orders"], currency: "EUR", language: "en" });
});

test("a shop that asks to be erased is, and one that has come back is not", async () => {
  await receive("shop/redact", { about: "shop-erasure" });
  await drain();
  expect(await copy()).toBeDefined();
  await saveUninstalled(database, shop, NOON + 1);
  await receive("shop/redact", { about: "shop-erasure" });
  await drain();
  expect(await copy()).toBeUndefined();
  expect(await loadShop(database, shop)).toBeUndefined();
});

test("a customer who asks to be erased is taken out of the events that we kept", async () => {
  const customer = "42" as CustomerId;
  await receive("customers/data_request", { about: "customer-data", customer, request: "1" });
  await receive("customers/redact", { about: "customer-erasure", customer, orders: ["5" as OrderId] });
  await drain();
  const kept = await database.inShop(shop, ({ db }) => db.webhookEvent.findMany({ where: { shop } }));
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept.map(({ payload }) => payload))).not.toContain("42");
});
