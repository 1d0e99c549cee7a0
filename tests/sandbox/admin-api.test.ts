import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { APP_TOML, buy, CAKESTAND_BLUE, CAKESTAND_ROSE, openDemoShop, signedChangeset, TEAPOT } from "./demo-shop.ts";

const withScopes = (scopes: string) => APP_TOML.replace("read_products,read_orders,read_inventory", scopes);

test("products are read with variants, stock, picture and prices", async () => {
  const api = await apiOf(await openDemoShop());
  const { body } = await api.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) {
      __typename
      ... on Product { title handle status totalInventory priceRangeV2 { maxVariantPrice { amount currencyCode } }
        featuredMedia { preview { image { url altText } } }
        variants(first: 1) { pageInfo { hasNextPage } nodes { id title price inventoryQuantity inventoryPolicy
          selectedOptions { name value } inventoryItem { id tracked } } } }
      ... on ProductVariant { displayName product { title } }
    } }`,
    { ids: ["gid://shopify/Product/4200", `gid://shopify/ProductVariant/${TEAPOT}`, "gid://shopify/Product/1"] },
  );
  expect(body.data.nodes).toEqual([
    {
      __typename: "Product",
      title: "Cakestand 3 Tier",
      handle: "cakestand-3-tier",
      status: "ACTIVE",
      totalInventory: 6,
      priceRangeV2: { maxVariantPrice: { amount: "12.75", currencyCode: "GBP" } },
      featuredMedia: {
        preview: { image: { url: "http://127.0.0.1:4010/pictures/4200.svg", altText: "Cakestand 3 Tier" } },
      },
      variants: {
        pageInfo: { hasNextPage: true },
        nodes: [
          {
            id: `gid://shopify/ProductVariant/${CAKESTAND_ROSE}`,
            title: "Rose",
            price: "12.75",
            inventoryQuantity: 5,
            inventoryPolicy: "DENY",
            selectedOptions: [{ name: "Colour", value: "Rose" }],
            inventoryItem: { id: `gid://shopify/InventoryItem/${CAKESTAND_ROSE + 500_000}`, tracked: true },
          },
        ],
      },
    },
    {
      __typename: "ProductVariant",
      displayName: "Regency Teapot - Default Title",
      product: { title: "Regency Teapot" },
    },
    null,
  ]);
});

test("a variant has a picture of its own where the product has a choice, as the shop's page shows it", async () => {
  const api = await apiOf(await openDemoShop());
  const { body } = await api.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on ProductVariant { media(first: 1) { nodes { ... on MediaImage { image { url altText } } } } }
    } }`,
    { ids: [CAKESTAND_BLUE, TEAPOT].map((id) => `gid://shopify/ProductVariant/${id}`) },
  );
  const image = {
    url: `http://127.0.0.1:4010/pictures/cakestand-3-tier/${CAKESTAND_BLUE}.svg`,
    altText: "Cakestand 3 Tier, Blue",
  };
  expect(body.data.nodes).toEqual([{ media: { nodes: [{ image }] } }, { media: { nodes: [] } }]);
});

test("an order tells who added which line, what was refunded, and the purchase's reference", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { token, orderId, order } = await buy(shop.store);
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  const added = order().lines[1]?.id ?? 0;
  shop.store.refund(orderId, [{ lineId: added, quantity: 1 }]);
  const { body } = await api.ask(
    `query ($id: ID!) { order(id: $id) { name checkoutToken edited createdAt displayFinancialStatus
      totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } }
      lineItems(first: 10) { nodes { id quantity currentQuantity discountedUnitPriceAfterAllDiscountsSet { shopMoney { amount } }
        discountAllocations { discountApplication { ... on ManualDiscountApplication { title } } } } }
      agreements(first: 10) { nodes { reason app { title } sales(first: 10) { nodes {
        actionType lineType quantity ... on ProductSale { lineItem { id } } } } } }
      refunds { refundLineItems(first: 5) { nodes { quantity lineItem { id } subtotalSet { shopMoney { amount } } } } }
    } }`,
    { id: `gid://shopify/Order/${orderId}` },
  );
  const line = { id: `gid://shopify/LineItem/${added}` };
  expect(body.data.order).toMatchObject({
    name: "#1001",
    checkoutToken: token,
    edited: true,
    createdAt: "2026-11-21T18:04:02Z",
    displayFinancialStatus: "PARTIALLY_REFUNDED",
    totalPriceSet: { shopMoney: { amount: "29.75" } },
    currentTotalPriceSet: { shopMoney: { amount: "16.74" } },
    refunds: [
      {
        refundLineItems: { nodes: [{ quantity: 1, lineItem: line, subtotalSet: { shopMoney: { amount: "10.84" } } }] },
      },
    ],
  });
  expect(body.data.order.lineItems.nodes[1]).toEqual({
    ...line,
    quantity: 1,
    currentQuantity: 0,
    discountedUnitPriceAfterAllDiscountsSet: { shopMoney: { amount: "10.84" } },
    discountAllocations: [{ discountApplication: { title: "Goes with your teapot" } }],
  });
  expect(body.data.order.agreements.nodes).toMatchObject([
    { reason: "ORDER", app: { title: "Online Store" } },
    {
      reason: "ORDER_EDIT",
      app: { title: "Encore" },
      sales: { nodes: [{ actionType: "UPDATE", lineType: "PRODUCT", quantity: 1, lineItem: line }] },
    },
    { reason: "REFUND", app: null, sales: { nodes: [{ actionType: "RETURN", quantity: -1, lineItem: line }] } },
  ]);
});

