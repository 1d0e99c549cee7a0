import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { APP_TOML, buy, type DemoShop, openDemoShop, sentBy, TEAPOT } from "./demo-shop.ts";

const TOML = APP_TOML.replace("read_products", "write_products");
const TEAPOT_GID = "gid://shopify/Product/4100";
const OURS = "app--199401234433";

const SET = `mutation ($m: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $m) {
    metafields { id namespace key type value compareDigest ownerType }
    userErrors { field message code elementIndex }
  }
}`;
const READ = `query ($id: ID!) {
  product(id: $id) { metafield(namespace: "$app", key: "offers") { value jsonValue compareDigest } }
  shop { metafield(key: "offers") { value } }
}`;

const offers = (more: object = {}) => ({
  ownerId: TEAPOT_GID,
  namespace: "$app",
  key: "offers",
  type: "json",
  value: '{"format":1}',
  ...more,
});

async function metafieldShop(toml = TOML) {
  const shop = await openDemoShop({ toml });
  const api = await apiOf(shop);
  const { access_token } = (await api.exchange()).body;
  const set = async (...m: object[]) => (await api.query(access_token, SET, { m })).body;
  const ask = async (text: string, variables: object = {}) => (await api.query(access_token, text, variables)).body;
  const problemOf = async (...m: object[]) => (await set(...m)).data.metafieldsSet.userErrors[0]?.code;
  return { ...shop, set, ask, problemOf };
}

test("what an app writes into its own namespace is read there again, on a product and on the shop", async () => {
  const { store, set, ask } = await metafieldShop();
  const { data } = await set(offers(), offers({ ownerId: `gid://shopify/Shop/${store.shop.id}`, value: "[1]" }));
  expect(data.metafieldsSet).toMatchObject({
    metafields: [{ namespace: OURS, ownerType: "PRODUCT" }, { ownerType: "SHOP" }],
    userErrors: [],
  });
  expect((await ask(READ, { id: TEAPOT_GID })).data).toMatchObject({
    product: { metafield: { jsonValue: { format: 1 } } },
    shop: { metafield: { value: "[1]" } },
  });
});

test("25 at once and no more", async () => {
  const { set } = await metafieldShop();
  const many = (count: number) => Array.from({ length: count }, (_, index) => offers({ key: `offers-${index}` }));
  expect((await set(...many(25))).data.metafieldsSet.userErrors).toEqual([]);
  expect((await set(...many(26))).errors[0]).toMatchObject({ extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } });
});

test.each([
  ["TOO_LONG", { value: JSON.stringify("é".repeat(8_192)) }],
  ["INVALID_VALUE", { value: "{" }],
  ["BLANK", { value: "" }],
  ["BLANK", { type: undefined, key: "new" }],
  ["INVALID", { ownerId: "gid://shopify/Product/9" }],
  ["APP_NOT_AUTHORIZED", { namespace: "app--7" }],
  ["INVALID_TYPE", { type: "boolean", value: "true" }],
])("a metafield that cannot be is refused, and the others with it: %s", async (code, more) => {
  const { set, problemOf, ask } = await metafieldShop();
  await set(offers());
  expect(await problemOf(offers({ value: "[2]" }), offers(more))).toBe(code);
  expect((await ask(READ, { id: TEAPOT_GID })).data.product.metafield.value).toBe('{"format":1}');
});

test("16 KB are taken to the last byte", async () => {
  const { problemOf } = await metafieldShop();
  const json = (bytes: number) => JSON.stringify("x".repeat(bytes - 2));
  expect(await problemOf(offers({ value: json(16_384) }))).toBeUndefined();
  expect(await problemOf(offers({ value: json(16_385) }))).toBe("TOO_LONG");
});

test("a digest that is no longer right writes nothing; null writes only where there is nothing", async () => {
  const { set, problemOf } = await metafieldShop();
  expect(await problemOf(offers({ compareDigest: null }))).toBeUndefined();
  expect(await problemOf(offers({ compareDigest: null }))).toBe("STALE_OBJECT");
  const { compareDigest } = (await set(offers())).data.metafieldsSet.metafields[0];
  expect(await problemOf(offers({ value: "[1]", compareDigest }))).toBeUndefined();
  expect(await problemOf(offers({ value: "[2]", compareDigest }))).toBe("STALE_OBJECT");
});

test("a product's metafield needs write_products, the shop's own does not", async () => {
  const { store, set } = await metafieldShop(APP_TOML);
  expect((await set(offers())).errors[0].extensions.code).toBe("ACCESS_DENIED");
  const onShop = offers({ ownerId: `gid://shopify/Shop/${store.shop.id}` });
  expect((await set(onShop)).data.metafieldsSet.userErrors).toEqual([]);
});

test("deleting says what was there, and what was not", async () => {
  const { set, ask } = await metafieldShop();
  await set(offers());
  const text = `mutation ($m: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $m) { deletedMetafields { key namespace ownerId } userErrors { message } }
  }`;
  const named = (key: string) => ({ ownerId: TEAPOT_GID, namespace: "$app", key });
  const { data } = await ask(text, { m: [named("offers"), named("other")] });
  expect(data.metafieldsDelete.deletedMetafields).toEqual([
    { key: "offers", namespace: OURS, ownerId: TEAPOT_GID },
    null,
  ]);
  expect((await ask(READ, { id: TEAPOT_GID })).data.product.metafield).toBeNull();
});

