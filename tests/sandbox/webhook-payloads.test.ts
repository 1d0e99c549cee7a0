import { Ajv2020 } from "ajv/dist/2020.js";
import { schemaForWebhook } from "shopify-webhook-schemas";
import { expect, test } from "vitest";
import { buy, CUSTOMERS_TOML, openDemoShop, signedChangeset, TEAPOT } from "./demo-shop.ts";

/** The newest version that shopify-webhook-schemas 0.3.8 has; it knows none of 2026-10. */
const VERSION = "2026-07";

// Formats are left to the eye: the package infers them from examples (a card's digits became "date-time").
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });

/**
 * The published schemas are inferred from examples: where every example had an empty list, the schema says `items:
 * false`. Orders do have refunds once something was refunded, so for that one list anything is allowed; and a customer
 * whom nothing was sent to has no address, whatever those of the examples had.
 */
function schemaOf(topic: string): object {
  const schema = structuredClone(schemaForWebhook(VERSION, topic)) as {
    properties?: { refunds?: { items: unknown }; default_address?: { type: string | string[] } };
  };
  if (schema.properties?.refunds) schema.properties.refunds.items = true;
  if (schema.properties?.default_address) schema.properties.default_address.type = ["object", "null"];
  return schema;
}

const TOPICS = [
  "orders/create",
  "orders/paid",
  "orders/updated",
  "orders/edited",
  "orders/cancelled",
  "refunds/create",
  "products/create",
  "products/update",
  "products/delete",
  "collections/create",
  "collections/update",
  "collections/delete",
  "inventory_levels/update",
  "inventory_items/update",
  "customers/create",
  "customers/update",
  "customers/delete",
  "customers/purchasing_summary",
  "customer.tags_added",
  "customer.tags_removed",
  "customers/data_request",
  "customers/redact",
  "app/uninstalled",
  "shop/redact",
];

/** A shop's whole life, so that every topic is sent at least once. */
async function everythingThatHappens() {
  const shop = await openDemoShop({ toml: CUSTOMERS_TOML });
  const { token, orderId, order } = await buy(shop.store);
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  shop.store.refund(orderId, [{ lineId: order().lines[1]?.id ?? 0, quantity: 1 }]);
  shop.store.cancel(orderId);
  shop.store.deleteProduct(4400);
  shop.store.createProduct({ title: "Milk Jug", type: "Gifts", tags: ["tea"], priceMinor: 700, stock: 3 });
  shop.store.setCost(TEAPOT, 450);
  const picks = shop.store.createCollection("Staff Picks");
  shop.store.changeCollection(picks?.id ?? 0, { add: [4100, 4200] });
  const byTag = shop.store.createCollection("Tea", { kind: "rule", column: "tag", is: "tea" });
  shop.store.deleteCollection(byTag?.id ?? 0);
  const { customerId } = order();
  shop.store.setCustomerTags(customerId, ["vip"]);
  shop.store.setCustomerTags(customerId, []);
  const newcomer = shop.store.createCustomer({ email: "mia@example.com", firstName: "Mia", lastName: "Fox" });
  shop.store.deleteCustomer(newcomer?.id ?? 0);
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
