import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { APP_TOML, buy, CLIENT_SECRET, openDemoShop, signedChangeset, TEAPOT } from "./demo-shop.ts";

const topicsOf = (heard: readonly { readonly topic: string }[]) => heard.map(({ topic }) => topic).sort();

test("a purchase tells the app of the order, of the stock that fell and of the product", async () => {
  const { store, heard } = await openDemoShop();
  await buy(store);
  await store.webhooksSettled();
  expect(topicsOf(heard)).toEqual(["inventory_levels/update", "orders/create", "orders/paid", "products/update"]);
  expect(heard.find(({ topic }) => topic === "orders/paid")?.path).toBe("/webhooks/orders");
});

test("orders/create goes out before the offer is accepted; what was added follows as edited and updated", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  await shop.store.webhooksSettled();
  const created = JSON.parse(shop.heard.find(({ topic }) => topic === "orders/create")?.body ?? "");
  expect(created.line_items).toHaveLength(1);
  expect(created.checkout_token).toBe(token);
  expect(created.line_items[0].fulfillable_quantity, "held until the shopper is past the page").toBe(0);
  shop.heard.length = 0;
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  await shop.store.webhooksSettled();
  expect(topicsOf(shop.heard)).toEqual([
    "inventory_levels/update",
    "orders/edited",
    "orders/updated",
    "products/update",
  ]);
  const edited = JSON.parse(shop.heard.find(({ topic }) => topic === "orders/edited")?.body ?? "");
  expect(edited.order_edit.line_items.additions).toEqual([{ id: order().lines[1]?.id, delta: 1 }]);
});

test("a refund tells refunds/create, a cancellation orders/cancelled as well", async () => {
  const { store, heard } = await openDemoShop();
  const { orderId, order } = await buy(store);
  await store.webhooksSettled();
  heard.length = 0;
  store.refund(orderId, [{ lineId: order().lines[0]?.id ?? 0, quantity: 1 }]);
  await store.webhooksSettled();
  expect(topicsOf(heard)).toEqual(["inventory_levels/update", "orders/updated", "products/update", "refunds/create"]);
  heard.length = 0;
  store.cancel(orderId);
  await store.webhooksSettled();
  expect(topicsOf(heard)).toEqual(["orders/cancelled", "orders/updated", "refunds/create"]);
});

test("every webhook carries Shopify's headers and is signed over its raw body", async () => {
  const { store, heard } = await openDemoShop();
  store.setPrice(TEAPOT, 1200);
  await store.webhooksSettled();
  const [webhook] = heard;
  expect(webhook?.headers).toMatchObject({
    "content-type": "application/json",
    "x-shopify-topic": "products/update",
    "x-shopify-shop-domain": "encore-demo.myshopify.com",
    "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-shopify-event-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-shopify-triggered-at": "2026-11-21T18:04:02.250Z",
    "x-shopify-hmac-sha256": createHmac("sha256", CLIENT_SECRET)
      .update(webhook?.body ?? "")
      .digest("base64"),
  });
});

test("what the app has no scope for, or did not subscribe to, is not sent", async () => {
  const { store, heard } = await openDemoShop({
    toml: APP_TOML.replace("read_products,read_orders,read_inventory", "read_products").replace(
      '"products/delete", ',
      "",
    ),
  });
  await buy(store);
  store.deleteProduct(4200);
  await store.webhooksSettled();
  expect(topicsOf(heard)).toEqual(["products/update"]);
});

test("nothing is sent to an app that is not installed, but for what the law asks", async () => {
  const { store, heard } = await openDemoShop({ installed: false });
  const { order } = await buy(store);
  store.sendComplianceWebhook({ topic: "customers/redact", customerId: order().customerId });
  store.sendComplianceWebhook({ topic: "shop/redact" });
  await store.webhooksSettled();
  expect(topicsOf(heard)).toEqual(["customers/redact", "shop/redact"]);
});

test("uninstalling is told, and is the last that is told", async () => {
  const { store, heard } = await openDemoShop();
  store.uninstallApp();
  store.setPrice(TEAPOT, 1300);
  await store.webhooksSettled();
  expect(topicsOf(heard)).toEqual(["app/uninstalled"]);
});

test("only the fields asked for are sent", async () => {
  const { store, heard } = await openDemoShop({
    toml: APP_TOML.replace(
      'uri = "/webhooks/products"',
      'uri = "/webhooks/products"\n  include_fields = ["id", "updated_at"]',
    ),
  });
  store.setPrice(TEAPOT, 1200);
  await store.webhooksSettled();
  expect(JSON.parse(heard[0]?.body ?? "")).toEqual({ id: 4100, updated_at: "2026-11-21T18:04:02Z" });
});

