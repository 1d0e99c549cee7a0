import { expect, test } from "vitest";
import type { NewDiscount } from "#sandbox/store/sandbox-store.ts";
import type { Items } from "#sandbox/store/state/discount.ts";
import { CAKESTAND_BLUE, CAKESTAND_ROSE, CARD, openDemoShop, PATTERN, readyCheckout, TEAPOT } from "./demo-shop.ts";

const DAY = 86_400_000;
const TEAPOTS = some({ productIds: [4100] });
const CAKESTANDS = some({ productIds: [4200] });
const WITH_ALL = { productDiscounts: true, orderDiscounts: true, shippingDiscounts: true };

function some(ids: Partial<Extract<Items, { kind: "some" }>>): Items {
  return { kind: "some", productIds: [], variantIds: [], collectionIds: [], ...ids };
}

function percentOff(fraction: number, items: Items, more: Partial<NewDiscount> = {}): NewDiscount {
  return {
    title: more.code ?? `${fraction * 100} % off`,
    what: { kind: "basic", items, value: { kind: "fraction", fraction } },
    ...more,
  };
}

/** Buy a teapot, get a cakestand for 20 % less. */
function bump(more: Partial<NewDiscount> = {}): NewDiscount {
  return {
    title: "Cakestand with your teapot",
    what: {
      kind: "buy-x-get-y",
      buys: { items: TEAPOTS, quantity: 1 },
      gets: { items: CAKESTANDS, quantity: 1, value: { kind: "fraction", fraction: 0.2 } },
      usesPerOrder: 1,
    },
    ...more,
  };
}

const freeShipping = (more: Partial<NewDiscount> = {}): NewDiscount => ({
  title: more.code ?? "Sent free",
  what: { kind: "free-shipping", mostMinor: undefined, countries: undefined },
  ...more,
});

async function shopWith(...discounts: readonly NewDiscount[]) {
  const shop = await openDemoShop();
  const made = discounts.map((discount) => {
    const created = shop.store.createDiscount(discount);
    if (!created) throw new Error(`${discount.title} is there already`);
    return created;
  });
  const price = (variants: readonly number[], codes: readonly string[] = []) => {
    const { token } = shop.store.openCheckout(
      variants.map((variantId) => ({ variantId, quantity: 1 })),
      { codes },
    );
    const checkout = shop.store.checkout(token);
    if (!checkout) throw new Error("the checkout is gone");
    return checkout;
  };
  return { ...shop, made, price };
}

test("a code takes its part off the products it is for, and off no others", async () => {
  const { price } = await shopWith(percentOff(0.15, CAKESTANDS, { code: "CAKE15" }));
  const checkout = price([TEAPOT, CAKESTAND_ROSE], ["cake15"]);
  expect(checkout.lines.map(({ total }) => total.minor)).toEqual([1000, 1084]);
  expect(checkout).toMatchObject({
    subtotal: { minor: 2084 },
    discountTotal: { minor: 191 },
    codes: [{ code: "cake15", applies: true }],
    discounts: [{ class: "PRODUCT", code: "cake15", amount: { minor: 191 } }],
  });
});

test("tax is on what is left after the discount", async () => {
  const { price } = await shopWith(percentOff(0.5, TEAPOTS, { code: "HALF" }));
  const { subtotal, tax, shipping, total } = price([TEAPOT], ["HALF"]);
  expect([subtotal.minor, shipping.minor, tax.minor, total.minor]).toEqual([500, 395, 179, 1074]);
});

test("a line gets the best of the product discounts, never two of them", async () => {
  const { price } = await shopWith(
    percentOff(0.1, TEAPOTS, { code: "TEN", combinesWith: WITH_ALL }),
    percentOff(0.25, TEAPOTS, { combinesWith: WITH_ALL }),
  );
  const checkout = price([TEAPOT], ["TEN"]);
  expect(checkout.subtotal.minor).toBe(750);
  expect(checkout.codes).toEqual([{ code: "TEN", applies: false, why: "not-combinable" }]);
});

test("an order discount comes off what product discounts leave, where each allows the other", async () => {
  const allowing = (combinesWith: NewDiscount["combinesWith"]) =>
    shopWith(
      percentOff(0.1, { kind: "all" }, { code: "ORDER10", ...(combinesWith ? { combinesWith } : {}) }),
      percentOff(0.2, TEAPOTS, { code: "TEAPOT20", combinesWith: WITH_ALL }),
    );
  const both = (await allowing(WITH_ALL)).price([TEAPOT], ["ORDER10", "TEAPOT20"]);
  expect(both.subtotal.minor).toBe(720);
  const one = (await allowing(undefined)).price([TEAPOT], ["ORDER10", "TEAPOT20"]);
  expect(one.subtotal.minor).toBe(800);
  expect(one.codes).toEqual([
    { code: "ORDER10", applies: false, why: "not-combinable" },
    { code: "TEAPOT20", applies: true },
  ]);
});

