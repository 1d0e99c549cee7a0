import { expect, test } from "vitest";
import type { CatalogProduct, Stock } from "#app/core/catalog/catalog.ts";
import type { ProductId, Shop } from "#app/core/values/ids.ts";
import { keptProducts, loadCatalog, markDeleted, saveProducts, setStock } from "#app/stores/catalog.ts";
import { CAKESTAND, LUNCH_BAG, NOON, someProduct, someVariant, TEACUP } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
let shops = 0;

/** A shop that keeps these copies, and what can be asked of it. */
async function shopWith(...products: CatalogProduct[]) {
  const shop = `shop-${++shops}.myshopify.com` as Shop;
  const save = (...some: CatalogProduct[]) => database.inShop(shop, (tenant) => saveProducts(tenant, some));
  await save(...products);
  return {
    save,
    remove: (id: ProductId, at: number) => database.inShop(shop, (tenant) => markDeleted(tenant, id, at)),
    stock: (item: string, stock: Stock, at: number) =>
      database.inShop(shop, (tenant) => setStock(tenant, item, stock, at)),
    all: (ids?: ProductId[]) => database.inShop(shop, (tenant) => loadCatalog(tenant, ids)),
    kept: (ids: ProductId[]) => database.inShop(shop, (tenant) => keptProducts(tenant, ids)),
  };
}

test("a product is read back as it was kept", async () => {
  const shop = await shopWith(someProduct(), someProduct({ id: LUNCH_BAG, title: "Lunch Bag" }));
  expect(await shop.all()).toEqual([someProduct(), someProduct({ id: LUNCH_BAG, title: "Lunch Bag" })]);
  expect((await shop.all([LUNCH_BAG, TEACUP])).map(({ id }) => id)).toEqual([LUNCH_BAG]);
  expect(await shop.kept([LUNCH_BAG, TEACUP])).toEqual([LUNCH_BAG]);
});

test("an older copy never replaces a newer one; one of the same moment, read later, does", async () => {
  const shop = await shopWith(someProduct({ title: "Now", updatedAt: NOON }));
  expect(await shop.save(someProduct({ title: "Before", updatedAt: NOON - 1 }))).toEqual([]);
  expect((await shop.all())[0]?.title).toBe("Now");
  expect(await shop.save(someProduct({ title: "Same moment", updatedAt: NOON }))).toEqual([CAKESTAND]);
  expect(await shop.save(someProduct({ title: "Later", updatedAt: NOON + 1 }))).toEqual([CAKESTAND]);
  expect((await shop.all())[0]?.title).toBe("Later");
});

test("copies that arrive at once in any order end with the newest", async () => {
  const shop = await shopWith();
  const copies = Array.from({ length: 20 }, (_, index) => someProduct({ updatedAt: NOON + ((index * 7) % 20) }));
  await Promise.all(copies.map((copy) => shop.save(copy)));
  expect((await shop.all())[0]?.updatedAt).toBe(NOON + 19);
});

test("a deleted product keeps what we knew of it, and a late update does not bring it back", async () => {
  const shop = await shopWith(someProduct({ updatedAt: NOON }));
  expect(await shop.remove(CAKESTAND, NOON + 5_000)).toBe(true);
  expect(await shop.all()).toEqual([someProduct({ status: "deleted", updatedAt: NOON + 5_000 })]);
  expect(await shop.save(someProduct({ updatedAt: NOON + 1_000 }))).toEqual([]);
  expect(await shop.remove(CAKESTAND, NOON + 6_000)).toBe(false);
  expect(await shop.remove(TEACUP, NOON)).toBe(false);
});

test("what is left of an inventory item goes to its variant alone, and an older count is left", async () => {
  const other = someVariant({ inventoryItem: "3009" });
  const shop = await shopWith(someProduct({ variants: [someVariant(), other] }));
  const left = (count: number): Stock => ({ kind: "tracked", left: count });
  expect(await shop.stock("3002", left(3), NOON + 10)).toEqual([CAKESTAND]);
  expect(await shop.stock("3002", left(40), NOON + 5)).toEqual([]);
  expect(await shop.stock("9999", left(1), NOON)).toEqual([]);
  const [product] = await shop.all();
  expect(product?.variants.map(({ stock }) => stock)).toEqual([left(3), other.stock]);
});
