import { jobFor } from "#app/jobs/catalogue.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import type { Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";

/**
 * Asks to read every product of our copy again: nobody told us what changed while the shop had not the app, and a new
 * currency prices all of them anew.
 */
export async function renewCatalog(tenant: Tenant): Promise<void> {
  for (const { id } of await loadCatalog(tenant)) await enqueue(tenant, ...jobFor("refresh-product", { product: id }));
}