test("a code for the price and a code for the sending work together when both say so", async () => {
  const { price } = await shopWith(
    percentOff(0.2, TEAPOTS, { code: "PRICE", combinesWith: WITH_ALL }),
    freeShipping({ code: "SENDING", combinesWith: WITH_ALL }),
  );
  const checkout = price([TEAPOT], ["PRICE", "SENDING"]);
  expect(checkout.codes.every(({ applies }) => applies)).toBe(true);
  expect([checkout.subtotal.minor, checkout.shipping.minor, checkout.total.minor]).toEqual([800, 0, 960]);
});

test("sending is free up to its highest price and to the countries named only", async () => {
  const { store, made } = await shopWith(freeShipping({ code: "FREE" }));
  const what = (mostMinor: number | undefined, countries: readonly string[] | undefined) => {
    if (made[0]) made[0].what = { kind: "free-shipping", mostMinor, countries };
    const { token } = readyCheckout(store);
    return store.addDiscountCode(token, "FREE")?.kind;
  };
  expect(what(395, ["GB"])).toBe("changed");
  expect(what(394, undefined)).toBe("refused");
  expect(what(undefined, ["DE"])).toBe("refused");
});

test("a bump's automatic discount needs its trigger, takes one piece, and needs no code", async () => {
  const { price } = await shopWith(bump());
  expect(price([CAKESTAND_ROSE]).subtotal.minor).toBe(1275);
  expect(price([TEAPOT]).discounts).toEqual([]);
  const checkout = price([TEAPOT, CAKESTAND_ROSE, CAKESTAND_BLUE]);
  expect(checkout.lines.map(({ total }) => total.minor)).toEqual([1000, 1020, 1275]);
  expect(checkout.discounts).toMatchObject([{ title: "Cakestand with your teapot", code: undefined }]);
});

test("a piece that counts as bought is not given: two of a kind make one pair", async () => {
  const pair = bump();
  const { store } = await shopWith({
    ...pair,
    what: {
      kind: "buy-x-get-y",
      buys: { items: TEAPOTS, quantity: 1 },
      gets: { items: TEAPOTS, quantity: 1, value: { kind: "fraction", fraction: 0.5 } },
      usesPerOrder: undefined,
    },
  });
  const subtotals = [1, 2, 3, 4].map(
    (quantity) => store.openCheckout([{ variantId: TEAPOT, quantity }]).subtotal.minor,
  );
  expect(subtotals).toEqual([1000, 1500, 2500, 3000]);
});

test("a buyer's own code displaces the automatic discount when it saves more, and only then", async () => {
  const { price } = await shopWith(
    bump(),
    percentOff(0.05, { kind: "all" }, { code: "FIVE" }),
    percentOff(0.5, { kind: "all" }, { code: "HALF" }),
  );
  const five = price([TEAPOT, CAKESTAND_ROSE], ["FIVE"]);
  expect(five.subtotal.minor).toBe(2020);
  expect(five.codes).toMatchObject([{ applies: false, why: "not-combinable" }]);
  const half = price([TEAPOT, CAKESTAND_ROSE], ["HALF"]);
  expect(half.discounts.map(({ code }) => code)).toEqual(["HALF"]);
  expect(half.lines[1]?.total.minor).toBe(637);
});

test.each([
  ["unknown", {}, "NOSUCH", [TEAPOT]],
  ["not-active", { startsAt: Date.parse("2027-01-01") }, "CODE", [TEAPOT]],
  ["not-active", { startsAt: 0, endsAt: Date.parse("2026-11-01") }, "CODE", [TEAPOT]],
  ["minimum", { minimum: { kind: "subtotal", minor: 1001 } }, "CODE", [TEAPOT]],
  ["minimum", { minimum: { kind: "quantity", pieces: 2 } }, "CODE", [TEAPOT]],
  ["nothing-entitled", {}, "CODE", [CAKESTAND_ROSE]],
  ["another-customer", { customerIds: [1] }, "CODE", [TEAPOT]],
] as const)("a code says why it does nothing: %s", async (why, more, code, variants) => {
  const { price, store } = await shopWith(percentOff(0.1, TEAPOTS, { code: "CODE", ...more }));
  const checkout = price(variants, [code]);
  expect(checkout.codes).toEqual([{ code, applies: false, why }]);
  const { token } = store.openCheckout(variants.map((variantId) => ({ variantId, quantity: 1 })));
  expect(store.addDiscountCode(token, code)).toMatchObject({ kind: "refused" });
  expect(store.checkout(token)?.codes).toEqual([]);
});

