import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { ProductId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { type ProductsAsRead, readProducts } from "#app/shopify/read-products.ts";
import { loadCatalog, markDeleted, saveProducts } from "#app/stores/catalog.ts";
import { loadCatalogCopy } from "#app/stores/catalog-copy.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { loadStale, type StaleProduct, settleStale } from "#app/stores/stale-products.ts";
import { catalogLock } from "./catalog-lock.ts";
import { mayMoveBetweenCollections, suspectCollections } from "./suspect-collections.ts";
import { wantExtractsLater } from "./want-extracts.ts";

export interface RefreshNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
  readonly now: Clock;
}

/** So many have one turn: whoever waits for the catalogue, a merchant who publishes, comes in between. */
const AT_A_TURN = 30;
const TURNS_OF_A_JOB = 20;

/**
 * Brings our copies of the products that are marked to how Shopify has them now; one it has no more is marked deleted.
 * A product that is marked while it is read stays marked. One job for however many there are: past some hundred it asks
 * for the next one.
 */
export async function refreshProducts(
  needs: RefreshNeeds,
  { shop }: { readonly shop: Shop },
): Promise<"fresh" | "goes-on"> {
  for (let turn = 1; turn <= TURNS_OF_A_JOB; turn++) {
    const isLast = turn === TURNS_OF_A_JOB;
    const left = await needs.exclusively(catalogLock(shop), () => takeTurn(needs, shop, isLast));
    if (!left) return "fresh";
  }
  return "goes-on";
}

/** Whether there may be more. */
async function takeTurn({ database, adminOf, now }: RefreshNeeds, shop: Shop, isLast: boolean): Promise<boolean> {
  const { stale, metafields } = await database.inShop(shop, async (tenant) => ({
    stale: await loadStale(tenant, AT_A_TURN),
    metafields: (await loadCatalogCopy(tenant))?.metafields ?? [],
  }));
  if (stale.length === 0) return false;
  const ids = stale.map(({ product }) => product);
  const read = await readProducts(adminOf(shop), ids, metafields);
  await database.inShop(shop, async (tenant) => {
    await keepRead(tenant, stale, { ...read, metafields }, now());
    if (isLast) await enqueue(tenant, ...jobFor("refresh-products", {}));
  });
  return true;
}

async function keepRead(
  tenant: Tenant,
  stale: readonly StaleProduct[],
  { products, missing, metafields }: ProductsAsRead & { readonly metafields: readonly string[] },
  now: Instant,
): Promise<void> {
  const before = new Map(
    (
      await loadCatalog(
        tenant,
        products.map(({ id }) => id),
      )
    ).map((copy) => [copy.id, copy]),
  );
  await saveProducts(tenant, products, { metafields });
  for (const id of missing) await markDeleted(tenant, id, now);
  await settleStale(tenant, stale);
  await wantExtractsLater(tenant, now);
  if (products.some((product) => isElsewhere(before, product))) await suspectCollections(tenant, now);
}

function isElsewhere(before: ReadonlyMap<ProductId, CatalogProduct>, product: CatalogProduct): boolean {
  const copy = before.get(product.id);
  return !copy || mayMoveBetweenCollections(copy, product);
}
