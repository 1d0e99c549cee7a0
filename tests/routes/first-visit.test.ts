import { expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { loader as ordersLoader } from "#app/routes/app.orders._index.tsx";
import { loader as ruleLoader } from "#app/routes/app.rules.$id/route.tsx";
import { loader as frameLoader } from "#app/routes/app.tsx";
import { openAdmin, sessionTokenOf, usualShopify } from "./open-admin.ts";

const admin = await openAdmin();

test.each([
  ["the rule editor", ruleLoader, "/app/rules/new", { id: "new" }],
  ["the orders", ordersLoader, "/app/orders", {}],
] as const)(
  "%s may be the first page that a merchant opens, with its frame, while the app is being installed",
  async (what, loader, path, params) => {
    admin.shopify.answer = async (asked) => {
      if (asked.operation === "EncoreReadShop") await new Promise((resolve) => setTimeout(resolve, 300));
      return usualShopify(asked);
    };
    for (const later of [0, 10, 25, 50, 100, 200]) {
      const shop = `first-visit-${what.replaceAll(" ", "-")}-${later}.myshopify.com` as Shop;
      const frame = admin.visit(frameLoader, path, {}, shop);
      await new Promise((resolve) => setTimeout(resolve, later));
      const page = await admin.visit(loader, path, params, shop);
      expect((await frame).status).toBe(200);
      expect(page.status).toBe(200);
    }
  },
);

test("a shopper's token, from a checkout of the same shop, opens no page of the merchant's", async () => {
  const shop = "visited.myshopify.com" as Shop;
  admin.shopify.answer = usualShopify;
  expect((await admin.visit(ordersLoader, "/app/orders", {}, shop)).status).toBe(200);
  const token = sessionTokenOf(shop, {});
  expect((await admin.visit(ordersLoader, "/app/orders", {}, shop, token)).status).toBe(401);
});
