import { createVerifier } from "fast-jwt";
import { expect, test } from "vitest";
import {
  buy,
  CARD,
  CLIENT_SECRET,
  openDemoShop,
  PATTERN,
  PIN,
  readyCheckout,
  signedChangeset,
  TEAPOT,
} from "./demo-shop.ts";

const verify = createVerifier({ key: CLIENT_SECRET, algorithms: ["HS256"] });

test("while the payment step is on screen, the extension is told the purchase as it would be", async () => {
  const { store } = await openDemoShop();
  const { token } = readyCheckout(store, [TEAPOT], { language: "de-DE" });
  const { token: jwt, ...input } = store.postPurchaseInput(token, "Checkout::PostPurchase::ShouldRender");
  const gbp = (amount: string) => ({
    shopMoney: { amount, currencyCode: "GBP" },
    presentmentMoney: { amount, currencyCode: "GBP" },
  });
  expect(input).toEqual({
    extensionPoint: "Checkout::PostPurchase::ShouldRender",
    version: "unstable",
    locale: "de-DE",
    shop: { id: 68_220_911_842, domain: "encore-demo.myshopify.com", metafields: [] },
    initialPurchase: {
      referenceId: token,
      destinationCountryCode: "GB",
      totalPriceSet: gbp("16.74"),
      lineItems: [
        {
          product: {
            id: 4100,
            title: "Regency Teapot",
            metafields: [],
            variant: { id: TEAPOT, title: "Default Title", metafields: [] },
          },
          quantity: 1,
          totalPriceSet: gbp("10.00"),
        },
      ],
    },
  });
  expect(verify(jwt)).toEqual({ iss: "shopify", sub: token, iat: 1_795_284_242, input_data: input });
});

test("after payment the reference is the same and leads to the order; a fresh token is signed each time", async () => {
  const { store, clock } = await openDemoShop();
  const { token, order } = await buy(store);
  clock.now += 5_000;
  const input = store.postPurchaseInput(token, "Checkout::PostPurchase::Render");
  expect(input.initialPurchase.referenceId).toBe(order().checkoutToken);
  expect(verify(input.token)).toMatchObject({ iat: Math.floor(clock.now / 1000), sub: token });
});

test("accepted offers do not change what the initial purchase was", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  const before = shop.store.postPurchaseInput(token, "Checkout::PostPurchase::Render").initialPurchase;
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  expect(shop.store.postPurchaseInput(token, "Checkout::PostPurchase::Render").initialPurchase).toEqual(before);
});

test("a card purchase that is sent somewhere may see the page", async () => {
  const { store } = await openDemoShop();
  const { token } = readyCheckout(store);
  expect(store.postPurchaseChance(token, CARD)).toEqual({ kind: "possible" });
  expect(await store.pay(token, CARD)).toMatchObject({ postPurchase: { kind: "possible" } });
});

test.each([
  ["wallet", [TEAPOT], {}, { kind: "wallet", name: "Shop wallet" }],
  ["other-currency", [TEAPOT], { presentmentCurrency: "EUR" }, CARD],
  ["pickup", [TEAPOT], { shippingMethod: "pickup" }, CARD],
  ["nothing-shipped", [PATTERN], {}, CARD],
] as const)("there is no page for: %s", async (why, variants, change, means) => {
  const { store } = await openDemoShop();
  const { token } = readyCheckout(store, variants, change);
  expect(await store.pay(token, means)).toMatchObject({ kind: "paid", postPurchase: { kind: "skipped", why } });
});

test("a purchase that is not sent names no country to send it to", async () => {
  const { store } = await openDemoShop();
  const { token } = readyCheckout(store, [TEAPOT], { shippingMethod: "pickup" });
  const purchase = () => store.postPurchaseInput(token, "Checkout::PostPurchase::ShouldRender").initialPurchase;
  expect(purchase()).not.toHaveProperty("destinationCountryCode");
  await store.pay(token, CARD);
  expect(purchase()).not.toHaveProperty("destinationCountryCode");
});

test("there is no page under 0.50", async () => {
  const { store } = await openDemoShop();
  const why = (minor: number) => {
    store.setPrice(PIN, minor);
    return store.postPurchaseChance(readyCheckout(store, [PIN]).token, CARD);
  };
  expect(why(49)).toMatchObject({ kind: "skipped", why: "total-too-small" });
  expect(why(50)).toMatchObject({ kind: "skipped", why: "nothing-shipped" });
});

test("there is no page without an installed app", async () => {
  const { store } = await openDemoShop({ installed: false });
  const { token } = readyCheckout(store);
  expect(store.postPurchaseChance(token, CARD)).toMatchObject({ kind: "skipped", why: "app-not-installed" });
});

test("a second-currency purchase is told in both currencies", async () => {
  const { store } = await openDemoShop();
  const { token } = readyCheckout(store, [TEAPOT], { presentmentCurrency: "EUR" });
  const { initialPurchase } = store.postPurchaseInput(token, "Checkout::PostPurchase::ShouldRender");
  expect(initialPurchase.lineItems[0]?.totalPriceSet).toEqual({
    shopMoney: { amount: "10.00", currencyCode: "GBP" },
    presentmentMoney: { amount: "11.70", currencyCode: "EUR" },
  });
});
