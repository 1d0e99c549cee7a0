import { expect, test } from "vitest";
import { BOGUS_CARDS } from "#sandbox/store/checkout/bogus-gateway.ts";
import { amountsOf } from "#sandbox/store/orders/amounts.ts";
import {
  buy,
  CAKESTAND_BLUE,
  CAKESTAND_ROSE,
  cakestand,
  openDemoShop,
  PIN,
  readyCheckout,
  signedChangeset,
  TEAPOT,
} from "./demo-shop.ts";

const gbp = (amount: string) => ({
  shopMoney: { amount, currencyCode: "GBP" },
  presentmentMoney: { amount, currencyCode: "GBP" },
});

test("a calculation tells the new prices, taxes, sending and what would be charged now", async () => {
  const { store } = await openDemoShop();
  const { token } = await buy(store);
  const changes = [cakestand(), { type: "add_shipping_line" as const, price: 2, presentmentTitle: "With your order" }];
  expect(await store.calculateChangeset(token, { changes })).toEqual({
    status: "processed",
    errors: [],
    calculatedPurchase: {
      subtotalPriceSet: gbp("20.84"),
      totalPriceSet: gbp("32.15"),
      addedTaxLines: [{ priceSet: gbp("2.57"), rate: 0.2, title: "VAT" }],
      updatedLineItems: [
        {
          productId: 4200,
          variantId: CAKESTAND_ROSE,
          productHandle: "cakestand-3-tier",
          quantity: 1,
          priceSet: gbp("12.75"),
          totalPriceSet: gbp("10.84"),
        },
      ],
      addedShippingLines: [{ priceSet: gbp("2.00"), presentmentTitle: "With your order" }],
      totalOutstandingSet: gbp("15.41"),
    },
  });
});

test("a signed token is calculated like the object in it, and calculating changes nothing", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const before = structuredClone(order());
  const signed = await shop.store.calculateChangeset(token, signedChangeset(shop, token));
  expect(signed).toEqual(await shop.store.calculateChangeset(token, { changes: [cakestand()] }));
  expect(order()).toEqual(before);
  expect(shop.store.variant(CAKESTAND_ROSE)?.variant.stock).toBe(5);
});

test("an accepted offer is charged to the same card and stands in the order, added by our app", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toEqual({
    status: "processed",
    errors: [],
    changesetApplicationsRemaining: 2,
  });
  const added = order().lines[1];
  expect(added).toMatchObject({
    variantId: CAKESTAND_ROSE,
    unitPrice: { minor: 1275 },
    discountAllocations: [{ application: 0, amount: { minor: 191 } }],
    taxLines: [{ rate: 0.2, amount: { minor: 217 } }],
  });
  expect(order().discounts).toMatchObject([
    { kind: "manual", title: "Goes with your teapot", value: 15, valueType: "percentage" },
  ]);
  expect(order().agreements.map(({ reason, by }) => [reason, by])).toEqual([
    ["ORDER", "online-store"],
    ["ORDER_EDIT", "our-app"],
  ]);
  expect(order().agreements[1]?.sales).toMatchObject([
    { what: { lineId: added?.id }, quantity: 1, total: { minor: 1301 } },
  ]);
  expect(order().transactions.map((made) => made.amount.minor)).toEqual([1674, 1301]);
  expect(amountsOf(order())).toMatchObject({ total: { minor: 2975 }, outstanding: { minor: 0 } });
  expect(shop.store.variant(CAKESTAND_ROSE)?.variant.stock).toBe(4);
});

test("what is not taxed is added without tax", async () => {
  const { store } = await openDemoShop();
  const { token } = await buy(store);
  const { calculatedPurchase } = await store.calculateChangeset(token, {
    changes: [{ type: "add_variant", variantId: PIN, quantity: 1 }],
  });
  expect(calculatedPurchase).toMatchObject({ addedTaxLines: [], totalOutstandingSet: gbp("0.20") });
});

test("the price is the shop's at the moment of accepting, not the token's", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const changeset = signedChangeset(shop, token);
  shop.store.setPrice(CAKESTAND_ROSE, 2000);
  await shop.store.applyChangeset(token, changeset);
  expect(order().lines[1]?.unitPrice.minor).toBe(2000);
});

test("applyChangeset takes a signed token only", async () => {
  const { store } = await openDemoShop();
  const { token } = await buy(store);
  expect(await store.applyChangeset(token, { changes: [cakestand()] })).toMatchObject({
    status: "unprocessed",
    errors: [{ code: "invalid_request" }],
    changesetApplicationsRemaining: 3,
  });
});

test("a changeset before the purchase is paid is refused", async () => {
  const shop = await openDemoShop();
  const { token } = readyCheckout(shop.store);
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    errors: [{ code: "invalid_request" }],
  });
});

test("a double click charges once", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const changeset = signedChangeset(shop, token);
  await shop.store.applyChangeset(token, changeset);
  expect(await shop.store.applyChangeset(token, changeset)).toMatchObject({
    status: "unprocessed",
    errors: [{ code: "changeset_already_applied" }],
  });
  expect(await shop.store.calculateChangeset(token, changeset)).toMatchObject({
    status: "unprocessed",
    errors: [{ code: "changeset_already_applied" }],
  });
  expect(order().transactions).toHaveLength(2);
});

