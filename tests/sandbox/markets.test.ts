import { expect, test } from "vitest";
import { apiOf } from "./admin-api-client.ts";
import {
  ADDRESS,
  CAKESTAND_ROSE,
  CARD,
  CUSTOMERS_TOML,
  openDemoShop,
  readyCheckout,
  sentBy,
  TEAPOT,
} from "./demo-shop.ts";

test.each([
  ["JPY", "JP", 1950, 2915, 4865],
  ["KWD", "KW", 3900, 5831, 9731],
  ["EUR", "DE", 1170, 1047, 2638],
] as const)(
  "a purchase in %s is worked out, charged and kept in it, to the last digit",
  async (currency, country, price, shipping, total) => {
    const { store } = await openDemoShop();
    const { token } = store.openCheckout([{ variantId: TEAPOT, quantity: 1 }], { country, currency });
    const checkout = store.updateCheckout(token, { email: "ada@example.com", address: ADDRESS });
    expect(checkout).toMatchObject({
      presentmentCurrency: currency,
      lines: [{ unitPrice: { minor: price, currency } }],
      shipping: { minor: shipping, currency },
      total: { minor: total, currency },
    });
    await store.pay(token, CARD);
    expect(store.orderByCheckout(token)).toMatchObject({
      currency: "GBP",
      presentmentCurrency: currency,
      transactions: [{ amount: { minor: total, currency } }],
    });
  },
);

test("an order in yen is told in yen and in the shop's pounds", async () => {
  const shop = await openDemoShop({ toml: CUSTOMERS_TOML });
  const { store } = shop;
  const { token } = store.openCheckout([{ variantId: TEAPOT, quantity: 2 }], { country: "JP" });
  store.updateCheckout(token, { email: "ada@example.com", address: ADDRESS });
  await store.pay(token, CARD);
  const order = store.orderByCheckout(token);
  const { body } = await (await apiOf(shop)).ask(
    `query ($id: ID!) { order(id: $id) {
      currencyCode presentmentCurrencyCode
      totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
    } }`,
    { id: `gid://shopify/Order/${order?.id}` },
  );
  expect(body.data.order).toEqual({
    currencyCode: "GBP",
    presentmentCurrencyCode: "JPY",
    totalPriceSet: {
      shopMoney: { amount: "34.95", currencyCode: "GBP" },
      presentmentMoney: { amount: "6815.0", currencyCode: "JPY" },
    },
  });
  const { payload } = sentBy(shop).find(({ topic }) => topic === "orders/create") ?? {};
  expect(payload).toMatchObject({ total_price: "34.95", total_price_set: { presentment_money: { amount: "6815" } } });
  expect(store.customerHistory(order?.customerId ?? 0).spent).toEqual({ minor: 3495, currency: "GBP" });
});

test("a refund of an order abroad gives back what was paid", async () => {
  const { store } = await openDemoShop();
  const { token } = store.openCheckout([{ variantId: TEAPOT, quantity: 1 }], { country: "KW" });
  store.updateCheckout(token, { email: "ada@example.com", address: ADDRESS });
  await store.pay(token, CARD);
  const order = store.orderByCheckout(token);
  const line = order?.lines[0];
  const refund = store.refund(order?.id ?? 0, [{ lineId: line?.id ?? 0, quantity: 1 }]);
  expect(refund?.transactions[0]?.amount).toEqual({ minor: 3900, currency: "KWD" });
});

test("a discount in another currency: a part is a part, an amount goes by the rate", async () => {
  const { store } = await openDemoShop();
  const items = { kind: "some", productIds: [4200], variantIds: [], collectionIds: [] } as const;
  const basic = (
    value: { kind: "fraction"; fraction: number } | { kind: "amount"; minor: number; onEachItem: boolean },
  ) => ({ kind: "basic", items, value }) as const;
  store.createDiscount({ title: "A", code: "PART", what: basic({ kind: "fraction", fraction: 0.15 }) });
  store.createDiscount({ title: "B", code: "POUND", what: basic({ kind: "amount", minor: 100, onEachItem: true }) });
  const off = (currency: string, code: string) =>
    store.openCheckout([{ variantId: CAKESTAND_ROSE, quantity: 1 }], { currency, codes: [code] }).discountTotal.minor;
  expect([off("JPY", "PART"), off("JPY", "POUND")]).toEqual([373, 195]);
  expect([off("KWD", "PART"), off("KWD", "POUND")]).toEqual([746, 390]);
});

test("a country brings its market's currency, a language the shop's own where it has none", async () => {
  const { store } = await openDemoShop();
  const context = (country: string, language: string) => store.openCart({ country, language }).context;
  expect(context("FR", "fr-FR")).toEqual({ country: "FR", language: "fr", currency: "EUR" });
  expect(context("KW", "ar")).toEqual({ country: "KW", language: "ar", currency: "KWD" });
  expect(context("JP", "tlh")).toEqual({ country: "JP", language: "en", currency: "JPY" });
  expect(context("XX", "")).toEqual({ country: "GB", language: "en", currency: "GBP" });
});

test("there is no page after a purchase in any other currency than the shop's", async () => {
  const { store } = await openDemoShop();
  for (const presentmentCurrency of ["EUR", "JPY", "KWD"]) {
    const { token } = readyCheckout(store, [TEAPOT], { presentmentCurrency });
    expect(store.postPurchaseChance(token, CARD)).toMatchObject({ kind: "skipped", why: "other-currency" });
  }
});
