import { beforeEach, describe, expect, test } from "vitest";
import type { CustomerId } from "#app/core/values/ids.ts";
import { type OfferCodesAsk, offerCodes } from "#app/shopify/create-offer-codes.ts";
import { CAKESTAND_ROSE, DEMO_SHOP, GBP, NOON, pounds } from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { CREDENTIALS, testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const loopback = await loopbackShopify();
const { adminOf, install } = testApp(await testDatabase());
const ask: OfferCodesAsk = {
  name: "Teacups → Cakestand",
  discount: { kind: "percent", percent: 15 },
  currency: GBP,
  variants: [CAKESTAND_ROSE],
  isSentFree: false,
  startsAt: NOON,
  endsAt: NOON + 7_200_000,
  seed: "one-purchase",
};
const create = (overrides: Partial<OfferCodesAsk> = {}, credentials = CREDENTIALS) =>
  offerCodes(credentials)(adminOf(DEMO_SHOP), { ...ask, ...overrides });
/** The codes that Shopify has, with what they say. */
const codes = new Map<string, Record<string, unknown>>();

beforeEach(async () => {
  await install(DEMO_SHOP);
  codes.clear();
  loopback.asked.length = 0;
  loopback.answer = ({ operation, variables }) => {
    if (operation === "EncoreFindDiscountCode") {
      const place = [...codes.keys()].indexOf(String(variables.code));
      return data({ codeDiscountNodeByCode: place < 0 ? null : { id: `gid://shopify/DiscountCodeNode/${place + 1}` } });
    }
    const discount = variables.discount as { readonly code: string };
    if (codes.has(discount.code)) {
      const userErrors = [{ field: ["code"], message: "Code must be unique.", code: "TAKEN" }];
      return data({ created: { codeDiscountNode: null, userErrors } });
    }
    codes.set(discount.code, { ...discount });
    const id = `gid://shopify/DiscountCodeNode/${codes.size}`;
    return data({ created: { codeDiscountNode: { id }, userErrors: [] } });
  };
});
const said = () => [...codes.values()];

describe("a code", () => {
  test("is good once, for the offered variants alone, and ends when the offer says", async () => {
    expect(await create()).toMatchObject({ kind: "created", codes: [expect.any(String)], ids: ["1"] });
    expect(said()[0]).toMatchObject({
      usageLimit: 1,
      appliesOncePerCustomer: true,
      context: { all: "ALL" },
      endsAt: new Date(NOON + 7_200_000).toISOString(),
      customerGets: {
        items: { products: { productVariantsToAdd: [`gid://shopify/ProductVariant/${CAKESTAND_ROSE}`] } },
        value: { percentage: 0.15 },
      },
    });
  });

  test("is its customer's where the order has one", async () => {
    await create({ customer: "71" as CustomerId });
    expect(said()[0]).toMatchObject({ context: { customers: { add: ["gid://shopify/Customer/71"] } } });
  });

  test("cannot be guessed from another purchase's, nor without the app's own secret", async () => {
    await create();
    await create({ seed: "another-purchase" });
    const [one = "", other = ""] = codes.keys();
    expect(one).toMatch(/^[2-9BCDFGHJKLMNPQRSTVWXYZ]{16}$/);
    expect(other).not.toBe(one);
    const elsewhere = await create({}, { ...CREDENTIALS, apiSecret: "another" });
    expect(elsewhere).not.toMatchObject({ codes: [one] });
  });

  test("for free shipping combines with the discount's", async () => {
    const outcome = await create({ isSentFree: true });
    expect(outcome).toMatchObject({ kind: "created", codes: [...codes.keys()], ids: ["1", "2"] });
    expect(said()[0]).toMatchObject({ combinesWith: { shippingDiscounts: true } });
    expect(said()[1]).toMatchObject({
      destination: { all: true },
      combinesWith: { productDiscounts: true, orderDiscounts: true, shippingDiscounts: false },
    });
  });

  test("is not made where nothing is taken off and nothing is sent free", async () => {
    expect(await create({ discount: { kind: "none" } })).toEqual({ kind: "created", codes: [], ids: [] });
    expect(loopback.asked).toEqual([]);
  });
});

describe("an amount", () => {
  test("is taken off each piece, and off a bundle once", async () => {
    const discount = { kind: "amount", amounts: [pounds(5)] } as const;
    await create({ discount });
    await create({ discount, isOnce: true, piecesLeast: 3, seed: "a-bundle" });
    expect(said().map(({ customerGets }) => customerGets)).toMatchObject([
      { value: { discountAmount: { amount: "5.00", appliesOnEachItem: true } } },
      { value: { discountAmount: { amount: "5.00", appliesOnEachItem: false } } },
    ]);
    // A part of the bundle is not cheaper.
    expect(said()[1]).toMatchObject({ minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: "3" } } });
  });

  test("that makes a fixed price is what the price is above it", async () => {
    await create({ discount: { kind: "fixed-price", prices: [pounds(9.99)] }, price: pounds(12.75) });
    expect(said()[0]).toMatchObject({ customerGets: { value: { discountAmount: { amount: "2.76" } } } });
  });

  test("that the rule does not name in the shop's currency is not made up", async () => {
    const discount = { kind: "amount", amounts: [{ minor: 500, currency: "EUR" as typeof GBP }] } as const;
    expect(await create({ discount })).toMatchObject({ kind: "failed" });
    expect(loopback.asked).toEqual([]);
  });
});

test("codes that a killed try has made are found again, and made only once", async () => {
  const first = await create({ isSentFree: true });
  expect(await create({ isSentFree: true })).toEqual(first);
  expect(codes.size).toBe(2);
});

test("what Shopify will not have is a failure with its reason", async () => {
  loopback.answer = () =>
    data({ created: { codeDiscountNode: null, userErrors: [{ message: "Ends in the past.", code: "INVALID" }] } });
  expect(await create()).toEqual({ kind: "failed", why: "Ends in the past." });
});
