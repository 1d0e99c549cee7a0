import { afterAll, beforeEach } from "vitest";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, Shop } from "#app/core/values/ids.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import type { ShopDetails } from "#app/stores/shops.ts";
import { saveDetails } from "#app/stores/shops.ts";
import { GBP, NOON, someProduct, someRule, TEACUP } from "#tests/support/builders.ts";
import { loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { APP_ID, silentLog, testApp } from "#tests/support/shopify-app.ts";
import { type ShopifyWrites, shopifyWrites } from "#tests/support/shopify-writes.ts";
import { testDatabase } from "#tests/support/test-database.ts";

/** A new shop before each test that has agreed to everything, behind it a Shopify that keeps what is written. */
export async function surfaceShop(name: string) {
  const database = await testDatabase();
  const loopback = await loopbackShopify();
  const { adminOf, exclusively, install } = testApp(database);
  const live = liveShops(database);
  afterAll(() => live.close());
  let count = 0;
  const stage = {
    database,
    loopback,
    shop: "" as Shop,
    shopify: shopifyWrites(),
    now: NOON,
    needs: { database, adminOf, exclusively, live, log: silentLog, now: () => stage.now },
    grant: (scopes: readonly string[]) => saveDetails(database, stage.shop, { ...DETAILS, scopes }),
    keep: (...products: readonly CatalogProduct[]) =>
      database.inShop(stage.shop, (tenant) => saveProducts(tenant, products)),
    publish: (rules: readonly Rule[], more: Partial<Rulebook> = {}) =>
      database.inShop(stage.shop, (tenant) =>
        publishVersion(tenant, { format: 1, rules, ...more }, { by: "7", now: NOON, note: "" }),
      ),
    asked: (operation: string) => loopback.asked.filter((one) => one.operation === operation),
  };
  beforeEach(async () => {
    stage.shop = `${name}-${++count}.myshopify.com` as Shop;
    const shopify: ShopifyWrites = shopifyWrites();
    stage.shopify = shopify;
    loopback.answer = (asked) => shopify.answer(asked);
    await install(stage.shop);
    await stage.grant(["read_products", "write_products", "read_discounts", "write_discounts"]);
    await stage.keep(someProduct(), someProduct({ id: TEACUP, title: "Teacup" }));
    loopback.asked.length = 0;
  });
  return stage;
}

const DETAILS: ShopDetails = {
  appId: APP_ID,
  name: "Demo",
  currency: GBP,
  timezone: "Europe/London",
  language: "en",
  scopes: [],
};

/** Teacups → Cakestand at the checkout, 15 % off one piece. */
export function someBump(overrides: Partial<Rule> = {}, offer: Partial<Rule["path"]["offer"]> = {}): Rule {
  const rule = someRule();
  return {
    ...rule,
    surfaces: ["checkout", "thank-you"],
    path: { offer: { ...rule.path.offer, quantityMost: 1, ...offer } },
    ...overrides,
  };
}

export const gidOfProduct = (product: ProductId) => `gid://shopify/Product/${product}`;
