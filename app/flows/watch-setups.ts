import { jobFor } from "#app/jobs/catalogue.ts";
import type { Database } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { installedShops } from "#app/stores/shops.ts";

/** Asks for a look at every shop's setup, each a job of its own: one that fails is tried again alone. */
export async function watchSetups({ database }: { readonly database: Database }): Promise<void> {
  for (const { shop } of await installedShops(database)) {
    await database.inShop(shop, (tenant) => enqueue(tenant, ...jobFor("check-setup", {})));
  }
}
