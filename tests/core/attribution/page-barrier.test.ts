import { expect, test } from "vitest";
import { pageBarrierOf } from "#app/core/attribution/page-barrier.ts";
import type { Currency } from "#app/core/values/currency.ts";
import { someOrder } from "#tests/stores/filled-shop.ts";
import { pounds } from "#tests/support/builders.ts";

test("an order paid by card, sent and in the shop's currency names nothing that keeps the page shut", () => {
  const order = someOrder({
    payment: { kind: "card" },
    needsShipping: true,
    presentmentCurrency: "GBP",
    isFromOnlineStore: true,
  });
  expect(pageBarrierOf(order)).toBeUndefined();
});

test("an order that an earlier release has read names nothing that it did not read", () => {
  expect(pageBarrierOf(someOrder())).toBeUndefined();
});

test.each([
  [{ payment: { kind: "wallet", name: "Apple Pay" } }, "wallet"],
  [{ payment: { kind: "paypal" } }, "paypal"],
  [{ payment: { kind: "installments" } }, "other-payment"],
  [{ payment: { kind: "local", name: "ideal" } }, "other-payment"],
  [{ payment: { kind: "manual" } }, "other-payment"],
  [{ payment: { kind: "gift-card" } }, "other-payment"],
  [{ needsShipping: false }, "nothing-to-send"],
  [{ presentmentCurrency: "EUR", payment: { kind: "wallet" } }, "second-currency"],
  [{ total: pounds(0.49) }, "too-small"],
  [{ isFromOnlineStore: false }, "other-channel"],
  [{ isFromOnlineStore: false, payment: { kind: "manual" }, presentmentCurrency: "EUR" }, "other-channel"],
] as const)("an order with %j says why the page stays shut: %s", (of, barrier) => {
  expect(pageBarrierOf(someOrder(of))).toBe(barrier);
});

test("half a unit is reckoned in the currency's own digits", () => {
  const yen = { minor: 49, currency: "JPY" as Currency };
  expect(pageBarrierOf(someOrder({ currency: "JPY", total: yen }))).toBeUndefined();
});
