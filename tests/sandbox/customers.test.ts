import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { buy, CARD, CUSTOMERS_TOML, type DemoShop, openDemoShop, readyCheckout, sentBy, TEAPOT } from "./demo-shop.ts";

const sentOf = (shop: DemoShop, prefix: string) => sentBy(shop).filter(({ topic }) => topic.startsWith(prefix));

test("a customer tells tags, orders and what was spent, refunds taken off", async () => {
  const shop = await openDemoShop({ toml: CUSTOMERS_TOML });
  const { order, orderId } = await buy(shop.store);
  await buy(shop.store);
  shop.store.setCustomerTags(order().customerId, ["vip", "tea lover"]);
  shop.store.refund(orderId, [{ lineId: order().lines[0]?.id ?? 0, quantity: 1 }]);
  const customer = `customer { id tags numberOfOrders amountSpent { amount currencyCode } createdAt updatedAt }`;
  const api = await apiOf(shop);
  const { body } = await api.ask(`{
    order(id: "gid://shopify/Order/${orderId}") { sourceName discountCodes ${customer} }
    customer(id: "gid://shopify/Customer/${order().customerId}") { id tags numberOfOrders amountSpent { amount } }
    customers(first: 5, query: "tag:vip") { nodes { id } } }`);
  const id = `gid://shopify/Customer/${order().customerId}`;
  expect(body.data.order).toEqual({
    sourceName: "web",
    discountCodes: [],
    customer: {
      id,
      tags: ["tea lover", "vip"],
      numberOfOrders: "2",
      amountSpent: { amount: "21.48", currencyCode: "GBP" },
      createdAt: "2026-11-21T18:04:02Z",
      updatedAt: "2026-11-21T18:04:02Z",
    },
  });
  expect(body.data.customer).toMatchObject({ id, numberOfOrders: "2" });
  expect(body.data.customers.nodes).toEqual([{ id }]);
});

test("an app without read_customers is refused a customer, on orders too, and hears nothing of them", async () => {
  const shop = await openDemoShop();
  const { orderId, order } = await buy(shop.store);
  const api = await apiOf(shop);
  for (const query of [
    `{ order(id: "gid://shopify/Order/${orderId}") { id customer { id } } }`,
    `{ customer(id: "gid://shopify/Customer/${order().customerId}") { id } }`,
    `{ customers(first: 1) { nodes { id } } }`,
  ]) {
    const { body } = await api.ask(query);
    expect(body.errors[0].extensions).toMatchObject({
      code: "ACCESS_DENIED",
      requiredAccess: "`read_customers` access scope.",
    });
  }
  expect(sentOf(shop, "customer")).toEqual([]);
});

test("the first order of an address makes a customer; later ones only change what was bought", async () => {
  const shop = await openDemoShop({ toml: CUSTOMERS_TOML });
  await buy(shop.store);
  const { order } = await buy(shop.store, CARD, [TEAPOT], { email: "ADA@example.com" });
  const sent = sentOf(shop, "customer");
  expect(sent.map(({ topic }) => topic)).toEqual([
    "customers/create",
    "customers/purchasing_summary",
    "customers/purchasing_summary",
  ]);
  expect(sent[0]?.payload).toMatchObject({ email: "ada@example.com", default_address: { city: "London" } });
  expect(sent[0]?.payload).not.toHaveProperty("tags");
  expect(sent[2]?.payload).toEqual({
    customerId: `gid://shopify/Customer/${order().customerId}`,
    lastOrderId: `gid://shopify/Order/${order().id}`,
    numberOfOrders: 2,
    amountSpent: { amount: "33.48", currencyCode: "GBP" },
    occurredAt: "2026-11-21T18:04:02.250Z",
  });
});

test("an order to another address updates the customer", async () => {
  const shop = await openDemoShop({ toml: CUSTOMERS_TOML });
  await buy(shop.store);
  const address = { firstName: "Ada", lastName: "Byron", address1: "1 Quay", city: "Cork", zip: "T12" };
  await buy(shop.store, CARD, [TEAPOT], { country: "IE", address });
  const updates = sentOf(shop, "customers/update");
  expect(updates.map(({ payload }) => payload.default_address.city)).toEqual(["Cork"]);
});

test("edited tags tell which came and which went", async () => {
  const shop = await openDemoShop({ toml: CUSTOMERS_TOML });
  const customer = shop.store.createCustomer({ email: "mia@example.com", firstName: "Mia", lastName: "Fox" });
  const id = customer?.id ?? 0;
  shop.store.setCustomerTags(id, ["vip", "wholesale"]);
  shop.store.setCustomerTags(id, ["wholesale", "tea"]);
  shop.store.setCustomerTags(id, ["wholesale", "tea"]);
  const sent = sentOf(shop, "customer.");
  expect(sent.map(({ topic, payload }) => [topic, payload.tags])).toEqual([
    ["customer.tags_added", ["vip", "wholesale"]],
    ["customer.tags_added", ["tea"]],
    ["customer.tags_removed", ["vip"]],
  ]);
  expect(sentOf(shop, "customers/update")).toHaveLength(2);
});

test("only who never bought can be deleted", async () => {
  const shop = await openDemoShop({ toml: CUSTOMERS_TOML });
  const { order } = await buy(shop.store);
  expect(shop.store.deleteCustomer(order().customerId)).toBe(false);
  const mia = shop.store.createCustomer({ email: "mia@example.com", firstName: "Mia", lastName: "Fox" });
  expect(shop.store.createCustomer({ email: "MIA@example.com", firstName: "M", lastName: "F" })).toBeUndefined();
  expect(shop.store.deleteCustomer(mia?.id ?? 0)).toBe(true);
  expect(sentOf(shop, "customers/delete").map(({ payload }) => payload.id)).toEqual([mia?.id]);
});

test("the page knows a returning shopper by id from the second purchase on, before and after the payment", async () => {
  const { store } = await openDemoShop();
  const seen = (token: string) =>
    (["ShouldRender", "Render"] as const).map(
      (point) => store.postPurchaseInput(token, `Checkout::PostPurchase::${point}`).initialPurchase.customerId,
    );
  const first = await buy(store);
  expect(seen(first.token)).toEqual([undefined, undefined]);

  const { token } = readyCheckout(store);
  const known = String(first.order().customerId);
  expect(seen(token)).toEqual([known, known]);
  await store.pay(token, CARD);
  expect(seen(token)).toEqual([known, known]);

  const guest = readyCheckout(store, [TEAPOT], { email: "guest@example.com" });
  expect(seen(guest.token)).toEqual([undefined, undefined]);
});