test("a webhook that fails is tried again with the same ids and the original payload", async () => {
  const shop = await openDemoShop({ dials: { webhookRetrySpeed: 20_000 } });
  const statuses = [500, 302, 200];
  shop.answers = () => statuses.shift() ?? 200;
  shop.store.setPrice(TEAPOT, 1200);
  await shop.store.webhooksSettled();
  shop.store.setPrice(TEAPOT, 1300);
  shop.answers = () => 200;
  await expect.poll(() => shop.store.webhookDeliveries().at(-1)?.state).toBe("delivered");
  const tries = shop.heard.filter(({ body }) => body === shop.heard[0]?.body);
  expect(tries.length).toBeGreaterThanOrEqual(2);
  expect(JSON.parse(tries.at(-1)?.body ?? "").variants[0].price).toBe("12.00");
  expect(new Set(tries.map(({ headers }) => headers["x-shopify-webhook-id"])).size).toBe(1);
  expect(new Set(tries.map(({ headers }) => headers["x-shopify-triggered-at"])).size).toBe(1);
});

test("retries are eight, each later than the one before, over four hours; then it is given up", async () => {
  const shop = await openDemoShop();
  const start = shop.clock.now;
  shop.answers = () => 500;
  shop.store.setPrice(TEAPOT, 1200);
  await shop.store.webhooksSettled();
  const delivery = shop.store.webhookDeliveries()[0];
  expect(delivery).toMatchObject({ state: "waiting", attempts: [{ answer: 500 }] });
  expect((delivery?.dueAt ?? 0) - start).toBeCloseTo(56_470, -2);
  const fast = await openDemoShop({ dials: { webhookRetrySpeed: 1_000_000 } });
  fast.answers = () => 500;
  fast.store.setPrice(TEAPOT, 1200);
  await expect.poll(() => fast.store.webhookDeliveries()[0]?.state, { timeout: 10_000 }).toBe("given-up");
  expect(fast.store.webhookDeliveries()[0]?.attempts).toHaveLength(9);
  // The eighth wait is 2^7 first ones: two hours, here 7.2 ms.
  expect((fast.store.webhookDeliveries()[0]?.dueAt ?? 0) - start).toBeCloseTo(7.23, 2);
});

test("however many wait for an app that is down, none is forgotten", async () => {
  const shop = await openDemoShop();
  shop.answers = () => 503;
  for (let price = 1; price <= 150; price++) shop.store.setPrice(TEAPOT, price);
  await shop.store.webhooksSettled();
  expect(shop.store.webhookDeliveries().filter(({ state }) => state === "waiting")).toHaveLength(150);
});

test("an answer that takes longer than five seconds is none", { timeout: 15_000 }, async () => {
  const shop = await openDemoShop();
  shop.answers = () => new Promise((resolve) => setTimeout(() => resolve(200), 5_500));
  shop.store.setPrice(TEAPOT, 1200);
  await shop.store.webhooksSettled();
  const [attempt] = shop.store.webhookDeliveries()[0]?.attempts ?? [];
  expect(attempt?.answer).toBe("timeout");
  expect(attempt?.tookMs).toBeGreaterThanOrEqual(4_900);
});

test("the dial sends everything twice, with the same ids", async () => {
  const { store, heard } = await openDemoShop({ dials: { webhookDuplicates: 1 } });
  store.setPrice(TEAPOT, 1200);
  await store.webhooksSettled();
  expect(heard).toHaveLength(2);
  expect(heard[0]?.headers["x-shopify-event-id"]).toBe(heard[1]?.headers["x-shopify-event-id"]);
});

test("the dial sends the latest first", async () => {
  const { store, heard } = await openDemoShop({ dials: { webhooksReversed: true } });
  store.setPrice(TEAPOT, 1200);
  store.setPrice(TEAPOT, 1300);
  await store.webhooksSettled();
  expect(heard.map(({ body }) => JSON.parse(body).variants[0].price)).toEqual(["13.00", "12.00"]);
});

test("two products that change together are two events", async () => {
  const { store, heard } = await openDemoShop();
  await buy(store, { kind: "card", number: "1" }, [TEAPOT, 42_001]);
  await store.webhooksSettled();
  const products = heard.filter(({ topic }) => topic === "products/update");
  expect(new Set(products.map(({ headers }) => headers["x-shopify-event-id"])).size).toBe(2);
});

test("an app configuration that lacks what Shopify needs is refused, naming it", async () => {
  const without = APP_TOML.replace('api_version = "2026-10"', "");
  await expect(openDemoShop({ toml: without })).rejects.toThrow("webhooks.api_version is not a text");
});
