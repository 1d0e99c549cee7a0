import type { Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { readCatalogPage } from "#app/shopify/read-products.ts";
import { saveProducts, tellCatalogChanged } from "#app/stores/catalog.ts";
import { type CatalogCopy, keepPage, loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { catalogLock } from "./catalog-lock.ts";
import type { RefreshNeeds } from "./refresh-products.ts";
import { wantExtractsLater } from "./want-extracts.ts";

/** A job ends within a minute or so, that a process which stops loses little, and the next goes on where it ended. */
const PAGES_OF_A_JOB = 25;

export type CopyOutcome =
  /** Every product has been read: webhooks keep the copy fresh from now on. */
  | "copied"
  /** The next job is asked for. */
  | "goes-on"
  /** The shop's rules need no copy of every product, or another job is at it. */
  | "not-mine";

/**
 * Copies every product of the shop, page after page: the progress is kept with each page, so that a job that dies is gone
 * on with and two jobs at once do no page twice. A product is decided with as soon as some process hears of it, at the
 * latest when all are there; until then what rules ask of it is unknown. Throws an AppError when Shopify cannot be asked.
 */
export async function copyCatalog(needs: RefreshNeeds, { shop }: { readonly shop: Shop }): Promise<CopyOutcome> {
  for (let page = 1; page <= PAGES_OF_A_JOB; page++) {
    const copy = await needs.database.inShop(shop, loadCatalogCopy);
    if (!copy) return "not-mine";
    if (copy.endedAt !== undefined) return "copied";
    const isLast = page === PAGES_OF_A_JOB;
    const isMine = await needs.exclusively(catalogLock(shop), () => copyPage(needs, shop, copy, isLast));
    if (!isMine) return "not-mine";
  }
  return "goes-on";
}

async function copyPage(
  { database, adminOf, now }: RefreshNeeds,
  shop: Shop,
  copy: CatalogCopy,
  isLast: boolean,
): Promise<boolean> {
  const { products, next } = await readCatalogPage(adminOf(shop), copy.cursor, copy.metafields);
  return database.inShop(shop, async (tenant) => {
    if (!(await keepPage(tenant, copy, { next, products: products.length, now: now() }))) return false;
    // Not with every page: each process would compile the whole rulebook again some thousand times.
    await saveProducts(tenant, products, { metafields: copy.metafields, isQuiet: true });
    if (next === undefined || isLast) {
      await tellCatalogChanged(tenant);
      await wantExtractsLater(tenant, now());
    }
    if (isLast) await enqueue(tenant, ...jobFor("copy-catalog", {}));
    return true;
  });
}
