import { beforeAll, expect, test } from "vitest";
import { DEMO_SHOP, NOON, someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { openShop } from "./open-shop.ts";
import { ONE_CAKESTAND, proxyQuery, somePurchaseBody, surfaceAsker } from "./surface-asker.ts";

const database = await testDatabase();
const asker = await surfaceAsker(database);
const offer = { rule: someRule().id, version: 1, step: 1 };

beforeAll(async () => {
  await openShop(database, { rules: [someRule({ surfaces: ["cart"] })] });
  await asker.live.warm([DEMO_SHOP]);
});

const post = (query: string) => asker.post(`/proxy/cart/decide?${query}`, {}, { purchase: somePurchaseBody() });
const refused = (code: string) => ({ status: 401, body: { error: { code } } });

test("the cart is offered what fits it, through Shopify's app proxy", async () => {
  expect(await asker.askFromCart("decide", {})).toMatchObject({
    status: 200,
    body: { kind: "show", offer: { ...offer, priced: "code", isSentFree: false } },
  });
});

test("a yes in the cart is kept for the cart", async () => {
  const told = { offer, kind: "accept", items: ONE_CAKESTAND, purchase: somePurchaseBody({ reference: "cart-9" }) };
  expect(await asker.askFromCart("event", told)).toMatchObject({ status: 200, body: { kind: "kept" } });
  expect(await asker.askFromCart("decide", told)).toMatchObject({ body: { kind: "answered", answer: "accepted" } });
});

test("a surface that the browser names is not heard", async () => {
  expect(await asker.askFromCart("decide", { surface: "thank-you" })).toMatchObject({ body: { kind: "show" } });
});

test("what Shopify did not sign, or signed with another secret, is refused", async () => {
  const query = new URLSearchParams(proxyQuery(NOON));
  const changed = (name: string, value: string) => {
    const other = new URLSearchParams(query);
    other.set(name, value);
    return other.toString();
  };
  for (const forged of [
    changed("shop", "another.myshopify.com"),
    changed("logged_in_customer_id", "7001"),
    changed("signature", "0".repeat(64)),
    changed("signature", "x"),
    changed("more", "1"),
    proxyQuery(NOON, {}, "another secret"),
  ]) {
    expect(await post(forged)).toMatchObject(refused("bad-signature"));
  }
  expect(await post(changed("signature", ""))).toMatchObject(refused("no-signature"));
  expect(await post("")).toMatchObject(refused("no-signature"));
});

test.each(["shop", "timestamp", "logged_in_customer_id", "signature"])("%s twice is refused", async (name) => {
  const value = new URLSearchParams(proxyQuery(NOON)).get(name) ?? "";
  const twice = `${proxyQuery(NOON)}&${new URLSearchParams({ [name]: value })}`;
  expect(await post(twice)).toMatchObject(refused("repeated-parameter"));
});

test.each([
  [-91, 401],
  [-89, 200],
  [89, 200],
  [91, 401],
])("a request of %i seconds from now answers %i", async (seconds, status) => {
  expect((await post(proxyQuery(NOON + seconds * 1000))).status).toBe(status);
});

test("a timestamp that is no number and a shop that is none are refused, however they are signed", async () => {
  expect(await post(proxyQuery(NOON, { timestamp: "now" }))).toMatchObject(refused("wrong-time"));
  expect(await post(proxyQuery(NOON, { shop: "example.com" }))).toMatchObject(refused("wrong-shop"));
});