test("a definition is made once, gives its type to what is written, and goes with its metafields", async () => {
  const { set, ask, problemOf } = await metafieldShop();
  const text = `mutation ($d: MetafieldDefinitionInput!) {
    metafieldDefinitionCreate(definition: $d) { createdDefinition { id namespace type { name } } userErrors { code } }
  }`;
  const definition = { name: "Offers", namespace: "$app", key: "offers", ownerType: "PRODUCT", type: "json" };
  const first = (await ask(text, { d: { ...definition, access: { storefront: "PUBLIC_READ" } } })).data;
  expect(first.metafieldDefinitionCreate).toMatchObject({
    createdDefinition: { namespace: OURS, type: { name: "json" } },
    userErrors: [],
  });
  const second = (await ask(text, { d: definition })).data.metafieldDefinitionCreate;
  expect(second).toEqual({ createdDefinition: null, userErrors: [{ code: "TAKEN" }] });
  expect(await problemOf(offers({ type: undefined }))).toBeUndefined();
  const listed = await ask(
    '{ metafieldDefinitions(first: 5, ownerType: PRODUCT, namespace: "$app") { nodes { key metafieldsCount } } }',
  );
  expect(listed.data.metafieldDefinitions.nodes).toEqual([{ key: "offers", metafieldsCount: 1 }]);
  await ask(
    "mutation ($id: ID!) { metafieldDefinitionDelete(id: $id, deleteAllAssociatedMetafields: true) { deletedDefinitionId } }",
    { id: first.metafieldDefinitionCreate.createdDefinition.id },
  );
  expect((await ask(READ, { id: TEAPOT_GID })).data.product.metafield).toBeNull();
  await set(offers());
});

test("a product is told to have changed when one of its metafields did", async () => {
  const shop = await metafieldShop();
  await shop.set(offers(), offers({ key: "more" }));
  expect(sentBy(shop).map(({ topic }) => topic)).toEqual(["products/update"]);
});

test("extensions get what their toml declares, of the shop and of what is in the cart", async () => {
  const { store, set } = await metafieldShop();
  const shopGid = `gid://shopify/Shop/${store.shop.id}`;
  await set(
    offers(),
    offers({ ownerId: shopGid, value: "[1]" }),
    offers({ ownerId: shopGid, key: "secret" }),
    offers({ ownerId: "gid://shopify/Product/4200" }),
  );
  const declared = [{ namespace: "$app", key: "offers" }];
  expect(store.appMetafieldsFor([{ variantId: TEAPOT }, { variantId: TEAPOT }], declared)).toEqual([
    {
      target: { type: "shop", id: shopGid },
      metafield: { namespace: "$app", key: "offers", value: "[1]", valueType: "json_string", type: "json" },
    },
    {
      target: { type: "product", id: TEAPOT_GID },
      metafield: { namespace: "$app", key: "offers", value: '{"format":1}', valueType: "json_string", type: "json" },
    },
  ]);
  expect(store.appMetafieldsFor([], [])).toEqual([]);
  store.uninstallApp();
  expect(store.appMetafieldsFor([], declared)).toEqual([]);
});

test("a deleted product takes its metafields with it", async () => {
  const { store, set } = await metafieldShop();
  await set(offers());
  store.deleteProduct(4100);
  expect(store.appMetafieldsFor([{ variantId: TEAPOT }], [{ namespace: "$app", key: "offers" }])).toEqual([]);
});

test("an order's attributes, its lines' and its codes can be read", async () => {
  const shop: DemoShop = await openDemoShop();
  const { store } = shop;
  const what = { kind: "basic", items: { kind: "all" }, value: { kind: "fraction", fraction: 0.1 } } as const;
  store.createDiscount({ title: "Ten", code: "TEN", what });
  const mark = { key: "_encore", value: "1 thank-you" };
  const lines = [{ variantId: TEAPOT, quantity: 1, attributes: [mark] }];
  const { token } = store.openCheckout(lines, { codes: ["TEN"], attributes: [mark] });
  store.updateCheckout(token, { email: "ada@example.com", shippingMethod: "pickup" });
  await store.pay(token, { kind: "card", number: "1" });
  const order = store.orderByCheckout(token);
  const { body } = await (await apiOf(shop)).ask(
    `query ($id: ID!) { order(id: $id) {
      discountCodes customAttributes { key value } checkoutToken
      lineItems(first: 5) { nodes {
        customAttributes { key value }
        discountAllocations { allocatedAmountSet { shopMoney { amount } }
          discountApplication { __typename ... on DiscountCodeApplication { code } } }
      } }
    } }`,
    { id: `gid://shopify/Order/${order?.id}` },
  );
  expect(body.data.order).toEqual({
    discountCodes: ["TEN"],
    customAttributes: [mark],
    checkoutToken: token,
    lineItems: {
      nodes: [
        {
          customAttributes: [mark],
          discountAllocations: [
            {
              allocatedAmountSet: { shopMoney: { amount: "1.0" } },
              discountApplication: { __typename: "DiscountCodeApplication", code: "TEN" },
            },
          ],
        },
      ],
    },
  });
  expect((await buy(store)).order().attributes).toEqual([]);
});