test("a held order's fulfilment says why it waits, to apps that may read it", async () => {
  const shop = await openDemoShop({ toml: withScopes("read_orders,read_merchant_managed_fulfillment_orders") });
  const api = await apiOf(shop);
  const { orderId, token } = await buy(shop.store);
  const query = `{ order(id: "gid://shopify/Order/${orderId}") {
    fulfillmentOrders(first: 1) { nodes { status fulfillmentHolds { reason } } } } }`;
  expect((await api.ask(query)).body.data.order.fulfillmentOrders.nodes).toEqual([
    { status: "ON_HOLD", fulfillmentHolds: [{ reason: "ONLINE_STORE_POST_PURCHASE_CROSS_SELL" }] },
  ]);
  shop.store.finishPostPurchase(token);
  expect((await api.ask(query)).body.data.order.fulfillmentOrders.nodes).toEqual([
    { status: "OPEN", fulfillmentHolds: [] },
  ]);
});

test("pages follow each other by cursor, forwards and backwards, and none is missed", async () => {
  const api = await apiOf(await openDemoShop());
  const page = async (args: string) => {
    const { body } = await api.ask(
      `{ products(${args}) { nodes { title } pageInfo { hasNextPage endCursor startCursor } } }`,
    );
    return body.data.products;
  };
  const first = await page("first: 3");
  const second = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
  const titles = [...first.nodes, ...second.nodes].map(({ title }) => title);
  expect(titles).toEqual(["Regency Teapot", "Cakestand 3 Tier", "Sewing Pattern", "Pin"]);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  const back = await page(`last: 2, before: "${second.pageInfo.startCursor}"`);
  expect(back.nodes.map(({ title }: { title: string }) => title)).toEqual(["Cakestand 3 Tier", "Sewing Pattern"]);
});

test("a list that shrinks between two pages neither repeats nor skips", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { body } = await api.ask("{ products(first: 2) { pageInfo { endCursor } } }");
  shop.store.deleteProduct(4100);
  const rest = await api.ask(
    `{ products(first: 5, after: "${body.data.products.pageInfo.endCursor}") { nodes { title } } }`,
  );
  expect(rest.body.data.products.nodes.map(({ title }: { title: string }) => title)).toEqual(["Sewing Pattern", "Pin"]);
});

test("searching finds words, fields, ranges and alternatives", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  shop.clock.now += 60_000;
  shop.store.setPrice(TEAPOT, 1100);
  const found = async (query: string) => {
    const { body } = await api.ask("query ($q: String) { products(first: 9, query: $q) { nodes { title } } }", {
      q: query,
    });
    return body.data.products.nodes.map(({ title }: { title: string }) => title);
  };
  expect(await found("teapot")).toEqual(["Regency Teapot"]);
  expect(await found("title:*stand*")).toEqual(["Cakestand 3 Tier"]);
  expect(await found("sku:SKU-41001 OR id:4400")).toEqual(["Regency Teapot", "Pin"]);
  expect(await found("updated_at:>'2026-11-21T18:04:30Z'")).toEqual(["Regency Teapot"]);
});

test("a shop tells its name, money, zone and language; the installation its app and scopes", async () => {
  const api = await apiOf(await openDemoShop());
  const { body } = await api.ask(`{
    shop { name myshopifyDomain currencyCode ianaTimezone taxesIncluded primaryDomain { localization { defaultLocale } } }
    currentAppInstallation { app { title isPostPurchaseAppInUse } accessScopes { handle } } }`);
  expect(body.data).toEqual({
    shop: {
      name: "Penny & Plum",
      myshopifyDomain: "encore-demo.myshopify.com",
      currencyCode: "GBP",
      ianaTimezone: "Europe/London",
      taxesIncluded: false,
      primaryDomain: { localization: { defaultLocale: "en" } },
    },
    currentAppInstallation: {
      app: { title: "Encore", isPostPurchaseAppInUse: true },
      accessScopes: [{ handle: "read_products" }, { handle: "read_orders" }, { handle: "read_inventory" }],
    },
  });
});

test("stock is told by location, and a piece's price in Shopify's decimals", async () => {
  const shop = await openDemoShop({ toml: withScopes("read_products,read_inventory,read_locations") });
  const { body } = await (await apiOf(shop)).ask(`{
    inventoryItem(id: "gid://shopify/InventoryItem/${CAKESTAND_BLUE + 500_000}") { sku
      inventoryLevels(first: 1) { nodes { location { name } quantities(names: ["available"]) { name quantity } } } }
    product(id: "gid://shopify/Product/4100") { priceRangeV2 { minVariantPrice { amount } } } }`);
  expect(body.data).toEqual({
    inventoryItem: {
      sku: "SKU-42002",
      inventoryLevels: {
        nodes: [{ location: { name: "Warehouse" }, quantities: [{ name: "available", quantity: 1 }] }],
      },
    },
    product: { priceRangeV2: { minVariantPrice: { amount: "10.0" } } },
  });
});
