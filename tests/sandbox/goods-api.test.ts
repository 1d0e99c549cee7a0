import { expect, test } from "vitest";
import { loadCatalogue } from "#sandbox/catalogue/catalogue.ts";
import { DEMO_COLLECTIONS } from "#sandbox/catalogue/collections.ts";
import { apiOf } from "./admin-api-client.ts";
import { buy, CARD, GIFT_CARD, MONTHLY_TEA, openDemoShop, sentBy, TEAPOT, WHOLE_CATALOGUE } from "./demo-shop.ts";

test("the whole catalogue is read page by page, each product once, with the fields that nodes have", async () => {
  const catalogue = loadCatalogue();
  const shop = await openDemoShop({ catalogue, collections: DEMO_COLLECTIONS, dials: { restoreRate: 1000 } });
  const api = await apiOf(shop);
  const seen: { id: string; tags: string[] }[] = [];
  let after: string | null = null;
  do {
    const { body } = await api.ask(
      `query ($after: String) { products(first: 100, after: $after, sortKey: ID) {
        nodes { id tags productType vendor collections(first: 10) { nodes { handle } }
          metafields(first: 5, keys: ["custom.material"]) { nodes { value } }
          variants(first: 10) { nodes { id inventoryItem { unitCost { amount } } } } }
        pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    seen.push(...body.data.products.nodes);
    after = body.data.products.pageInfo.hasNextPage ? body.data.products.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(catalogue.length);
  const { body } = await api.ask(`{ nodes(ids: ["${seen[7]?.id}"]) { ... on Product { id tags } } }`);
  expect(body.data.nodes[0]).toEqual({ id: seen[7]?.id, tags: seen[7]?.tags });
});

test("a product tells its metafields, and those it names by reference", async () => {
  const api = await apiOf(await openDemoShop());
  const { body } = await api.ask(`{ product(id: "gid://shopify/Product/4100") {
    productType vendor isGiftCard requiresSellingPlan
    material: metafield(namespace: "custom", key: "material") { namespace key type value reference { __typename } }
    pieces: metafield(namespace: "custom", key: "pieces") { value jsonValue }
    none: metafield(namespace: "custom", key: "colour") { value }
    chosen: metafields(first: 5, keys: ["custom.pieces", "other.pieces"]) { nodes { key } }
    all: metafields(first: 1) { nodes { key } pageInfo { hasNextPage } }
    complementary: metafield(namespace: "shopify--discovery--product_recommendation", key: "complementary_products") {
      references(first: 10) { nodes { ... on Product { title } } } } } }`);
  expect(body.data.product).toEqual({
    productType: "Gifts",
    vendor: "Penny & Plum",
    isGiftCard: false,
    requiresSellingPlan: false,
    material: {
      namespace: "custom",
      key: "material",
      type: "single_line_text_field",
      value: "Ceramic",
      reference: null,
    },
    pieces: { value: "1", jsonValue: 1 },
    none: null,
    chosen: { nodes: [{ key: "pieces" }] },
    all: { nodes: [{ key: "material" }], pageInfo: { hasNextPage: true } },
    // Product 9 is named and does not exist.
    complementary: { references: { nodes: [{ title: "Cakestand 3 Tier" }, { title: "Pin" }] } },
  });
});

test("a bundle names its components; a gift card and a subscription say what they are", async () => {
  const api = await apiOf(await openDemoShop({ catalogue: WHOLE_CATALOGUE }));
  const ids = [4500, 4600, 4700].map((id) => `gid://shopify/Product/${id}`);
  const { body } = await api.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { isGiftCard requiresSellingPlan
      bundleComponents(first: 5) { nodes { quantity componentProduct { id } } }
      variants(first: 1) { nodes { requiresComponents } } } } }`,
    { ids },
  );
  expect(body.data.nodes).toEqual([
    {
      isGiftCard: false,
      requiresSellingPlan: false,
      bundleComponents: {
        nodes: [
          { quantity: 1, componentProduct: { id: "gid://shopify/Product/4100" } },
          { quantity: 2, componentProduct: { id: "gid://shopify/Product/4200" } },
        ],
      },
      variants: { nodes: [{ requiresComponents: true }] },
    },
    {
      isGiftCard: true,
      requiresSellingPlan: false,
      bundleComponents: { nodes: [] },
      variants: { nodes: [{ requiresComponents: false }] },
    },
    {
      isGiftCard: false,
      requiresSellingPlan: true,
      bundleComponents: { nodes: [] },
      variants: { nodes: [{ requiresComponents: false }] },
    },
  ]);
});

test("a cost that is changed is told by the inventory item, and its webhook needs no read_inventory", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const cost = async () => {
    const { body } = await api.ask(
      `{ productVariant(id: "gid://shopify/ProductVariant/${TEAPOT}") { inventoryItem { unitCost { amount currencyCode } } } }`,
    );
    return body.data.productVariant.inventoryItem.unitCost;
  };
  expect(await cost()).toEqual({ amount: "4.2", currencyCode: "GBP" });
  shop.store.setCost(TEAPOT, 455);
  expect(await cost()).toEqual({ amount: "4.55", currencyCode: "GBP" });
  shop.store.setCost(TEAPOT, null);
  expect(await cost()).toBeNull();
  expect(sentBy(shop).map(({ topic, payload }) => [topic, payload.cost])).toEqual([
    ["inventory_items/update", "4.55"],
    ["inventory_items/update", null],
  ]);
});

test("a new product is told, listed last and can be bought", async () => {
  const shop = await openDemoShop();
  const jug = shop.store.createProduct({ title: "Milk Jug", type: "Gifts", tags: ["tea"], priceMinor: 700, stock: 1 });
  const { order } = await buy(shop.store, CARD, [jug?.variants[0]?.id ?? 0]);
  expect(order().lines[0]?.title).toBe("Milk Jug");
  expect(shop.store.products().at(-1)).toBe(jug);
  const created = sentBy(shop).find(({ topic }) => topic === "products/create");
  expect(created?.payload).toMatchObject({ id: jug?.id, tags: "tea", product_type: "Gifts" });
});

test("counts are exact up to their limit, and say so when there are more", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  for (let count = 0; count < 3; count++) await buy(shop.store);
  const { body } = await api.ask(`{
    all: ordersCount { count precision }
    some: ordersCount(limit: 2) { count precision }
    none: ordersCount(query: "created_at:>'2027-01-01T00:00:00Z'") { count precision }
    goods: productsCount(query: "tag:tea") { count precision } }`);
  expect(body.data).toEqual({
    all: { count: 3, precision: "EXACT" },
    some: { count: 2, precision: "AT_LEAST" },
    none: { count: 0, precision: "EXACT" },
    goods: { count: 1, precision: "EXACT" },
  });
});

test("the countries it ships to are those its checkout offers", async () => {
  const shop = await openDemoShop();
  const { body } = await (await apiOf(shop)).ask("{ shop { shipsToCountries } }");
  expect(body.data.shop.shipsToCountries).toEqual([
    "GB",
    "IE",
    "DE",
    "AT",
    "FR",
    "BE",
    "NL",
    "ES",
    "IT",
    "US",
    "CA",
    "AU",
    "PT",
    "JP",
    "KW",
  ]);
  const { token } = shop.store.openCheckout([{ variantId: TEAPOT, quantity: 1 }]);
  expect(shop.store.updateCheckout(token, { country: "BR" })?.country).toBe("GB");
});

test("a gift card is bought without sending or tax; what is sold by subscription only is not bought at all", async () => {
  const shop = await openDemoShop({ catalogue: WHOLE_CATALOGUE });
  const { order } = await buy(shop.store, CARD, [GIFT_CARD]);
  expect(order().lines[0]).toMatchObject({ isGiftCard: true, requiresShipping: false });
  expect(shop.store.openCheckout([{ variantId: MONTHLY_TEA, quantity: 1 }]).lines).toEqual([]);
});
