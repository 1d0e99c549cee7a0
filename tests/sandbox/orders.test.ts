import { expect, test } from "vitest";
import { amountsOf, financialStatusOf, isHeld } from "#sandbox/store/orders/amounts.ts";
import { buy, CAKESTAND_ROSE, CARD, cakestand, openDemoShop, signedChangeset, TEAPOT } from "./demo-shop.ts";

async function boughtWithOffer(quantity: number) {
  const shop = await openDemoShop();
  const bought = await buy(shop.store);
  const changeset = signedChangeset(shop, bought.token, { changes: [cakestand({ quantity })] });
  await shop.store.applyChangeset(bought.token, changeset);
  const line = bought.order().lines[1];
  if (!line) throw new Error("the offer was not added");
  return { ...bought, shop, line };
}

test("an order waits for the page, until the shopper is past it", async () => {
  const { store, clock } = await openDemoShop();
  const { token, order } = await buy(store);
  expect(isHeld(order(), clock.now)).toBe(true);
  store.finishPostPurchase(token);
  expect(isHeld(order(), clock.now)).toBe(false);
});

test("an order waits for the page for 60 minutes at most", async () => {
  const { store, clock } = await openDemoShop();
  const { order } = await buy(store);
  expect(isHeld(order(), clock.now + 60 * 60 * 1000 - 1)).toBe(true);
  expect(isHeld(order(), clock.now + 60 * 60 * 1000)).toBe(false);
});

test("an order that never sees the page does not wait", async () => {
  const { store, clock } = await openDemoShop();
  const { order } = await buy(store, { kind: "wallet", name: "Shop wallet" });
  expect(isHeld(order(), clock.now)).toBe(false);
});

test("refunding a line gives back its price and tax, and its pieces return to the shelf", async () => {
  const { shop, orderId, order, line } = await boughtWithOffer(1);
  const refund = shop.store.refund(orderId, [{ lineId: line.id, quantity: 1 }]);
  expect(refund?.lines).toMatchObject([
    { lineId: line.id, quantity: 1, subtotal: { minor: 1084 }, tax: { minor: 217 } },
  ]);
  expect(refund?.transactions).toMatchObject([{ kind: "refund", status: "success", amount: { minor: 1301 } }]);
  expect(line.currentQuantity).toBe(0);
  expect(line.quantity).toBe(1);
  expect(shop.store.variant(CAKESTAND_ROSE)?.variant.stock).toBe(5);
  expect(amountsOf(order())).toMatchObject({
    total: { minor: 2975 },
    totalNow: { minor: 1674 },
    outstanding: { minor: 0 },
  });
  expect(financialStatusOf(order())).toBe("PARTIALLY_REFUNDED");
  expect(order().agreements.at(-1)).toMatchObject({
    reason: "REFUND",
    by: "store-admin",
    sales: [{ action: "RETURN", quantity: -1, total: { minor: -1301 } }],
  });
});

test("a line named twice in one refund gives back no more than it has", async () => {
  const { shop, orderId, order, line } = await boughtWithOffer(2);
  const refund = shop.store.refund(orderId, [
    { lineId: line.id, quantity: 1 },
    { lineId: line.id, quantity: 2 },
  ]);
  expect(refund?.lines).toMatchObject([{ lineId: line.id, quantity: 2 }]);
  expect(line.currentQuantity).toBe(0);
  expect(amountsOf(order()).totalNow.minor).toBe(1674);
});

test("piece by piece, refunds add up to the line exactly", async () => {
  // 3 × 12.75 less 15 % is 32.51, with 6.50 of tax: neither divides by three.
  const { shop, orderId, line } = await boughtWithOffer(3);
  const refunds = [1, 2, 3].map(() => shop.store.refund(orderId, [{ lineId: line.id, quantity: 1 }]));
  const back = refunds.flatMap((refund) => refund?.lines ?? []);
  expect(back.map(({ subtotal }) => subtotal.minor)).toEqual([1084, 1083, 1084]);
  expect(back.reduce((sum, { subtotal, tax }) => sum + subtotal.minor + tax.minor, 0)).toBe(3251 + 650);
  expect(shop.store.refund(orderId, [{ lineId: line.id, quantity: 1 }])).toBeUndefined();
});

test("no more is refunded than is left of a line, and nothing of an unknown one", async () => {
  const { shop, orderId, line } = await boughtWithOffer(1);
  expect(shop.store.refund(orderId, [{ lineId: 7, quantity: 1 }])).toBeUndefined();
  expect(shop.store.refund(orderId, [{ lineId: line.id, quantity: 9 }])?.lines[0]?.quantity).toBe(1);
});

test("cancelling gives back everything, sending too, once", async () => {
  const { shop, orderId, order } = await boughtWithOffer(1);
  expect(shop.store.cancel(orderId)).toBe(true);
  expect(shop.store.cancel(orderId)).toBe(false);
  expect(amountsOf(order())).toMatchObject({
    totalNow: { minor: 0 },
    refunded: { minor: 2975 },
    outstanding: { minor: 0 },
  });
  expect(order()).toMatchObject({ cancelReason: "customer", cancelledAt: shop.clock.now });
  expect(financialStatusOf(order())).toBe("REFUNDED");
  expect(shop.store.variant(TEAPOT)?.variant.stock).toBe(20);
});

test("what was never charged is not given back", async () => {
  const shop = await openDemoShop({ dials: { secondCharge: "declined-after-edit" } });
  const { token, orderId, order } = await buy(shop.store, CARD);
  await shop.store.applyChangeset(token, signedChangeset(shop, token));
  expect(financialStatusOf(order())).toBe("PARTIALLY_PAID");
  shop.store.cancel(orderId);
  expect(amountsOf(order()).refunded.minor).toBe(1674);
});

test("a deleted product is gone from the shop and stays in the orders", async () => {
  const { store } = await openDemoShop();
  const { order } = await buy(store);
  expect(store.deleteProduct(4100)).toBe(true);
  expect(store.deleteProduct(4100)).toBe(false);
  expect(store.product(4100)).toBeUndefined();
  expect(order().lines[0]?.title).toBe("Regency Teapot");
});
