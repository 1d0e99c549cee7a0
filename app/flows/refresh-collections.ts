import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { readCollection } from "#app/shopify/read-collections.ts";
import {
  emptyCollection,
  loadStaleCollections,
  type StaleCollection,
  saveCollection,
  settleCollection,
} from "#app/stores/collections.ts";
import type { Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { markStale, notKept } from "#app/stores/stale-products.ts";
import { catalogLock } from "./catalog-lock.ts";
import type { RefreshNeeds } from "./refresh-products.ts";
import { askForCollectionsLater } from "./suspect-collections.ts";
import { wantExtractsLater } from "./want-extracts.ts";

/**
 * Reads the collections that are marked again, and asks for the products of those that are offered. One that is marked
 * while it is read is read once more, a while later.
 */
export async function refreshCollections(needs: RefreshNeeds, { shop }: { readonly shop: Shop }): Promise<void> {
  const stale = await needs.database.inShop(shop, loadStaleCollections);
  for (const one of stale) await needs.exclusively(catalogLock(shop), () => refresh(needs, shop, one));
  await needs.database.inShop(shop, async (tenant) => {
    const again = await loadStaleCollections(tenant);
    if (again.length > 0) await askForCollectionsLater(tenant, needs.now());
    if (stale.length > 0) await wantExtractsLater(tenant, needs.now());
  });
}

async function refresh({ database, adminOf, now }: RefreshNeeds, shop: Shop, stale: StaleCollection): Promise<void> {
  const at = now();
  const collection = await readCollection(adminOf(shop), stale.collection, at);
  await database.inShop(shop, async (tenant) => {
    if (collection) await saveCollection(tenant, collection);
    else await emptyCollection(tenant, stale.collection, at);
    await settleCollection(tenant, stale);
    if (collection && stale.withProducts) await wantProducts(tenant, collection.products);
  });
}

async function wantProducts(tenant: Tenant, products: Parameters<typeof notKept>[1]): Promise<void> {
  const unknown = await notKept(tenant, products);
  if (unknown.length === 0) return;
  await markStale(tenant, unknown);
  await enqueue(tenant, ...jobFor("refresh-products", {}));
}
