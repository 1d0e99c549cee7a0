import { beforeEach, expect, test } from "vitest";
import type { CollectionId, CustomerId } from "#app/core/values/ids.ts";
import { readCollection } from "#app/shopify/read-collections.ts";
import { readCustomer } from "#app/shopify/read-customer.ts";
import { hasNoOrders } from "#app/shopify/read-shop.ts";
import { DEMO_SHOP, NOON, TEA_TIME } from "#tests/support/builders.ts";
import { data, loopbackShopify, page } from "#tests/support/loopback-shopify.ts";
import { testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const loopback = await loopbackShopify();
const app = testApp(await testDatabase());
const admin = app.adminOf(DEMO_SHOP);

beforeEach(() => app.install(DEMO_SHOP));

const products = (...ids: readonly number[]) => ids.map((id) => ({ id: `gid://shopify/Product/${id}` }));

test("a collection is read to its last product, the best seller first, and one that moves between two pages is in it once", async () => {
  loopback.answer = ({ variables }) =>
    data({
      collection: {
        title: "Tea time",
        products: variables.after === "c1" ? page(products(1003, 1001)) : page(products(1002, 1003), "c1"),
      },
    });
  expect(await readCollection(admin, TEA_TIME, NOON)).toEqual({
    id: TEA_TIME,
    title: "Tea time",
    products: ["1002", "1003", "1001"],
    updatedAt: NOON,
  });
});

test("a collection that Shopify does not have is undefined, and so is a customer", async () => {
  loopback.answer = () => data({ collection: null, customer: null });
  expect(await readCollection(admin, "9" as CollectionId, NOON)).toBeUndefined();
  expect(await readCustomer(admin, "9" as CustomerId)).toBeUndefined();
});

test("a customer is read with tags and how often they ordered, and with no name", async () => {
  const customer = { id: "gid://shopify/Customer/71", tags: ["VIP"], numberOfOrders: "12" };
  loopback.answer = () => data({ customer });
  expect(await readCustomer(admin, "71" as CustomerId)).toEqual({ id: "71", tags: ["VIP"], ordersInShopify: 12 });
});

test("a shop has no orders when Shopify counts none, and not when it does not let us look", async () => {
  let count = 0;
  loopback.answer = () => data({ ordersCount: { count } });
  expect(await hasNoOrders(admin, ["read_orders"])).toBe(true);
  count = 1;
  expect(await hasNoOrders(admin, ["read_orders"])).toBe(false);
  expect(await hasNoOrders(admin, ["read_products"])).toBe(false);
});
