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

test.each([
  ["without first or last", "products { nodes { id } }", "you must provide one of first or last"],
  ["of more than 250", "products(first: 251) { nodes { id } }", "Page size of 251 exceeds the maximum of 250"],
  ["after a cursor that is none", 'products(first: 1, after: "x") { nodes { id } }', "Invalid cursor"],
])("a page %s is refused", async (_, field, message) => {
  const api = await apiOf(await openDemoShop());
  const { status, body } = await api.ask(`{ ${field} }`);
  expect(status).toBe(200);
  expect(body.errors[0].message).toContain(message);
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
      name: "Encore Demo",
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

test("what the app has no scope for is denied in Shopify's words, and the rest is answered", async () => {
  const shop = await openDemoShop({ toml: withScopes("read_products") });
  const api = await apiOf(shop);
  const { orderId } = await buy(shop.store);
  const { status, body } = await api.ask(`{ shop { name } order(id: "gid://shopify/Order/${orderId}") { id } }`);
  expect(status).toBe(200);
  expect(body.data).toEqual({ shop: { name: "Encore Demo" }, order: null });
  expect(body.errors).toMatchObject([
    {
      message: expect.stringMatching(/^Access denied for order field\. Required access: `read_orders` access scope/),
      path: ["order"],
      extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes" },
    },
  ]);
  const node = await api.ask(`{ node(id: "gid://shopify/Order/${orderId}") { id } }`);
  expect(node.body).toMatchObject({ data: { node: null }, errors: [{ extensions: { code: "ACCESS_DENIED" } }] });
});

test("a customer is only told to apps that may read customers; writing a resource includes reading it", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { orderId } = await buy(shop.store);
  const query = `{ order(id: "gid://shopify/Order/${orderId}") { id customer { numberOfOrders } } }`;
  expect((await api.ask(query)).body).toMatchObject({
    data: { order: { customer: null } },
    errors: [{ path: ["order", "customer"], extensions: { code: "ACCESS_DENIED" } }],
  });
  const open = await openDemoShop({ toml: withScopes("write_orders,read_customers") });
  const bought = await buy(open.store);
  const { body } = await (await apiOf(open)).ask(query.replace(String(orderId), String(bought.orderId)));
  expect(body.data.order.customer).toEqual({ numberOfOrders: "1" });
});

test("a field, argument or id that is not there is refused as GraphQL does", async () => {
  const api = await apiOf(await openDemoShop());
  expect((await api.ask("{ shop { secrets } }")).body.errors[0].message).toMatch(/Cannot query field "secrets"/);
  expect((await api.ask("{ shop { name ")).body.errors[0].message).toMatch(/Syntax Error/);
  expect((await api.ask('{ product(id: "gid://shopify/Order/1") { id } }')).body.errors[0].message).toBe(
    "Invalid id: gid://shopify/Order/1",
  );
  expect((await api.ask('{ product(id: "gid://shopify/Product/1") { id } }')).body.data).toEqual({ product: null });
});

test("every answer tells what it cost, and the bucket fills again with time", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const token = (await api.exchange()).body.access_token;
  const { body } = await api.query(token, "{ products(first: 2) { nodes { id title } } }");
  expect(body.extensions.cost).toMatchObject({
    requestedQueryCost: expect.any(Number),
    throttleStatus: { maximumAvailable: 2000, restoreRate: 100 },
  });
  expect(body.extensions.cost.actualQueryCost).toBeLessThanOrEqual(body.extensions.cost.requestedQueryCost);
});

test("an empty bucket is THROTTLED with HTTP 200, until it has filled again", async () => {
  const shop = await openDemoShop({ dials: { restoreRate: 1 } });
  const api = await apiOf(shop);
  const token = (await api.exchange()).body.access_token;
  const query = "{ products(first: 11) { nodes { id variants(first: 1) { nodes { id } } } } }";
  let last = await api.query(token, query);
  for (let count = 0; count < 10 && !last.body.errors; count++) last = await api.query(token, query);
  expect(last.status).toBe(200);
  expect(last.body.errors).toMatchObject([{ message: "Throttled", extensions: { code: "THROTTLED" } }]);
  expect(last.body.extensions.cost.actualQueryCost).toBeNull();
  shop.clock.now += 20_000;
  expect((await api.query(token, query)).body.errors).toBeUndefined();
});

test("the dial throttles at once and lets go at once", async () => {
  const shop = await openDemoShop({ dials: { throttled: true } });
  const api = await apiOf(shop);
  expect((await api.ask("{ shop { name } }")).body.errors[0].extensions.code).toBe("THROTTLED");
  shop.store.dials.throttled = false;
  expect((await api.ask("{ shop { name } }")).body.data.shop.name).toBe("Encore Demo");
});

test("what a person could mend comes back as user errors", async () => {
  const shop = await openDemoShop({ toml: withScopes("write_orders") });
  const api = await apiOf(shop);
  const { orderId, order } = await buy(shop.store);
  const tag = (id: string, tags: readonly string[]) =>
    api.ask(
      "mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { field message } } }",
      {
        id,
        tags,
      },
    );
  expect((await tag("gid://shopify/Order/1", ["a"])).body.data.tagsAdd).toEqual({
    node: null,
    userErrors: [{ field: ["id"], message: "Order does not exist" }],
  });
  const gid = `gid://shopify/Order/${orderId}`;
  expect((await tag(gid, ["x".repeat(41)])).body.data.tagsAdd.userErrors).toHaveLength(1);
  expect((await tag(gid, ["offered", "offered"])).body.data.tagsAdd).toEqual({ node: { id: gid }, userErrors: [] });
  expect(order().tags).toEqual(["offered"]);
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

test("a call without a good token is 401, another shop 404, another path not ours", async () => {
  const shop = await openDemoShop();
  const api = await apiOf(shop);
  const { access_token } = (await api.exchange()).body;
  const path = "/admin/api/2026-10/graphql.json";
  const body = { query: "{ shop { name } }" };
  expect((await api.post(path, body)).status).toBe(401);
  expect((await api.post(path, body, { "X-Shopify-Access-Token": "shpat_other" })).status).toBe(401);
  const token = { "X-Shopify-Access-Token": access_token };
  expect((await api.post(path, body, { ...token, "X-Sandbox-Host": "other.myshopify.com" })).status).toBe(404);
  expect((await api.post(path, "no json", token)).status).toBe(400);
  expect((await api.post("/admin/other", body, token)).status).toBe(404);
  const older = await api.post("/admin/api/2026-04/graphql.json", body, token);
  expect(older.headers.get("x-shopify-api-version")).toBe("2026-10");
});
