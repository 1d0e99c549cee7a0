import { Ajv2020 } from "ajv/dist/2020.js";
import { schemaForWebhook } from "shopify-webhook-schemas";
import { expect, test } from "vitest";
import { buy, openDemoShop, signedChangeset } from "./demo-shop.ts";

/** The newest version that shopify-webhook-schemas 0.3.8 has; it knows none of 2026-10. */
const VERSION = "2026-07";

// Formats are left to the eye: the package infers them from examples (a card's digits became "date-time").
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });

/**
 * The published schemas are inferred from examples: where every example had an empty list, the schema says `items:
 * false`. Orders do have refunds once something was refunded, so for that one list anything is allowed.
 */
function schemaOf(topic: string): object {
  const schema = structuredClone(schemaForWebhook(VERSION, topic)) as { properties?: { refunds?: { items: unknown } } };
  if (schema.properties?.refunds) schema.properties.refunds.items = true;
  return schema;
}

const TOPICS = [
  "orders/create",
  "orders/paid",
  "orders/updated",
  "orders/edited",
  "orders/cancelled",
  "refunds/create",
  "products/update",
  "products/delete",
  "inventory_levels/update",
  "customers/data_request",
  "customers/redact",
  "app/uninstalled",
  "shop/redact",
];

/** A shop's whole life, so that every topic is sent at least once. */
async function everythingThatHappens() {
  const shop = await openDemoShop();
  const { token, orderId, order } = await buy(shop.store);
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  shop.store.refund(orderId, [{ lineId: order().lines[1]?.id ?? 0, quantity: 1 }]);
  shop.store.cancel(orderId);
  shop.store.deleteProduct(4400);
  const { customerId } = order();
  shop.store.sendComplianceWebhook({ topic: "customers/data_request", customerId });
  shop.store.sendComplianceWebhook({ topic: "customers/redact", customerId });
  shop.store.uninstallApp();
  shop.store.sendComplianceWebhook({ topic: "shop/redact" });
  await shop.store.webhooksSettled();
  return { shop, order: order(), heard: shop.heard };
}

test("every payload has the published shape, down to each line, tax and transaction", async () => {
  const { heard } = await everythingThatHappens();
  expect([...new Set(heard.map(({ topic }) => topic))].sort()).toEqual([...TOPICS].sort());
  for (const { topic, body } of heard) {
    const isRight = ajv.compile(schemaOf(topic));
    isRight(JSON.parse(body));
    expect(isRight.errors ?? [], topic).toEqual([]);
  }
});

test("the sums of an order's payload follow offer, refund and cancellation", async () => {
  const { heard } = await everythingThatHappens();
  const orders = heard
    .filter(({ topic }) => topic.startsWith("orders/") && topic !== "orders/edited")
    .map(({ topic, body }) => ({ topic, payload: JSON.parse(body) }));
  const last = (topic: string) => orders.findLast((entry) => entry.topic === topic)?.payload;
  expect(last("orders/create")).toMatchObject({
    total_price: "16.74",
    current_total_price: "16.74",
    total_tax: "2.79",
    financial_status: "paid",
    discount_applications: [],
  });
  expect(last("orders/cancelled")).toMatchObject({
    total_price: "29.75",
    current_total_price: "0.00",
    total_discounts: "1.91",
    total_outstanding: "0.00",
    financial_status: "refunded",
    cancel_reason: "customer",
    refunds: [{ restock: true }, { restock: true }],
  });
});

test("a refund's payload tells line, pieces, price, tax and the money that went back", async () => {
  const { heard, order } = await everythingThatHappens();
  const refunds = heard.filter(({ topic }) => topic === "refunds/create").map(({ body }) => JSON.parse(body));
  const offer = refunds.find(({ refund_line_items: [line] }) => line.line_item_id === order.lines[1]?.id);
  expect(offer).toMatchObject({
    order_id: order.id,
    refund_line_items: [{ quantity: 1, restock_type: "cancel", subtotal: 10.84, total_tax: 2.17 }],
    transactions: [{ kind: "refund", status: "success", amount: "13.01", currency: "GBP" }],
  });
});
