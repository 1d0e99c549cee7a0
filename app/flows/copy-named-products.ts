import { productsNamedBy } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { readProducts } from "#app/shopify/read-products.ts";
import { keptProducts, saveProducts } from "#app/stores/catalog.ts";
import { loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import { catalogLock } from "./catalog-lock.ts";
import type { PublishRuleNeeds } from "./publish-rule.ts";

/** A merchant waits while they are read, and looks at no more than these. */
const SHOWN_MOST = 100;

/**
 * Copies the products a draft names and we hold no copy of yet, so that the list and the editor can show their titles,
 * pictures and prices. Publishing reads all of them again. Throws an AppError when Shopify cannot be asked.
 */
export async function copyNamedProducts(
  { database, exclusively, adminOf }: Pick<PublishRuleNeeds, "database" | "exclusively" | "adminOf">,
  { shop, rule }: { readonly shop: Shop; readonly rule: Rule },
): Promise<void> {
  const named = [...productsNamedBy(rule)];
  const { kept, metafields } = await database.inShop(shop, async (tenant) => ({
    kept: new Set(await keptProducts(tenant, named)),
    metafields: (await loadCatalogCopy(tenant))?.metafields ?? [],
  }));
  const unknown = named.filter((id) => !kept.has(id)).slice(0, SHOWN_MOST);
  if (unknown.length === 0) return;
  await exclusively(catalogLock(shop), async () => {
    const { products } = await readProducts(adminOf(shop), unknown, metafields);
    await database.inShop(shop, (tenant) => saveProducts(tenant, products, { metafields }));
  });
}
