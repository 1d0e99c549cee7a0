import { expect, test } from "vitest";
import type { OrderId, Shop } from "#app/core/values/ids.ts";
import { appendEarnings, loadEarnings } from "#app/stores/earnings.ts";
import { loadOrder, saveOrder } from "#app/stores/orders.ts";
import { NOON, pounds } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { someEarning, someOrder } from "./filled-shop.ts";

const database = await testDatabase();
const shop = "one.myshopify.com" as Shop;
const save = (order: ReturnType<typeof someOrder>) => database.inShop(shop, (tenant) => saveOrder(tenant, order));
const load = (id: OrderId) => database.inShop(shop, (tenant) => loadOrder(tenant, id));
const append = (...entries: ReturnType<typeof someEarning>[]) =>
  database.inShop(shop, (tenant) => appendEarnings(tenant, entries));
const ledger = (order: OrderId) => database.inShop(shop, (tenant) => loadEarnings(tenant, order));

test("an order is read back as Shopify told it, and an older reading never replaces a newer one", async () => {
  const order = someOrder({ updatedAt: NOON + 100 });
  expect(await save(order)).toBe("saved");
  expect(await load(order.id)).toEqual(order);
  expect(await save({ ...order, name: "#old", updatedAt: NOON + 99 })).toBe("stale");
  expect(await save({ ...order, cancelledAt: NOON + 200, updatedAt: NOON + 200 })).toBe("saved");
  expect(await load(order.id)).toMatchObject({ name: "#1043", cancelledAt: NOON + 200 });
  expect(await load("404" as OrderId)).toBeUndefined();
});

test("an entry is booked once however often it is appended, and what is booked stays as it was", async () => {
  expect(await append(someEarning(), someEarning())).toBe(1);
  expect(await append(someEarning({ amount: pounds(99) }))).toBe(0);
  const refund = someEarning({ kind: "refunded", source: "refund-1", amount: pounds(-10.84), at: NOON + 90_000 });
  expect(await append(someEarning(), refund)).toBe(1);
  expect(await append()).toBe(0);
  expect(await ledger("5001" as OrderId)).toEqual([someEarning(), refund]);
});

test("twenty jobs that book one earning at once book it once", async () => {
  const entry = someEarning({ order: "5002" as OrderId });
  const booked = await Promise.all(Array.from({ length: 20 }, () => append(entry)));
  expect(booked.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await ledger("5002" as OrderId)).toEqual([entry]);
});

test("what was booked cannot be changed afterwards", async () => {
  await append(someEarning({ order: "5003" as OrderId }));
  const changing = database.inShop(shop, ({ db }) => db.earning.updateMany({ data: { amountMinor: 0 } }));
  await expect(changing).rejects.toThrow("permission denied");
});

test("money past what 32 bits hold is kept exactly", async () => {
  const amount = { ...pounds(0), minor: 9_007_199_254_740_991 };
  await append(someEarning({ order: "5004" as OrderId, amount }));
  expect((await ledger("5004" as OrderId))[0]?.amount).toEqual(amount);
});
