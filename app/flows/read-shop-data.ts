import type { CatalogCollection } from "#app/core/catalog/catalog.ts";
import { productsOf, sourcesOn } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { shopDataNeeded } from "#app/core/rules/shop-data-needed.ts";
import type { ProductId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { readCollection } from "#app/shopify/read-collections.ts";
import { type ProductsAsRead, readProducts } from "#app/shopify/read-products.ts";
import { keptProducts, markDeleted, saveProducts } from "#app/stores/catalog.ts";
import { loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import { loadCollections, saveCollection } from "#app/stores/collections.ts";
import type { Database, Tenant } from "#app/stores/database.ts";

/** What rules name, as Shopify has it now. */
export interface ShopDataRead extends ProductsAsRead {
  /** The "namespace.key" metafields that were asked for. */
  readonly metafields: readonly string[];
  readonly collections: readonly CatalogCollection[];
}

/** A merchant waits for these: what is past them is read by a job, a moment after the rules are live. */
const PRODUCTS_MOST = 100;
const COLLECTIONS_MOST = 10;

/**
 * What the rules name, from Shopify: first what we have no copy of, what is offered before what is only asked about. To be
 * called, and what it gives kept, under the catalogue's lock. Throws an AppError when Shopify cannot be asked.
 */
export async function readShopData(
  {
    database,
    adminOf,
    now,
  }: { readonly database: Pick<Database, "inShop">; readonly adminOf: AdminOf; readonly now: Clock },
  shop: Shop,
  rules: readonly Rule[],
): Promise<ShopDataRead> {
  const needed = shopDataNeeded(rules);
  const offered = rules.flatMap(({ path }) => sourcesOn(path).flatMap(productsOf));
  const named = [...new Set([...offered.filter((id) => needed.products.has(id)), ...needed.products])];
  const kept = await database.inShop(shop, async (tenant) => ({
    products: new Set(await keptProducts(tenant, named)),
    collections: new Set((await loadCollections(tenant)).map(({ id }) => id)),
    metafields: (await loadCatalogCopy(tenant))?.metafields ?? [],
  }));
  const admin = adminOf(shop);
  const metafields = [...new Set([...kept.metafields, ...needed.metafields])].sort();
  const unknownFirst = [...named].sort(
    (left, right) => Number(kept.products.has(left)) - Number(kept.products.has(right)),
  );
  const products = await readProducts(admin, unknownFirst.slice(0, PRODUCTS_MOST), metafields);
  const collections: CatalogCollection[] = [];
  const unknown = [...needed.collections].filter((id) => !kept.collections.has(id));
  for (const id of unknown.slice(0, COLLECTIONS_MOST)) {
    const collection = await readCollection(admin, id, now());
    if (collection) collections.push(collection);
  }
  return { ...products, metafields, collections };
}

/** Keeps it, in the transaction that makes the rules live. Gives the ids of the products. */
export async function keepShopData(
  tenant: Tenant,
  { products, missing, metafields, collections }: ShopDataRead,
  now: Instant,
): Promise<readonly ProductId[]> {
  await saveProducts(tenant, products, { metafields });
  for (const product of missing) await markDeleted(tenant, product, now);
  for (const collection of collections) await saveCollection(tenant, collection);
  return products.map(({ id }) => id);
}
