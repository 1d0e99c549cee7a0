import { expect, test } from "vitest";
import type { CartChange } from "#sandbox/store/state/cart.ts";
import {
  ADDRESS,
  CAKESTAND_BLUE,
  CAKESTAND_ROSE,
  CARD,
  MONTHLY_TEA,
  openDemoShop,
  sentBy,
  TEAPOT,
  WHOLE_CATALOGUE,
} from "./demo-shop.ts";

const MARK = { key: "_encore", value: "1 cart 3 1 abc rule" };

async function cartShop() {
  const shop = await openDemoShop({ catalogue: WHOLE_CATALOGUE });
  const { token } = shop.store.openCart();
  const change = (wanted: CartChange) => {
    const answer = shop.store.changeCart(token, wanted);
    if (!answer) throw new Error("the cart is gone");
    return answer;
  };
  const add = (variantId: number, quantity = 1, attributes = [] as (typeof MARK)[]) =>
    change({ kind: "add", lines: [{ variantId, quantity, attributes }] });
  return { ...shop, token, change, add, cart: () => shop.store.cart(token) };
}

test("a variant with other properties is a line of its own; the same makes its line longer", async () => {
  const { add, cart } = await cartShop();
  add(TEAPOT);
  add(TEAPOT, 1, [MARK]);
  expect(add(TEAPOT, 2)).toMatchObject({ kind: "changed", added: [{ variantId: TEAPOT, quantity: 3 }] });
  expect(cart()?.lines.map(({ quantity, attributes }) => [quantity, attributes])).toEqual([
    [3, []],
    [1, [MARK]],
  ]);
  expect(cart()).toMatchObject({ pieces: 4, total: { minor: 4000 } });
});

test.each([
  ["sold-out", CAKESTAND_ROSE, 1, 0],
  ["not-enough", CAKESTAND_BLUE, 2, 1],
  ["no-such-variant", 99, 1, undefined],
  ["subscription-only", MONTHLY_TEA, 1, undefined],
  ["bad-quantity", TEAPOT, 0, undefined],
] as const)("what cannot be bought is refused and changes nothing: %s", async (why, variantId, quantity, stock) => {
  const { store, change, cart } = await cartShop();
  if (stock !== undefined) store.setStock(variantId, stock);
  const lines = [
    { variantId: TEAPOT, quantity: 1 },
    { variantId, quantity },
  ];
  expect(change({ kind: "add", lines })).toMatchObject({ kind: "refused", why });
  expect(cart()?.lines).toEqual([]);
});

test("stock is counted over all lines of a variant", async () => {
  const { add } = await cartShop();
  add(CAKESTAND_ROSE, 4);
  expect(add(CAKESTAND_ROSE, 2, [MARK])).toMatchObject({ kind: "refused", why: "not-enough", left: 5 });
});

test("a line is made shorter, given other properties and taken out by its id", async () => {
  const { add, change, cart } = await cartShop();
  add(TEAPOT, 3);
  const id = () => cart()?.lines[0]?.id ?? "";
  const first = id();
  change({ kind: "change-line", id: first, quantity: 2 });
  expect(id()).toBe(first);
  change({ kind: "change-line", id: first, attributes: [MARK] });
  expect(id()).not.toBe(first);
  expect(change({ kind: "change-line", id: first, quantity: 1 })).toMatchObject({ why: "no-such-line" });
  change({ kind: "change-line", id: id(), quantity: 0 });
  expect(cart()?.lines).toEqual([]);
});

test("attributes are set one by one, and an empty value takes one out", async () => {
  const { change, cart } = await cartShop();
  const set = (key: string, value: string) => change({ kind: "attributes", attributes: [{ key, value }] });
  set("gift", "yes");
  set("_encore", "x");
  set("gift", "");
  expect(cart()?.attributes).toEqual([{ key: "_encore", value: "x" }]);
});

test("what the cart says reaches the order, the Admin API's webhook and the merchant's page", async () => {
  const shop = await cartShop();
  const { store, add, change } = shop;
  add(TEAPOT, 1, [MARK]);
  change({ kind: "attributes", attributes: [MARK] });
  change({ kind: "note", note: "Please wrap it" });
  const checkout = store.checkoutOfCart(shop.token);
  const token = checkout?.token ?? "";
  store.updateCheckout(token, { email: "ada@example.com", address: ADDRESS });
  await store.pay(token, CARD);
  expect(store.orderByCheckout(token)).toMatchObject({
    cartToken: shop.token,
    note: "Please wrap it",
    attributes: [MARK],
    lines: [{ attributes: [MARK] }],
  });
  const { payload } = sentBy(shop).find(({ topic }) => topic === "orders/create") ?? {};
  const written = { name: MARK.key, value: MARK.value };
  expect(payload).toMatchObject({ note_attributes: [written], line_items: [{ properties: [written] }] });
});

test("going back to the cart and on again finds the same checkout, with the cart as it is now", async () => {
  const { store, token, add, change } = await cartShop();
  add(TEAPOT);
  const first = store.checkoutOfCart(token);
  store.updateCheckout(first?.token ?? "", { email: "ada@example.com", language: "de-DE" });
  add(CAKESTAND_ROSE);
  change({ kind: "codes", codes: ["A", "a", " B "] });
  const second = store.checkoutOfCart(token);
  expect(second).toMatchObject({ token: first?.token, email: "ada@example.com", language: "de-DE" });
  expect(second?.lines).toHaveLength(2);
  expect(second?.codes.map(({ code }) => code)).toEqual(["A", "B"]);
});

test("a checkout's lines change as an extension asks, until it is paid", async () => {
  const { store } = await cartShop();
  const { token } = store.openCheckout([{ variantId: TEAPOT, quantity: 1 }]);
  const line = () => store.checkout(token)?.lines.find(({ variantId }) => variantId === CAKESTAND_ROSE);
  expect(
    store.changeCheckoutLine(token, { kind: "add", variantId: CAKESTAND_ROSE, quantity: 1, attributes: [MARK] }),
  ).toMatchObject({ kind: "changed" });
  expect(line()).toMatchObject({ attributes: [MARK], total: { minor: 1275 } });
  store.changeCheckoutLine(token, { kind: "change", id: line()?.id ?? "", quantity: 2 });
  expect(line()?.quantity).toBe(2);
  expect(store.changeCheckoutLine(token, { kind: "change", id: line()?.id ?? "", quantity: 9 })?.kind).toBe("refused");
  store.changeCheckoutLine(token, { kind: "remove", id: line()?.id ?? "" });
  expect(line()).toBeUndefined();
  store.updateCheckout(token, { email: "ada@example.com", address: ADDRESS });
  await store.pay(token, CARD);
  const answer = store.changeCheckoutLine(token, { kind: "add", variantId: CAKESTAND_ROSE, quantity: 1 });
  expect(answer?.kind).toBe("refused");
});

test("a cart of 250 lines with a discount on all of them is worked out at once", async () => {
  const { store, token } = await cartShop();
  store.setStock(TEAPOT, 1000);
  const what = { kind: "basic", items: { kind: "all" }, value: { kind: "fraction", fraction: 0.1 } } as const;
  store.createDiscount({ title: "All", what });
  const lines = Array.from({ length: 250 }, (_, index) => ({
    variantId: TEAPOT,
    quantity: 1,
    attributes: [{ key: "engraving", value: String(index) }],
  }));
  expect(store.changeCart(token, { kind: "add", lines })?.kind).toBe("changed");
  expect(store.cart(token)).toMatchObject({ pieces: 250, discountTotal: { minor: 25_000 } });
});
