import { beforeEach, expect, test } from "vitest";
import type { ProductId } from "#app/core/values/ids.ts";
import { readCatalogPage, readProducts } from "#app/shopify/read-products.ts";
import { readStock, stockOf } from "#app/shopify/read-stock.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { data, loopbackShopify, page } from "#tests/support/loopback-shopify.ts";
import { productNode, variantNode } from "#tests/support/product-nodes.ts";
import { testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const loopback = await loopbackShopify();
const app = testApp(await testDatabase());
const admin = app.adminOf(DEMO_SHOP);
const ids = (...numbers: readonly number[]) => numbers.map(String) as ProductId[];

beforeEach(async () => {
  loopback.asked.length = 0;
  await app.install(DEMO_SHOP);
});

const inShop = (nodes: readonly unknown[], currencyCode = "GBP") => data({ shop: { currencyCode }, nodes });

test("a product is read with its price, stock, status and picture", async () => {
  loopback.answer = () =>
    inShop([
      productNode("1002", { tags: ["Afternoon Tea"], variants: [variantNode("2002", { compareAtPrice: "15.00" })] }),
    ]);
  const { products, missing } = await readProducts(admin, ids(1002));
  expect(missing).toEqual([]);
  expect(products).toEqual([
    {
      id: "1002",
      title: "Product 1002",
      handle: "product-1002",
      status: "active",
      image: { url: "https://cdn.example/1002.png", description: "Product 1002" },
      requiresSellingPlan: false,
      isGiftCard: false,
      type: "Cakestand",
      vendor: "Encore Pottery",
      tags: ["Afternoon Tea"],
      metafields: {},
      components: [],
      complementary: [],
      updatedAt: Date.parse("2026-11-21T12:00:00Z"),
      variants: [
        {
          id: "2002",
          title: "Default Title",
          options: [{ name: "Title", value: "Default Title" }],
          price: { minor: 1275, currency: "GBP" },
          compareAtPrice: { minor: 1500, currency: "GBP" },
          stock: { kind: "tracked", left: 41 },
          requiresShipping: true,
          inventoryItem: "32002",
        },
      ],
    },
  ]);
});

test("a product that Shopify does not have is told as missing, and the others are read", async () => {
  loopback.answer = () => inShop([null, productNode("1002")]);
  const { products, missing } = await readProducts(admin, ids(1001, 1002));
  expect(products.map(({ id }) => id)).toEqual(["1002"]);
  expect(missing).toEqual(["1001"]);
});

test("every variant of a product with many is read, page after page", async () => {
  loopback.answer = ({ operation, variables }) => {
    if (operation === "EncoreReadProducts") return inShop([productNode("1002", { more: "c1" })]);
    const next = variables.after === "c1" ? page([variantNode("2003")], "c2") : page([variantNode("2004")]);
    return data({ product: { variants: next } });
  };
  const { products } = await readProducts(admin, ids(1002));
  expect(products[0]?.variants.map(({ id }) => id)).toEqual(["91002", "2003", "2004"]);
});

test("many products are asked for in questions that Shopify's cost limit allows", async () => {
  loopback.answer = ({ variables }) =>
    inShop((variables.ids as string[]).map((gid) => productNode(gid.split("/").at(-1) ?? "")));
  const { products } = await readProducts(admin, ids(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
  expect(products).toHaveLength(12);
  expect(loopback.asked).toHaveLength(2);
  const keys = Array.from({ length: 100 }, (_, at) => `custom.key-${at}`);
  await readProducts(admin, ids(1, 2, 3, 4), keys);
  expect(loopback.asked.slice(2).map(({ variables }) => (variables.ids as string[]).length)).toEqual([3, 1]);
});

test("of a product's metafields those are read that rules ask for, and without any the field is left out", async () => {
  loopback.answer = ({ variables }) => {
    const asked = variables.metafields as string[];
    const all = { "custom.material": "Bone china", "custom.season": "Spring" };
    const metafields = Object.fromEntries(Object.entries(all).filter(([key]) => asked.includes(key)));
    return inShop([productNode("1002", { metafields })]);
  };
  const { products } = await readProducts(admin, ids(1002), ["custom.material"]);
  expect(products[0]?.metafields).toEqual({ "custom.material": "Bone china" });
  expect((await readProducts(admin, ids(1002))).products[0]?.metafields).toEqual({});
  expect(loopback.asked.map(({ variables }) => variables.withMetafields)).toEqual([true, false]);
});

test("a metafield whose key comes without its namespace is known by both", async () => {
  const node = {
    ...productNode("1002"),
    metafields: { nodes: [{ namespace: "custom", key: "material", value: "Tin" }] },
  };
  loopback.answer = () => inShop([node]);
  const { products } = await readProducts(admin, ids(1002), ["custom.material"]);
  expect(products[0]?.metafields).toEqual({ "custom.material": "Tin" });
});

test("what a bundle consists of is read to the last component, and what goes with a product in the merchant's order", async () => {
  loopback.answer = ({ operation }) => {
    if (operation === "EncoreReadMoreComponents") {
      return data({
        product: { bundleComponents: page([{ componentProduct: { id: "gid://shopify/Product/1006" } }]) },
      });
    }
    const node = productNode("1002", { components: ["1004", "1005"], complementary: ["1009", "1007"] });
    return inShop([{ ...node, bundleComponents: page(node.bundleComponents.nodes, "c1") }]);
  };
  const { products } = await readProducts(admin, ids(1002));
  expect(products[0]).toMatchObject({ components: ["1004", "1005", "1006"], complementary: ["1009", "1007"] });
});

test("what a piece costs the merchant is rounded to the penny; in another currency than the shop's it is not known", async () => {
  const costing = (amount: string, currencyCode: string) => {
    const node = variantNode("2");
    return { ...node, inventoryItem: { ...node.inventoryItem, unitCost: { amount, currencyCode } } };
  };
  loopback.answer = () => inShop([productNode("1", { variants: [costing("4.125", "GBP"), costing("5.00", "EUR")] })]);
  const { products } = await readProducts(admin, ids(1));
  expect(products[0]?.variants.map(({ cost }) => cost)).toEqual([{ minor: 413, currency: "GBP" }, undefined]);
});

test("every product of a shop is read page by page, from where the last page ended", async () => {
  loopback.answer = ({ variables }) => {
    const products =
      variables.after === "c1" ? page([productNode("3")]) : page([productNode("1"), productNode("2")], "c1");
    return data({ shop: { currencyCode: "GBP" }, products });
  };
  const first = await readCatalogPage(admin, undefined, []);
  expect([first.products.map(({ id }) => id), first.next]).toEqual([["1", "2"], "c1"]);
  const last = await readCatalogPage(admin, first.next, []);
  expect([last.products.map(({ id }) => id), last.next]).toEqual([["3"], undefined]);
});

test("prices are whole yen where the shop sells in yen, and one that the currency cannot express is left out", async () => {
  loopback.answer = () =>
    inShop(
      [productNode("1", { variants: [variantNode("2", { price: "1200.00" }), variantNode("3", { price: "0.5" })] })],
      "JPY",
    );
  const { products } = await readProducts(admin, ids(1));
  expect(products[0]?.variants.map(({ price }) => price)).toEqual([{ minor: 1200, currency: "JPY" }]);
});

test.each([
  [
    "sells what is left",
    true,
    { availableForSale: true, inventoryPolicy: "DENY", inventoryQuantity: 3 },
    { kind: "tracked", left: 3 },
  ],
  [
    "is sold out",
    true,
    { availableForSale: false, inventoryPolicy: "DENY", inventoryQuantity: -2 },
    { kind: "tracked", left: 0 },
  ],
  [
    "sells on when sold out",
    true,
    { availableForSale: true, inventoryPolicy: "CONTINUE", inventoryQuantity: -2 },
    { kind: "oversold", left: -2 },
  ],
  [
    "is not counted",
    false,
    { availableForSale: true, inventoryPolicy: "DENY", inventoryQuantity: 0 },
    { kind: "untracked" },
  ],
  [
    "cannot be bought",
    true,
    { availableForSale: false, inventoryPolicy: "CONTINUE", inventoryQuantity: 5 },
    { kind: "unavailable" },
  ],
] as const)("a variant that %s is known as such", (_case, tracked, fields, stock) => {
  expect(stockOf(fields, tracked)).toEqual(stock);
});

test("the stock of an inventory item is read on its own; one without a variant has none to tell", async () => {
  const variant = { availableForSale: true, inventoryPolicy: "DENY", inventoryQuantity: 7 };
  loopback.answer = () => data({ inventoryItem: { tracked: true, variants: { nodes: [variant] } } });
  expect(await readStock(admin, "3002")).toEqual({ kind: "tracked", left: 7 });
  loopback.answer = () => data({ inventoryItem: null });
  expect(await readStock(admin, "3002")).toBeUndefined();
});
