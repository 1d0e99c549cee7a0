import { expect, test } from "vitest";
import {
  buy,
  CAKESTAND_BLUE,
  CAKESTAND_ROSE,
  cakestand,
  MONTHLY_TEA,
  openDemoShop,
  PIN,
  signedChangeset,
  TEAPOT,
  WHOLE_CATALOGUE,
} from "./demo-shop.ts";

const gbp = (amount: string) => ({
  shopMoney: { amount, currencyCode: "GBP" },
  presentmentMoney: { amount, currencyCode: "GBP" },
});

test("a bundle is several lines of one changeset: charged once, one edit, each line with its own discount", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const off = { value: 10, valueType: "percentage" as const, title: "Tea for two" };
  const changes = [
    cakestand({ discount: off }),
    { type: "add_variant", variantId: TEAPOT, quantity: 2, discount: off },
  ];
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token, { changes }))).toEqual({
    status: "processed",
    errors: [],
    changesetApplicationsRemaining: 2,
  });
  expect(order().lines.slice(1)).toMatchObject([
    { variantId: CAKESTAND_ROSE, quantity: 1, discountAllocations: [{ application: 0, amount: { minor: 128 } }] },
    { variantId: TEAPOT, quantity: 2, discountAllocations: [{ application: 1, amount: { minor: 200 } }] },
  ]);
  expect(order().agreements).toHaveLength(2);
  expect(order().transactions.map((made) => made.amount.minor)).toEqual([1674, 3536]);
});

test("a bundle is added whole or not at all", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const changes = [cakestand(), { type: "add_variant", variantId: CAKESTAND_BLUE, quantity: 2 }];
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token, { changes }))).toMatchObject({
    status: "unprocessed",
    errors: [{ code: "insufficient_inventory" }],
    changesetApplicationsRemaining: 3,
  });
  expect(order().lines).toHaveLength(1);
  expect(shop.store.variant(CAKESTAND_ROSE)?.variant.stock).toBe(5);
});

test("what is offered after an accepted offer is worked out on the order as it is then, and charged by itself", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const pin = [{ type: "add_variant" as const, variantId: PIN, quantity: 1 }];
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  expect(await shop.store.calculateChangeset(token, { changes: pin })).toMatchObject({
    calculatedPurchase: { totalPriceSet: gbp("29.95"), totalOutstandingSet: gbp("0.20") },
  });
  const second = await shop.store.applyChangeset(token, signedChangeset(shop, token, { changes: pin }));
  expect(second).toMatchObject({ status: "processed", changesetApplicationsRemaining: 1 });
  expect(order().transactions.map((made) => made.amount.minor)).toEqual([1674, 1301, 20]);
  expect(order().agreements.map(({ reason }) => reason)).toEqual(["ORDER", "ORDER_EDIT", "ORDER_EDIT"]);
});

test("a refused changeset uses none of the three up", async () => {
  const shop = await openDemoShop();
  const { token } = await buy(shop.store);
  const tooMany = signedChangeset(shop, token, { changes: [cakestand({ quantity: 6 })] });
  expect(await shop.store.applyChangeset(token, tooMany)).toMatchObject({ changesetApplicationsRemaining: 3 });
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token))).toMatchObject({
    changesetApplicationsRemaining: 2,
  });
});

test("a fixed discount that was accepted is the order's, in the shop's money", async () => {
  const shop = await openDemoShop();
  const { token, order } = await buy(shop.store);
  const discount = { value: 2.5, valueType: "fixed_amount", title: "2.50 off" };
  const changes = [cakestand({ quantity: 2, discount })];
  await shop.store.applyChangeset(token, signedChangeset(shop, token, { changes }));
  expect(order().discounts).toMatchObject([discount]);
  expect(order().lines[1]?.discountAllocations).toMatchObject([{ amount: { minor: 250, currency: "GBP" } }]);
});

test("what is sold by subscription only cannot be added as a single piece", async () => {
  const shop = await openDemoShop({ catalogue: WHOLE_CATALOGUE });
  const { token } = await buy(shop.store);
  const changes = [{ type: "add_variant", variantId: MONTHLY_TEA, quantity: 1 }];
  expect(await shop.store.applyChangeset(token, signedChangeset(shop, token, { changes }))).toMatchObject({
    status: "unprocessed",
    errors: [{ code: "invalid_request" }],
  });
});
