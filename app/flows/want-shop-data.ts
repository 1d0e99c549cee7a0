import { shopDataNeeded } from "#app/core/rules/shop-data-needed.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { beginCatalogCopy, loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import { wantCollections } from "#app/stores/collections.ts";
import type { Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { loadAskedRulebooks } from "#app/stores/rulebooks.ts";
import { markStale, notKept } from "#app/stores/stale-products.ts";

/**
 * Asks for all that the rules which are live now need and we have no copy of, in the transaction that made them live.
 * Copies that no rule needs any more are kept fresh all the same: a roll-back is live at once with all it needs.
 * `readAlready` were read before the rules were live; a webhook about one that we did not hold yet was let go meanwhile,
 * so they are read once more.
 */
export async function wantShopData(
  tenant: Tenant,
  now: Instant,
  readAlready: readonly ProductId[] = [],
): Promise<void> {
  const needed = shopDataNeeded((await loadAskedRulebooks(tenant)).flatMap(({ rules }) => rules));
  const collections = await wantCollections(tenant, needed.collections, { offered: needed.offeredCollections });
  if (collections.length > 0) await enqueue(tenant, ...jobFor("refresh-collections", {}));
  const stale = [...readAlready, ...(await notKept(tenant, [...needed.products]))];
  await markStale(tenant, stale);
  if (stale.length > 0) await enqueue(tenant, ...jobFor("refresh-products", {}));
  if (needed.everyProduct) await wantEveryProduct(tenant, needed.metafields, now);
}

async function wantEveryProduct(tenant: Tenant, metafields: readonly string[], now: Instant): Promise<void> {
  const copy = await loadCatalogCopy(tenant);
  if (copy && metafields.every((name) => copy.metafields.includes(name))) return;
  const all = [...new Set([...(copy?.metafields ?? []), ...metafields])].sort();
  await beginCatalogCopy(tenant, { metafields: all, now });
  await enqueue(tenant, ...jobFor("copy-catalog", {}));
}
