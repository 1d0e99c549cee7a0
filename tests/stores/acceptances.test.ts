import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { CustomerId, PurchaseReference, Shop, VariantId } from "#app/core/values/ids.ts";
import { keepAcceptance, loadAcceptance, loadAcceptances } from "#app/stores/acceptances.ts";
import { CAKESTAND, pounds, someAcceptance } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const shop = "one.myshopify.com" as Shop;
const reference = (text: string) => text as PurchaseReference;

test("an acceptance is read back as it was kept, money and changes included", async () => {
  const acceptance = someAcceptance({ customer: "71" as CustomerId });
  expect(await database.inShop(shop, (tenant) => keepAcceptance(tenant, acceptance))).toEqual(acceptance);
  expect(await database.inShop(shop, (tenant) => loadAcceptance(tenant, acceptance))).toEqual(acceptance);
  expect(await database.inShop(shop, (tenant) => loadAcceptance(tenant, { ...acceptance, step: 2 }))).toBeUndefined();
});

test("thirty clicks at once on one offer are one acceptance, and every click gets that same one", async () => {
  const clicks = Array.from({ length: 30 }, (_, index) =>
    someAcceptance({
      reference: reference("hasty"),
      jti: randomUUID(),
      items: [{ product: CAKESTAND, variant: `${index}` as VariantId, quantity: 1, amount: pounds(10.84) }],
    }),
  );
  const standing = await Promise.all(
    clicks.map((click) => database.inShop(shop, (tenant) => keepAcceptance(tenant, click))),
  );
  expect(new Set(standing.map(({ jti }) => jti)).size).toBe(1);
  expect(await database.inShop(shop, (tenant) => loadAcceptances(tenant, reference("hasty")))).toEqual([standing[0]]);
});

test("a click whose transaction fails leaves the place to the one that waited for it", async () => {
  const first = someAcceptance({ reference: reference("failing"), jti: randomUUID() });
  const second = { ...first, jti: randomUUID() };
  let secondOne: Promise<unknown> | undefined;
  const failing = database.inShop(shop, async (tenant) => {
    await keepAcceptance(tenant, first);
    secondOne = database.inShop(shop, (other) => keepAcceptance(other, second));
    await new Promise((resolve) => setTimeout(resolve, 100));
    throw new Error("the process is about to end");
  });
  await expect(failing).rejects.toThrow("about to end");
  expect(await secondOne).toEqual(second);
});

test("the same purchase and step in another shop is another acceptance", async () => {
  const acceptance = someAcceptance({ reference: reference("shared") });
  const other = "two.myshopify.com" as Shop;
  await database.inShop(shop, (tenant) => keepAcceptance(tenant, { ...acceptance, jti: randomUUID() }));
  expect(await database.inShop(other, (tenant) => keepAcceptance(tenant, acceptance))).toEqual(acceptance);
});

test("a bundle is read back with every item and its pieces", async () => {
  const items = [
    { product: CAKESTAND, variant: "1" as VariantId, quantity: 1, amount: pounds(10.2) },
    { product: CAKESTAND, variant: "2" as VariantId, quantity: 3, amount: pounds(6.4) },
  ];
  const bundle = someAcceptance({
    reference: reference("bundle"),
    jti: randomUUID(),
    items,
    discountGiven: pounds(4.15),
  });
  await database.inShop(shop, (tenant) => keepAcceptance(tenant, bundle));
  expect(await database.inShop(shop, (tenant) => loadAcceptances(tenant, bundle.reference))).toEqual([bundle]);
});

test("what was accepted cannot be changed afterwards; only whose it was can be taken out", async () => {
  const changing = database.inShop(shop, ({ db }) => db.acceptance.updateMany({ data: { discountMinor: 0 } }));
  await expect(changing).rejects.toThrow("permission denied");
  await database.inShop(shop, ({ db }) => db.acceptance.updateMany({ data: { customer: null } }));
});
