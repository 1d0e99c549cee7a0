import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import { APP_TOML, CAKESTAND_ROSE, openDemoShop, sentBy, TEAPOT } from "./demo-shop.ts";

const TOML = APP_TOML.replace("read_inventory", "read_inventory,write_discounts").replace(
  '"products/create"',
  '"discounts/create", "discounts/update", "discounts/delete", "products/create"',
);
const TEAPOT_GID = "gid://shopify/Product/4100";
const ROSE_GID = `gid://shopify/ProductVariant/${CAKESTAND_ROSE}`;
const COMBINES = { productDiscounts: true, orderDiscounts: false, shippingDiscounts: true };

const BASIC = `mutation ($d: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $d) {
    codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic {
      title status usageLimit appliesOncePerCustomer codes(first: 1) { nodes { code } }
      combinesWith { orderDiscounts productDiscounts shippingDiscounts } } } }
    userErrors { field message code extraInfo }
  }
}`;
const SHIPPING = `mutation ($d: DiscountCodeFreeShippingInput!) {
  discountCodeFreeShippingCreate(freeShippingCodeDiscount: $d) { codeDiscountNode { id } userErrors { field code } }
}`;
const BXGY = `mutation ($d: DiscountAutomaticBxgyInput!) {
  discountAutomaticBxgyCreate(automaticBxgyDiscount: $d) {
    automaticDiscountNode { id automaticDiscount { ... on DiscountAutomaticBxgy { title status usesPerOrderLimit tags } } }
    userErrors { field code message }
  }
}`;

const basic = (more: object = {}) => ({
  title: "Thank you",
  code: "THANKS-1",
  startsAt: "2026-11-21T00:00:00Z",
  endsAt: "2026-11-23T00:00:00Z",
  usageLimit: 1,
  appliesOncePerCustomer: true,
  context: { all: "ALL" },
  combinesWith: COMBINES,
  customerGets: { items: { products: { productVariantsToAdd: [ROSE_GID] } }, value: { percentage: 0.2 } },
  ...more,
});
const shipping = (more: object = {}) => ({
  title: "Sent free",
  code: "SENT-1",
  startsAt: "2026-11-21T00:00:00Z",
  context: { all: "ALL" },
  combinesWith: COMBINES,
  destination: { all: true },
  ...more,
});
const bxgy = (more: object = {}) => ({
  title: "Cakestand with your teapot",
  tags: ["encore"],
  startsAt: "2026-11-21T00:00:00Z",
  context: { all: "ALL" },
  usesPerOrderLimit: "1",
  combinesWith: COMBINES,
  customerBuys: { items: { products: { productsToAdd: [TEAPOT_GID] } }, value: { quantity: "1" } },
  customerGets: {
    items: { products: { productVariantsToAdd: [ROSE_GID] } },
    value: { discountOnQuantity: { quantity: "1", effect: { percentage: 0.2 } } },
  },
  ...more,
});

async function discountShop(toml = TOML) {
  const shop = await openDemoShop({ toml });
  const api = await apiOf(shop);
  const { access_token } = (await api.exchange()).body;
  const ask = async (text: string, variables: object = {}) => (await api.query(access_token, text, variables)).body;
  const price = (variants: readonly number[], codes: readonly string[] = []) =>
    shop.store.openCheckout(
      variants.map((variantId) => ({ variantId, quantity: 1 })),
      { codes },
    );
  return { ...shop, ask, price };
}

test("a code and its free sending are made, combine, and are found by their codes", async () => {
  const { ask, price } = await discountShop();
  const made = (await ask(BASIC, { d: basic() })).data.discountCodeBasicCreate;
  expect(made).toMatchObject({
    codeDiscountNode: {
      codeDiscount: { title: "Thank you", status: "ACTIVE", usageLimit: 1, codes: { nodes: [{ code: "THANKS-1" }] } },
    },
    userErrors: [],
  });
  await ask(SHIPPING, { d: shipping() });
  const checkout = price([CAKESTAND_ROSE], ["THANKS-1", "SENT-1"]);
  expect([checkout.subtotal.minor, checkout.shipping.minor]).toEqual([1020, 0]);
  const found = await ask('{ codeDiscountNodeByCode(code: "thanks-1") { id } }');
  expect(found.data.codeDiscountNodeByCode.id).toBe(made.codeDiscountNode.id);
});

