import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { canSell } from "#app/core/catalog/catalog.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { markCollectionsStale } from "#app/stores/collections.ts";
import type { Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";

/**
 * Shopify tells when products are put into a collection by hand and when its rules change, and not when a product begins
 * to fit them. So a product that changed in what those rules can look at makes every collection of ours suspect: they are
 * read again, together, a while after the first such change, however many there are in between.
 */
const DEBOUNCE_MS = 60_000;

export async function suspectCollections(tenant: Tenant, now: Instant): Promise<void> {
  if ((await markCollectionsStale(tenant)) > 0) await askForCollectionsLater(tenant, now);
}

export async function askForCollectionsLater(tenant: Tenant, now: Instant): Promise<void> {
  const [name, payload, options] = jobFor("refresh-collections", {});
  await enqueue(tenant, name, payload, { ...options, runAt: now + DEBOUNCE_MS });
}

/** Of what https://shopify.dev/docs/api/admin-graphql/2026-10/enums/CollectionRuleColumn names, what our copy holds. */
export function mayMoveBetweenCollections(before: CatalogProduct, after: CatalogProduct): boolean {
  return JSON.stringify(lookedAt(before)) !== JSON.stringify(lookedAt(after));
}

function lookedAt({ title, type, vendor, tags, status, variants }: CatalogProduct) {
  const prices = variants.map(({ title: name, price, compareAtPrice, stock }) => [
    name,
    price.minor,
    compareAtPrice?.minor,
    canSell(stock, 1),
  ]);
  return [title, type, vendor, tags, status, prices];
}
