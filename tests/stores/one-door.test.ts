import { expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const shop = "one.myshopify.com" as Shop;

test("a transaction carries its shop and no other", async () => {
  const carried = await database.inShop(
    shop,
    ({ db }) =>
      db.$queryRaw<
        { shop: string; role: string }[]
      >`select current_setting('app.shop', true) as shop, current_user::text as role`,
  );
  expect(carried).toEqual([{ shop, role: "encore_app" }]);
});
