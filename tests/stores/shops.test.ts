import { expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { installedShops, loadShop, saveInstalled, saveUninstalled } from "#app/stores/shops.ts";
import { NOON } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP } from "./filled-shop.ts";

const database = await testDatabase();
let shops = 0;
const newShop = () => `shop-${++shops}.myshopify.com` as Shop;

test("a shop is known from its installation on, and reading it again keeps when that was", async () => {
  const shop = newShop();
  expect(await loadShop(database, shop)).toBeUndefined();
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  const again = await saveInstalled(database, shop, { ...LONDON_SHOP, name: "Renamed" }, NOON + 1_000);
  expect(again).toEqual({ shop, ...LONDON_SHOP, name: "Renamed", beganEmpty: false, installedAt: NOON });
  expect(await loadShop(database, shop)).toEqual(again);
});

test("uninstalling drops its sessions and takes it off the list; a second word of it changes nothing", async () => {
  const shop = newShop();
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  await database.outside.session.create({ data: { id: shop, shop, state: "", accessToken: "sealed" } });
  expect(await saveUninstalled(database, shop, NOON + 1)).toBe(true);
  expect(await saveUninstalled(database, shop, NOON + 2)).toBe(false);
  expect(await loadShop(database, shop)).toMatchObject({ uninstalledAt: NOON + 1 });
  expect(await database.outside.session.count({ where: { shop } })).toBe(0);
  expect((await installedShops(database)).map((known) => known.shop)).not.toContain(shop);
});

test("a shop that comes back begins anew, and a late webhook of its old leaving does not remove it", async () => {
  const shop = newShop();
  await saveInstalled(database, shop, LONDON_SHOP, NOON);
  await saveUninstalled(database, shop, NOON + 1_000);
  const back = await saveInstalled(database, shop, { ...LONDON_SHOP, beganEmpty: true }, NOON + 2_000);
  expect(back).toEqual({ shop, ...LONDON_SHOP, beganEmpty: true, installedAt: NOON + 2_000 });
  expect(await saveUninstalled(database, shop, NOON + 1_500)).toBe(false);
  expect((await installedShops(database)).map((known) => known.shop)).toContain(shop);
});

test("where a shop ships to is kept, and whether it began without an order stays as it was when the app came", async () => {
  const shop = newShop();
  await saveInstalled(database, shop, { ...LONDON_SHOP, shipsTo: ["GB", "IE"], beganEmpty: true }, NOON);
  expect(await loadShop(database, shop)).toMatchObject({ shipsTo: ["GB", "IE"], beganEmpty: true });
  await saveInstalled(database, shop, { ...LONDON_SHOP, shipsTo: ["GB"], beganEmpty: false }, NOON + 1_000);
  expect(await loadShop(database, shop)).toMatchObject({ shipsTo: ["GB"], beganEmpty: true });
});
