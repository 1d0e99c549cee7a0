import type { CatalogCollection, CatalogProduct, ShopProfile } from "#app/core/catalog/catalog.ts";
import type { CollectionId, ProductId, Shop } from "#app/core/values/ids.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { readCollection } from "#app/shopify/read-collections.ts";
import { readCatalogPage, readProducts } from "#app/shopify/read-products.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadCollections } from "#app/stores/collections.ts";
import type { Database } from "#app/stores/database.ts";
import { loadShop } from "#app/stores/shops.ts";

export interface GoodsAsk {
  readonly shop: Shop;
  readonly products: readonly ProductId[];
  readonly collections: readonly CollectionId[];
}

/** Of the shop what a rule speaks of, whether or not we keep a copy of it. */
export interface Goods {
  readonly shop: ShopProfile;
  readonly products: readonly CatalogProduct[];
  readonly collections: readonly CatalogCollection[];
}

export interface GoodsNeeds {
  readonly database: Database;
  readonly adminOf: AdminOf;
  readonly now: Clock;
}

/** A merchant waits for them: more than these no preview draws. */
const PRODUCTS_MOST = 60;
const COLLECTIONS_MOST = 5;
/** Of a collection, and of what goes with a product, so many are looked at. */
const OF_EACH_MOST = 8;

/**
 * What the ids name, what stands first in the collections, what goes with the products, and something of the shop beside
 * them. Our own copy where there is one, else Shopify's word, which is not kept. What is in neither is left out. Throws
 * an AppError when Shopify would have to be asked and cannot be.
 */
export async function readGoods(needs: GoodsNeeds, { shop, ...ask }: GoodsAsk): Promise<Goods> {
  const { database, adminOf, now } = needs;
  const known = await loadShop(database, shop);
  invariant(known, `${shop} is not a shop that we know`);
  const { currency, timezone, shipsTo } = known;

  const kept = await database.inShop(shop, loadCollections);
  const wanted = ask.collections.slice(0, COLLECTIONS_MOST);
  const collections: CatalogCollection[] = [];
  for (const id of wanted) {
    const found = kept.find((one) => one.id === id) ?? (await readCollection(adminOf(shop), id, now()));
    if (found) collections.push(found);
  }
  const inCollections = collections.flatMap(({ products }) => products.slice(0, OF_EACH_MOST));
  const named = await productsOf(needs, shop, [...ask.products, ...inCollections]);
  const beside = named.flatMap(({ complementary }) => complementary.slice(0, OF_EACH_MOST));
  const others = await productsOf(needs, shop, without(beside, named));
  const all = [...named, ...others];
  const something = all.some(({ id }) => !ask.products.includes(id)) ? [] : await someOf(needs, shop);
  return {
    shop: { currency, timezone, ...(shipsTo && { shipsTo }) },
    products: [...new Map([...something, ...all].map((product) => [product.id, product])).values()],
    collections,
  };
}

async function productsOf({ database, adminOf }: GoodsNeeds, shop: Shop, ids: readonly ProductId[]) {
  const wanted = [...new Set(ids)].slice(0, PRODUCTS_MOST);
  if (wanted.length === 0) return [];
  const kept = await database.inShop(shop, (tenant) => loadCatalog(tenant, wanted));
  const unknown = without(wanted, kept);
  if (unknown.length === 0) return kept;
  const { products } = await readProducts(adminOf(shop), unknown);
  return [...kept, ...products];
}

/** The first page of the shop's products: what somebody might have bought. */
async function someOf({ adminOf }: GoodsNeeds, shop: Shop): Promise<readonly CatalogProduct[]> {
  const { products } = await readCatalogPage(adminOf(shop), undefined, []);
  return products.filter(({ status }) => status === "active").slice(0, OF_EACH_MOST);
}

function without(ids: readonly ProductId[], products: readonly CatalogProduct[]): ProductId[] {
  const known = new Set(products.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => !known.has(id));
}
