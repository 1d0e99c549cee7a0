import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { GuardSettings, Rule } from "#app/core/rules/rulebook.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { saveProducts } from "#app/stores/catalog.ts";
import type { Database } from "#app/stores/database.ts";
import { publishVersion } from "#app/stores/rulebooks.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { DEMO_SHOP, GBP, NOON, someProduct, someRule } from "#tests/support/builders.ts";

export interface ShopOpened {
  readonly shop?: Shop;
  readonly rules?: readonly Rule[];
  readonly guards?: GuardSettings;
  readonly products?: readonly CatalogProduct[];
}

/** A shop that has the app, these products and these rules, published: one rule that offers a cakestand for teacups. */
export async function openShop(
  database: Database,
  { shop = DEMO_SHOP, rules = [someRule()], guards, products = [someProduct()] }: ShopOpened = {},
): Promise<void> {
  const details = { appId: "1", name: "Demo", currency: GBP, timezone: "Europe/London", language: "en", scopes: [] };
  await saveInstalled(database, shop, details, NOON);
  await database.inShop(shop, async (tenant) => {
    await saveProducts(tenant, products);
    const rulebook = { format: 1 as const, rules, ...(guards && { guards }) };
    await publishVersion(tenant, rulebook, { by: "merchant", now: NOON, note: "" });
  });
}