test.each([
  ["TAKEN", "code", { code: "Taken" }],
  ["BLANK", "code", { code: " " }],
  ["BLANK", "title", { title: "" }],
  ["BLANK", "startsAt", { startsAt: null }],
  ["BLANK", "context", { context: null }],
  ["END_DATE_BEFORE_START_DATE", "endsAt", { endsAt: "2026-11-20T00:00:00Z" }],
  ["GREATER_THAN", "usageLimit", { usageLimit: 0 }],
  ["VALUE_OUTSIDE_RANGE", "customerGets", { customerGets: { items: { all: true }, value: { percentage: 20 } } }],
  ["BLANK", "customerGets", { customerGets: { items: {}, value: { percentage: 0.2 } } }],
  [
    "INVALID",
    "customerGets",
    {
      customerGets: { items: { products: { productsToAdd: ["gid://shopify/Product/9"] } }, value: { percentage: 0.2 } },
    },
  ],
  ["INVALID", "context", { context: { customers: { add: ["gid://shopify/Customer/9"] } } }],
])("a code that cannot be is refused and said why: %s of %s", async (code, field, more) => {
  const { ask, store } = await discountShop();
  await ask(BASIC, { d: basic({ code: "TAKEN" }) });
  const { codeDiscountNode, userErrors } = (await ask(BASIC, { d: basic(more) })).data.discountCodeBasicCreate;
  expect(codeDiscountNode).toBeNull();
  expect(userErrors[0]).toMatchObject({ code });
  expect(userErrors[0].field.slice(0, 2)).toEqual(["basicCodeDiscount", field]);
  expect(store.discounts()).toHaveLength(1);
});

test("an amount off is in the shop's currency, and an amount nobody can pay is refused", async () => {
  const { ask, price } = await discountShop();
  const off = (amount: string) => ({
    customerGets: {
      items: { products: { productsToAdd: [TEAPOT_GID] } },
      value: { discountAmount: { amount, appliesOnEachItem: true } },
    },
  });
  await ask(BASIC, { d: basic(off("2.50")) });
  expect(price([TEAPOT], ["THANKS-1"]).subtotal.minor).toBe(750);
  const refused = await ask(BASIC, { d: basic({ code: "B", ...off("2.505") }) });
  expect(refused.data.discountCodeBasicCreate.userErrors[0].code).toBe("INVALID");
});

test("a bump's discount is made, changed and deleted, and every price follows at once", async () => {
  const { ask, price } = await discountShop();
  const { id, automaticDiscount } = (await ask(BXGY, { d: bxgy() })).data.discountAutomaticBxgyCreate
    .automaticDiscountNode;
  expect(automaticDiscount).toEqual({
    title: "Cakestand with your teapot",
    status: "ACTIVE",
    usesPerOrderLimit: 1,
    tags: ["encore"],
  });
  const subtotal = () => price([TEAPOT, CAKESTAND_ROSE]).subtotal.minor;
  expect(subtotal()).toBe(2020);
  const update = `mutation ($id: ID!, $d: DiscountAutomaticBxgyInput!) {
    discountAutomaticBxgyUpdate(id: $id, automaticBxgyDiscount: $d) { userErrors { code } } }`;
  const { customerGets } = bxgy({
    customerGets: {
      items: { products: { productVariantsToAdd: [ROSE_GID] } },
      value: { discountOnQuantity: { quantity: "1", effect: { percentage: 0.4 } } },
    },
  });
  await ask(update, { id, d: { customerGets } });
  expect(subtotal()).toBe(1765);
  const gone = await ask(
    "mutation ($id: ID!) { discountAutomaticDelete(id: $id) { deletedAutomaticDiscountId userErrors { code } } }",
    { id },
  );
  expect(gone.data.discountAutomaticDelete).toEqual({ deletedAutomaticDiscountId: id, userErrors: [] });
  expect(subtotal()).toBe(2275);
});

