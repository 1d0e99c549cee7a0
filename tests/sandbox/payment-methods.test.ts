import { expect, test } from "vitest";
import { PAYMENT_METHODS } from "#sandbox/store/checkout/payment-methods.ts";
import { buy, CARD, openDemoShop, readyCheckout, sentBy, signedChangeset } from "./demo-shop.ts";

const SEEN: Readonly<Record<string, string>> = {
  "shop-pay": "possible",
  "apple-pay": "wallet",
  "google-pay": "wallet",
  "amazon-pay": "wallet",
  paypal: "no-billing-agreement",
  "paypal-with-agreement": "possible",
  klarna: "installments",
  "shop-pay-installments": "installments",
  "card-with-cvv-each-time": "not-vaulted",
  ideal: "bank",
  "bank-transfer": "manual",
  "cash-on-delivery": "manual",
  "gift-card": "gift-card",
};

test.each(PAYMENT_METHODS.map(({ id }) => id))(
  "%s: the page after it appears or is skipped as Shopify says",
  async (method) => {
    const { store } = await openDemoShop();
    const { token } = readyCheckout(store);
    const payment = await store.pay(token, { kind: "method", method });
    if (payment.kind !== "paid") throw new Error(payment.message);
    const { postPurchase } = payment;
    expect(postPurchase.kind === "skipped" ? postPurchase.why : "possible").toBe(SEEN[method]);
  },
);

test("PayPal with a billing agreement takes one change and no second", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store, { kind: "method", method: "paypal-with-agreement" });
  const first = await shop.store.applyChangeset(token, signedChangeset(shop, token));
  expect(first).toMatchObject({ status: "processed", changesetApplicationsRemaining: 0 });
  const second = await shop.store.applyChangeset(token, signedChangeset(shop, token));
  expect(second).toMatchObject({ status: "unprocessed", changesetApplicationsRemaining: 0 });
});

test("what is paid by hand later leaves an order that is pending, and orders/paid waits", async () => {
  const shop = await openDemoShop();
  const { order } = await buy(shop.store, { kind: "method", method: "bank-transfer" });
  expect(order()).toMatchObject({ gateway: "Bank Deposit", transactions: [{ status: "pending" }] });
  const topics = sentBy(shop).map(({ topic }) => topic);
  expect(topics).toContain("orders/create");
  expect(topics).not.toContain("orders/paid");
  expect(sentBy(shop)[0]?.payload).toMatchObject({ financial_status: "pending" });
});

test("an order that has duties to pay sees no page", async () => {
  const { store } = await openDemoShop();
  store.dials.dutiesTo = ["US"];
  const chance = (country: string) =>
    store.postPurchaseChance(readyCheckout(store, undefined, { country }).token, CARD);
  expect(chance("US")).toMatchObject({ kind: "skipped", why: "duties" });
  expect(chance("GB")).toEqual({ kind: "possible" });
});

test("under heavy load the page is skipped although everything else would let it appear", async () => {
  const { store } = await openDemoShop();
  store.dials.heavyLoad = true;
  expect(store.postPurchaseChance(readyCheckout(store).token, CARD)).toMatchObject({ why: "heavy-load" });
});
