import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { APP_TOML, buy, openDemoShop } from "./demo-shop.ts";

const withScopes = (scopes: string) => APP_TOML.replace("read_products,read_orders,read_inventory", scopes);

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

test("what the app has no scope for is denied in Shopify's words, and the rest is answered", async () => {
  const shop = await openDemoShop({ toml: withScopes("read_products") });
  const api = await apiOf(shop);
  const { orderId } = await buy(shop.store);
  const { status, body } = await api.ask(`{ shop { name } order(id: "gid://shopify/Order/${orderId}") { id } }`);
  expect(status).toBe(200);
  expect(body.data).toEqual({ shop: { name: "Penny & Plum" }, order: null });
  expect(body.errors).toMatchObject([
    {
      message: expect.stringMatching(/^Access denied for order field\. Required access: `read_orders` access scope/),
      path: ["order"],
      extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes" },
    },
  ]);
  const node = await api.ask(`{ node(id: "gid://shopify/Order/${orderId}") { id } }`);
  expect(node.body).toMatchObject({ data: { node: null }, errors: [{ extensions: { code: "ACCESS_DENIED" } }] });
  const page = await api.ask("{ orders(first: 1) { pageInfo { hasNextPage } } }");
  expect(page.body).toMatchObject({ errors: [{ path: ["orders"], extensions: { code: "ACCESS_DENIED" } }] });
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

test("reading a resource does not include writing it", async () => {
  const shop = await openDemoShop();
  const { orderId, order } = await buy(shop.store);
  const tag = `mutation { tagsAdd(id: "gid://shopify/Order/${orderId}", tags: ["a"]) { node { id } } }`;
  const { body } = await (await apiOf(shop)).ask(tag);
  expect(body.errors).toMatchObject([{ path: ["tagsAdd"], extensions: { code: "ACCESS_DENIED" } }]);
  expect(order().tags).toEqual([]);
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
  expect((await api.ask("{ shop { name } }")).body.data.shop.name).toBe("Penny & Plum");
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