test("a shop has 25 automatic discounts and no more; one that ended makes room", async () => {
  const { ask } = await discountShop();
  const create = async (index: number) =>
    (await ask(BXGY, { d: bxgy({ title: `Bump ${index}` }) })).data.discountAutomaticBxgyCreate;
  for (let index = 1; index < 25; index += 1) await create(index);
  const last = await create(25);
  expect((await create(26)).userErrors).toMatchObject([{ code: "EXCEEDED_MAX" }]);
  await ask("mutation ($id: ID!) { discountAutomaticDeactivate(id: $id) { userErrors { code } } }", {
    id: last.automaticDiscountNode.id,
  });
  expect((await create(26)).userErrors).toEqual([]);
  const { data } = await ask('{ automaticDiscountNodes(first: 50, query: "status:active") { nodes { id } } }');
  expect(data.automaticDiscountNodes.nodes).toHaveLength(25);
});

test("automatic discounts are listed by whoever made them, newest first when asked so", async () => {
  const { ask, store, clock } = await discountShop();
  await ask(BASIC, { d: basic() });
  clock.now += 1000;
  await ask(BXGY, { d: bxgy() });
  const { data } = await ask(`{ discountNodes(first: 5, query: "method:automatic", sortKey: CREATED_AT, reverse: true) {
    nodes { id discount { ... on DiscountAutomaticBxgy { tags
      customerBuys { value { ... on DiscountQuantity { quantity } } items { ... on DiscountProducts { products(first: 1) { nodes { id } } } } } } } }
  } }`);
  expect(data.discountNodes.nodes).toMatchObject([
    {
      id: `gid://shopify/DiscountAutomaticNode/${store.discounts()[0]?.id}`,
      discount: {
        tags: ["encore"],
        customerBuys: { value: { quantity: "1" }, items: { products: { nodes: [{ id: TEAPOT_GID }] } } },
      },
    },
  ]);
});

test("a code that is deactivated or deleted stops working in checkouts under way", async () => {
  const { ask, price, store } = await discountShop();
  const { id } = (await ask(BASIC, { d: basic() })).data.discountCodeBasicCreate.codeDiscountNode;
  const { token } = price([CAKESTAND_ROSE], ["THANKS-1"]);
  const why = () => store.checkout(token)?.codes[0]?.why;
  expect(why()).toBeUndefined();
  await ask("mutation ($id: ID!) { discountCodeDeactivate(id: $id) { userErrors { code } } }", { id });
  expect(why()).toBe("not-active");
  const drop = "mutation ($id: ID!) { discountCodeDelete(id: $id) { deletedCodeDiscountId userErrors { code } } }";
  expect((await ask(drop, { id })).data.discountCodeDelete.deletedCodeDiscountId).toBe(id);
  expect(why()).toBe("unknown");
  expect((await ask(drop, { id })).data.discountCodeDelete.userErrors).toMatchObject([{ code: "INVALID" }]);
});

test("discounts need write_discounts, and reading them read_discounts", async () => {
  const { ask } = await discountShop(APP_TOML);
  for (const [text, variables] of [
    [BASIC, { d: basic() }],
    [SHIPPING, { d: shipping() }],
    [BXGY, { d: bxgy() }],
    ['{ codeDiscountNodeByCode(code: "A") { id } }', {}],
    ["{ automaticDiscountNodes(first: 1) { nodes { id } } }", {}],
  ] as const) {
    expect((await ask(text, variables)).errors[0].extensions.code).toBe("ACCESS_DENIED");
  }
});

test("what is made, changed and deleted is told", async () => {
  const shop = await discountShop();
  const { id } = (await shop.ask(BASIC, { d: basic() })).data.discountCodeBasicCreate.codeDiscountNode;
  await shop.ask("mutation ($id: ID!) { discountCodeDeactivate(id: $id) { userErrors { code } } }", { id });
  await shop.ask("mutation ($id: ID!) { discountCodeDelete(id: $id) { userErrors { code } } }", { id });
  expect(sentBy(shop).map(({ topic, payload }) => [topic, payload.admin_graphql_api_id])).toEqual([
    ["discounts/create", id],
    ["discounts/update", id],
    ["discounts/delete", id],
  ]);
});
