import type { Instant } from "#app/core/values/instant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { beginCatalogCopy, loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import { markCollectionsStale } from "#app/stores/collections.ts";
import type { Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { markAllStale } from "#app/stores/stale-products.ts";

/**
 * Asks to read our whole copy again: nobody told us what changed while the shop had not the app, and a new currency
 * prices all products anew.
 */
export async function renewCatalog(tenant: Tenant, now: Instant): Promise<void> {
  if ((await markAllStale(tenant)) > 0) await enqueue(tenant, ...jobFor("refresh-products", {}));
  if ((await markCollectionsStale(tenant)) > 0) await enqueue(tenant, ...jobFor("refresh-collections", {}));
  const copy = await loadCatalogCopy(tenant);
  if (!copy) return;
  await beginCatalogCopy(tenant, { metafields: copy.metafields, now });
  await enqueue(tenant, ...jobFor("copy-catalog", {}));
}
