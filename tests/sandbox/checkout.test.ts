import { expect, test } from "vitest";
import { BOGUS_CARDS } from "#sandbox/store/checkout/bogus-gateway.ts";
import { ADDRESS, buy, CAKESTAND_BLUE, CARD, openDemoShop, PATTERN, PIN, readyCheckout, TEAPOT } from "./demo-shop.ts";

const minors = (checkout: ReturnType<typeof readyCheckout>) => ({
  subtotal: checkout.subtotal.minor,
  shipping: checkout.shipping.minor,
  tax: checkout.tax.minor,
  total: checkout.total.minor,
});

test("a checkout adds 20 % VAT to goods and sending, to the penny", async () => {
  const { store } = await openDemoShop();
  const checkout = readyCheckout(store, [TEAPOT, CAKESTAND_BLUE]);
  // 10.00 + 12.75, sending 3.95; tax by line: 2.00 + 2.55 + 0.79
  expect(minors(checkout)).toEqual({ subtotal: 2275, shipping: 395, tax: 534, total: 3204 });
  expect(checkout.taxLines).toEqual([{ title: "VAT", rate: 0.2, amount: { minor: 534, currency: "GBP" } }]);
});

test("a country has its own rate and its own ways of sending; outside Europe there is no VAT", async () => {
  const { store } = await openDemoShop();
  const germany = readyCheckout(store, [TEAPOT], { country: "DE" });
  expect(minors(germany)).toEqual({ subtotal: 1000, shipping: 895, tax: 360, total: 2255 });
  const america = readyCheckout(store, [TEAPOT], { country: "US" });
  expect(minors(america)).toEqual({ subtotal: 1000, shipping: 1495, tax: 0, total: 2495 });
  expect(america.shippingMethods.map(({ id }) => id)).toEqual(["world"]);
});

test("the cheapest way of sending is chosen until the shopper picks another; an unknown one is ignored", async () => {
  const { store } = await openDemoShop();
  const { token, shippingMethod } = readyCheckout(store);
  expect(shippingMethod?.id).toBe("standard");
  expect(store.updateCheckout(token, { shippingMethod: "express" })?.shipping.minor).toBe(695);
  expect(store.updateCheckout(token, { shippingMethod: "teleport" })?.shipping.minor).toBe(695);
  expect(store.updateCheckout(token, { shippingMethod: "pickup" })?.shipping.minor).toBe(0);
});

test("what goes by e-mail needs neither sending nor an address, and what is untaxed has no VAT", async () => {
  const { store } = await openDemoShop();
  const { token } = store.openCheckout([
    { variantId: PATTERN, quantity: 1 },
    { variantId: PIN, quantity: 2 },
  ]);
  const checkout = store.updateCheckout(token, { email: "ada@example.com" });
  expect(checkout?.shippingMethods).toEqual([]);
  expect(checkout?.problems).toEqual([]);
  expect(checkout?.tax.minor).toBe(100);
  expect(checkout?.total.minor).toBe(640);
});

test("lines of one variant are put together, and what the shop does not have is left out", async () => {
  const { store } = await openDemoShop();
  const { lines } = store.openCheckout([
    { variantId: TEAPOT, quantity: 1 },
    { variantId: TEAPOT, quantity: 2 },
    { variantId: 999, quantity: 1 },
    { variantId: CAKESTAND_BLUE, quantity: 0 },
  ]);
  expect(lines.map(({ variantId, quantity }) => [variantId, quantity])).toEqual([[TEAPOT, 3]]);
});

test("a checkout without e-mail, address or stock says so and is not charged", async () => {
  const { store } = await openDemoShop();
  const { token, problems } = store.openCheckout([{ variantId: CAKESTAND_BLUE, quantity: 2 }]);
  expect(problems.map(({ kind }) => kind)).toEqual(["sold-out", "no-email", "no-address"]);
  expect(await store.pay(token, CARD)).toEqual({ kind: "refused", message: "Only 1 left of Cakestand 3 Tier." });
  expect(store.orders()).toEqual([]);
});

test("Bogus card 1 pays, 2 is declined, 3 fails, and any other is no card", async () => {
  const { store } = await openDemoShop();
  const { token } = readyCheckout(store);
  for (const number of [BOGUS_CARDS.declined, BOGUS_CARDS.gatewayFails, "4242"]) {
    expect(await store.pay(token, { kind: "card", number })).toMatchObject({ kind: "refused" });
  }
  expect(store.variant(TEAPOT)?.variant.stock).toBe(20);
  expect(await store.pay(token, CARD)).toMatchObject({ kind: "paid" });
});

test("paying takes the stock once, however often the button is pressed", async () => {
  const { store } = await openDemoShop();
  const { token } = readyCheckout(store);
  const first = await store.pay(token, CARD);
  expect(await store.pay(token, CARD)).toEqual(first);
  expect(store.variant(TEAPOT)?.variant.stock).toBe(19);
  expect(store.orders()).toHaveLength(1);
});

test("the last piece goes to who pays first", async () => {
  const { store } = await openDemoShop();
  const [one, other] = [readyCheckout(store, [CAKESTAND_BLUE]), readyCheckout(store, [CAKESTAND_BLUE])];
  expect(await store.pay(one.token, CARD)).toMatchObject({ kind: "paid" });
  expect(await store.pay(other.token, CARD)).toEqual({ kind: "refused", message: "Cakestand 3 Tier just sold out." });
});

test("a paid checkout no longer changes, and its order tells what was paid", async () => {
  const { store } = await openDemoShop();
  const { token, order } = await buy(store);
  store.updateCheckout(token, { country: "US" });
  store.setPrice(TEAPOT, 9900);
  expect(order()).toMatchObject({
    name: "#1001",
    checkoutToken: token,
    country: "GB",
    shippingAddress: { ...ADDRESS, country: "GB" },
    transactions: [{ kind: "sale", status: "success", amount: { minor: 1674 } }],
  });
  expect(order().lines[0]?.unitPrice.minor).toBe(1000);
});

test("order numbers count up by one and ids jump, as Shopify's do", async () => {
  const { store } = await openDemoShop();
  const [first, second] = [(await buy(store)).order(), (await buy(store)).order()];
  expect([first.name, second.name]).toEqual(["#1001", "#1002"]);
  expect(second.id - first.id).toBeGreaterThan(1);
  expect(second.customerId).toBe(first.customerId);
});