test("sold out meanwhile: nothing is charged, and the same token works once there is stock again", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  shop.store.setStock(CAKESTAND_ROSE, 0);
  const changeset = signedChangeset(shop, token);
  expect(await shop.store.applyChangeset(token, changeset)).toMatchObject({
    status: "unprocessed",
    errors: [{ code: "insufficient_inventory" }],
  });
  expect(order().transactions).toHaveLength(1);
  shop.store.setStock(CAKESTAND_ROSE, 1);
  expect(await shop.store.applyChangeset(token, changeset)).toMatchObject({ status: "processed" });
});

test("two changes of one changeset cannot share the last piece", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  const changes = [cakestand({ variantId: CAKESTAND_BLUE }), cakestand({ variantId: CAKESTAND_BLUE })];
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token, { changes }))).toMatchObject({
    errors: [{ code: "insufficient_inventory" }],
  });
});

test("a card that refuses the second charge leaves the order as it was", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store, { kind: "card", number: BOGUS_CARDS.secondChargeDeclined });
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    status: "unprocessed",
    errors: [{ code: "payment_required" }],
    changesetApplicationsRemaining: 3,
  });
  expect(order().lines).toHaveLength(1);
});

test("a charge that fails after the edit is partially processed, and the order is owed the rest", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store, { kind: "card", number: BOGUS_CARDS.secondChargeFailsAfterEdit });
  const changeset = signedChangeset(shop, token);
  expect(await shop.store.applyChangeset(token, changeset)).toMatchObject({
    status: "partially_processed",
    errors: [{ code: "payment_required" }],
    changesetApplicationsRemaining: 2,
  });
  expect(order().lines).toHaveLength(2);
  expect(amountsOf(order()).outstanding.minor).toBe(1301);
  const next = await shop.store.calculateChangeset(token, { changes: [cakestand()] });
  expect(next.calculatedPurchase?.totalOutstandingSet).toEqual(gbp("26.02"));
});

test("what an edit left unpaid is charged with the next accepted offer, as the calculation said", async () => {
  const shop = await openDemoShop({ dials: { secondCharge: "declined-after-edit" } });
  const { token, order } = await buy(shop.store);
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  shop.store.dials.secondCharge = "as-the-card";
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  expect(order().transactions.at(-1)).toMatchObject({ status: "success", amount: { minor: 2602 } });
  expect(amountsOf(order()).outstanding.minor).toBe(0);
});

test("the dial makes any card refuse its second charge", async () => {
  const shop = await openDemoShop({ dials: { secondCharge: "declined" } });
  const { token } = await buy(shop.store);
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    errors: [{ code: "payment_required" }],
  });
});

test("three changesets are taken, the fourth is not", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const left = [];
  for (let count = 0; count < 4; count++) {
    left.push(await shop.store.applyChangeset(token, signedChangeset(shop, token)));
  }
  expect(left.map((result) => result.changesetApplicationsRemaining)).toEqual([2, 1, 0, 0]);
  expect(left[3]).toMatchObject({ status: "unprocessed", errors: [{ code: "invalid_request" }] });
  expect(order().lines).toHaveLength(4);
});

test("a gateway that allows one change says so", async () => {
  const shop = await openDemoShop({ dials: { changesetsPerCheckout: 1 } });
  const { token } = await buy(shop.store);
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    changesetApplicationsRemaining: 0,
  });
});

test("a wallet cannot be charged again", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store, { kind: "wallet", name: "Shop wallet" });
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    errors: [{ code: "unsupported_payment_method" }],
  });
});

test("once the shopper is on the thank-you page, nothing can be added", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  shop.store.finishPostPurchase(token);
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    errors: [{ code: "order_released_error" }],
  });
});

test("60 minutes after the payment the order is released by itself", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  shop.clock.now += 60 * 60 * 1000;
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    errors: [{ code: "order_released_error" }],
  });
});

test("a subscription needs the shopper's tick", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  const changes = [
    {
      type: "add_subscription",
      variantId: TEAPOT,
      sellingPlanId: 7,
      quantity: 1,
      initialShippingPrice: 0,
      recurringShippingPrice: 0,
      shippingOption: {},
    },
  ];
  const changeset = signedChangeset(shop, token, { changes });
  expect(await shop.store.applyChangeset(token, changeset)).toMatchObject({
    errors: [{ code: "buyer_consent_required" }],
  });
  expect(await shop.store.applyChangeset(token, changeset, { buyerConsentToSubscriptions: true })).toMatchObject({
    errors: [{ code: "subscription_contract_creation_error" }],
  });
});

test("a metafield is set on the order, and set again replaces it", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  for (const value of ["one", "two"]) {
    const changes = [{ type: "set_metafield", namespace: "encore", key: "offer", value, valueType: "string" }];
    await shop.store.applyChangeset(token, signedChangeset(shop, token, { changes }));
  }
  expect(order().metafields).toEqual([{ namespace: "encore", key: "offer", value: "two", valueType: "string" }]);
});

test("a fixed discount is taken once off the line and never makes a price negative", async () => {
  const { store } = await openDemoShop();
  const { token } = await buy(store);
  const off = async (value: number) => {
    const discount = { value, valueType: "fixed_amount" as const, title: "Off" };
    const result = await store.calculateChangeset(token, { changes: [cakestand({ quantity: 2, discount })] });
    return result.calculatedPurchase?.updatedLineItems[0]?.totalPriceSet.shopMoney.amount;
  };
  expect(await off(2.5)).toBe("23.00");
  expect(await off(99)).toBe("0.00");
});
