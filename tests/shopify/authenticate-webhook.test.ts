import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { webhookAuthenticator } from "#app/shopify/authenticate-webhook.ts";
import type { WebhookGroup } from "#app/shopify/webhook-topics.ts";
import { DEMO_SHOP, NOON } from "#tests/support/builders.ts";
import { CREDENTIALS, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const { shopify } = testApp(await testDatabase());
const authenticate = webhookAuthenticator({ shopify, now: () => NOON });

interface Sent {
  readonly topic?: string;
  readonly body?: string;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly group?: WebhookGroup;
}

function send({ topic = "orders/paid", body = '{"id":1}', secret = CREDENTIALS.apiSecret, ...rest }: Sent) {
  const request = new Request("http://127.0.0.1:4040/webhooks/orders", {
    method: "POST",
    body,
    headers: {
      "X-Shopify-Topic": topic,
      "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(body).digest("base64"),
      "X-Shopify-Shop-Domain": DEMO_SHOP,
      "X-Shopify-API-Version": "2026-10",
      "X-Shopify-Webhook-Id": "w-1",
      ...rest.headers,
    },
  });
  return authenticate(request, rest.group ?? "orders");
}

const status = (refused: Promise<unknown>) =>
  refused.then(
    () => "taken",
    (response: unknown) => (response instanceof Response ? response.status : response),
  );

test("a webhook that Shopify signed says what it is about, and nothing personal of it is kept", async () => {
  const body = JSON.stringify({ id: 5501234567890, email: "someone@example.com", customer: { first_name: "Ann" } });
  const headers = { "X-Shopify-Event-Id": "e-1", "X-Shopify-Triggered-At": "2026-11-21T11:59:58Z" };
  expect(await send({ body, headers })).toEqual({
    shop: DEMO_SHOP,
    topic: "orders/paid",
    eventId: "e-1",
    webhookId: "w-1",
    triggeredAt: NOON - 2_000,
    subject: { about: "order", order: "5501234567890" },
  });
});

test.each([
  ["orders/edited", "orders", { order_edit: { id: 9, order_id: 12 } }, { about: "order", order: "12" }],
  ["refunds/create", "orders", { id: 9, order_id: 12 }, { about: "order", order: "12" }],
  ["products/delete", "products", { id: 7 }, { about: "product", product: "7" }],
  ["inventory_levels/update", "products", { inventory_item_id: 8 }, { about: "stock", inventoryItem: "8" }],
  ["inventory_items/update", "products", { id: 8 }, { about: "cost", inventoryItem: "8" }],
  ["app/uninstalled", "app", { id: 1 }, { about: "uninstalled" }],
  [
    "customers/redact",
    "compliance",
    { customer: { id: 3 }, orders_to_redact: [4, 5] },
    { about: "customer-erasure", customer: "3", orders: ["4", "5"] },
  ],
  [
    "customers/data_request",
    "compliance",
    { customer: { id: 3 }, data_request: { id: 6 } },
    { about: "customer-data", customer: "3", request: "6" },
  ],
  ["shop/redact", "compliance", { shop_id: 1 }, { about: "shop-erasure" }],
] as const)("%s is understood", async (topic, group, payload, subject) => {
  expect((await send({ topic, group, body: JSON.stringify(payload) })).subject).toEqual(subject);
});

test("a webhook that someone else signed is refused", async () => {
  expect(await status(send({ secret: "another" }))).toBe(401);
});

test("a topic is taken at its own address only", async () => {
  expect(await status(send({ topic: "products/update", group: "orders" }))).toBe(404);
  expect(await status(send({ topic: "themes/publish", group: "products" }))).toBe(404);
});

test("signed nonsense is refused with a reason", async () => {
  expect(await status(send({ body: "{" }))).toBe(400);
  expect(await status(send({ body: '{"id":"../1"}' }))).toBe(400);
  expect(await status(send({ body: "null" }))).toBe(400);
  expect(await status(send({ body: '{"__proto__":{"id":1}}' }))).toBe(400);
});

test("a body without end is refused before it is read to its end", async () => {
  expect(await status(send({ body: "x".repeat(2_000_001) }))).toBe(413);
});
