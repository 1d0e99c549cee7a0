import pg from "pg";
import { expect, test, vi } from "vitest";
import type { PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { asLoginRole } from "#app/platform/connection-roles.ts";
import { openDatabase, type Tenant } from "#app/stores/database.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
vi.setConfig({ testTimeout: 60_000 });
const shop = "one.myshopify.com" as Shop;

const carriedBy = async ({ db }: Tenant) =>
  (await db.$queryRaw<{ shop: string }[]>`select current_setting('app.shop', true) as shop`)[0]?.shop;

const keepImpression = (tenant: Tenant, reference: string) =>
  keepShopperEvent(tenant, {
    reference: reference as PurchaseReference,
    surface: "post-purchase",
    step: 1,
    kind: "impression",
    at: 1,
  });

const referencesOf = async ({ db }: Tenant) =>
  (await db.shopperEvent.findMany({ orderBy: { reference: "asc" } })).map(({ shop, reference }) => [shop, reference]);

test("a transaction carries its shop, as the app's role", async () => {
  const carried = await database.inShop(
    shop,
    ({ db }) => db.$queryRaw`select current_setting('app.shop', true) as shop, current_user::text as role`,
  );
  expect(carried).toEqual([{ shop, role: "encore_app" }]);
});

test("a shop's address with a quote in it is only ever text", async () => {
  const crooked = "x'; drop table shops; --" as Shop;
  expect(await database.inShop(crooked, carriedBy)).toBe(crooked);
  expect(await database.outside.shop.count()).toBe(0);
});

test("nothing stays of a transaction that failed, and the shop is not left on the connection", async () => {
  const failing = database.inShop(shop, async (tenant) => {
    await keepImpression(tenant, "lost");
    throw new Error("changed our mind");
  });
  await expect(failing).rejects.toThrow("changed our mind");
  expect(await database.inShop(shop, referencesOf)).toEqual([]);
  const left = await database.outside.$queryRaw`select coalesce(current_setting('app.shop', true), '') as shop`;
  expect(left).toEqual([{ shop: "" }]);
});

test("one shop's transaction inside another's is its own, and a transaction outside carries none", async () => {
  const other = "other.myshopify.com" as Shop;
  const carried = await database.inShop(shop, async (outer) => [
    await carriedBy(outer),
    await database.inShop(other, carriedBy),
    await database.outside.$transaction((db) => carriedBy({ shop, db })),
    await carriedBy(outer),
  ]);
  expect(carried).toEqual([shop, other, null, shop].map((one) => one ?? expect.toSatisfy((left) => !left)));
});

test("two thousand reads of five shops, mixed, never show one shop another's rows", async () => {
  const shops = Array.from({ length: 5 }, (_, index) => `reader-${index}.myshopify.com` as Shop);
  for (const one of shops) await database.inShop(one, (tenant) => keepImpression(tenant, `of-${one}`));
  // Forty callers for ten connections: enough to mix, and none waits longer than a transaction may.
  let reads = 0;
  const caller = async () => {
    while (reads < 2_000) {
      const one = shops[(reads++ * 7) % shops.length] as Shop;
      expect(await database.inShop(one, referencesOf)).toEqual([[one, `of-${one}`]]);
    }
  };
  await Promise.all(Array.from({ length: 40 }, caller));
});

test("neither RESET ROLE nor the owner's own role shows a row without a shop", async () => {
  await database.inShop(shop, (tenant) => keepImpression(tenant, "hidden"));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const countOf = async () => (await client.query("select * from shopper_events")).rowCount;
  expect(await countOf()).toBe(0);
  await client.query("reset role");
  expect((await client.query("select current_user::text as role")).rows).toEqual([{ role: "encore_app" }]);
  expect(await countOf()).toBe(0);
  await client.query("set role encore_owner");
  expect(await countOf()).toBe(0);
  await client.end();
});

test("a database that is away is said to be so, as something to ask again", async () => {
  const nowhere = Object.assign(new URL(asLoginRole(database.url)), { port: "1" }).href;
  const away = openDatabase(nowhere);
  await expect(away.inShop(shop, carriedBy)).rejects.toMatchObject({ name: "AppError", status: 503 });
  await away.close();
});