test("a single-use code is used up by the order it was used in, which says so", async () => {
  const { store } = await shopWith(percentOff(0.2, TEAPOTS, { code: "ONCE", usageLimit: 1 }));
  const { token } = readyCheckout(store);
  store.addDiscountCode(token, "ONCE");
  const late = readyCheckout(store);
  store.addDiscountCode(late.token, "ONCE");
  await store.pay(token, CARD);
  expect(store.orderByCheckout(token)).toMatchObject({
    discountCodes: [{ code: "ONCE", amount: { minor: 200 }, type: "percentage" }],
    discounts: [{ kind: "code", code: "ONCE", value: 20 }],
    lines: [{ discountAllocations: [{ application: 0, amount: { minor: 200 } }] }],
  });
  expect(store.checkout(late.token)).toMatchObject({
    subtotal: { minor: 1000 },
    codes: [{ applies: false, why: "used-up" }],
  });
});

test("a customer's code is theirs alone, whether they sign in or give their address", async () => {
  const { store } = await shopWith();
  const ada = store.createCustomer({ email: "ada@example.com", firstName: "Ada", lastName: "Byron" });
  store.createDiscount(percentOff(0.2, TEAPOTS, { code: "ADA", customerIds: [ada?.id ?? 0] }));
  const { token } = store.openCheckout([{ variantId: TEAPOT, quantity: 1 }], { codes: ["ADA"] });
  const subtotal = () => store.checkout(token)?.subtotal.minor;
  expect(subtotal()).toBe(1000);
  store.updateCheckout(token, { email: "Ada@Example.com" });
  expect(subtotal()).toBe(800);
  store.updateCheckout(token, { email: "bob@example.com" });
  expect(subtotal()).toBe(1000);
});

test("once per customer is once", async () => {
  const { store } = await shopWith(percentOff(0.2, TEAPOTS, { code: "FIRST", appliesOncePerCustomer: true }));
  const buyWithCode = async () => {
    const { token } = readyCheckout(store);
    store.addDiscountCode(token, "FIRST");
    await store.pay(token, CARD);
    return store.orderByCheckout(token)?.discountCodes.length;
  };
  expect([await buyWithCode(), await buyWithCode()]).toEqual([1, 0]);
});

test("a discount that ends while the checkout is open is gone from its price", async () => {
  const { store, clock } = await shopWith(
    percentOff(0.2, TEAPOTS, { code: "TODAY", endsAt: Date.parse("2026-11-21T18:04:02Z") + DAY }),
  );
  const { token } = store.openCheckout([{ variantId: TEAPOT, quantity: 1 }], { codes: ["TODAY"] });
  expect(store.checkout(token)?.subtotal.minor).toBe(800);
  clock.now += 2 * DAY;
  expect(store.checkout(token)?.subtotal.minor).toBe(1000);
});

test("an amount off is taken off each piece or once, and never makes a price negative", async () => {
  const off = (minor: number, onEachItem: boolean, code: string): NewDiscount => ({
    title: code,
    code,
    what: { kind: "basic", items: TEAPOTS, value: { kind: "amount", minor, onEachItem } },
  });
  const { store } = await shopWith(off(150, true, "EACH"), off(150, false, "ONCE"), off(5000, false, "ALL"));
  const subtotal = (code: string) =>
    store.openCheckout([{ variantId: TEAPOT, quantity: 2 }], { codes: [code] }).subtotal.minor;
  expect([subtotal("EACH"), subtotal("ONCE"), subtotal("ALL")]).toEqual([1700, 1850, 0]);
});

test("a discount for things that are sent by e-mail works without any sending", async () => {
  const { price } = await shopWith(percentOff(0.2, { kind: "all" }, { code: "ALL" }), freeShipping({ code: "FREE" }));
  expect(price([PATTERN], ["ALL"]).subtotal.minor).toBe(400);
  expect(price([PATTERN], ["FREE"]).codes).toMatchObject([{ applies: false, why: "nothing-entitled" }]);
});
