import { jobFor } from "#app/jobs/catalogue.ts";
import { markCollectionsStale } from "#app/stores/collections.ts";
import type { Database } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { installedShops } from "#app/stores/shops.ts";

/** Asks every shop's collections to be read again: what sells best drifts, and nobody tells. Gives how many shops have any. */
export async function renewCollections({ database }: { readonly database: Database }): Promise<number> {
  let shops = 0;
  for (const { shop } of await installedShops(database)) {
    shops += await database.inShop(shop, async (tenant) => {
      if ((await markCollectionsStale(tenant)) === 0) return 0;
      await enqueue(tenant, ...jobFor("refresh-collections", {}));
      return 1;
    });
  }
  return shops;
}
