import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "./database.ts";

/** The pass that copies every product of the shop. */
export interface CatalogCopy {
  /** The "namespace.key" metafields that are read with each product. */
  readonly metafields: readonly string[];
  /** Where the next page begins; undefined before the first one. */
  readonly cursor?: string;
  readonly productsRead: number;
  readonly beganAt: Instant;
  /** When every product had been read; since then webhooks keep the copy fresh. */
  readonly endedAt?: Instant;
}

/** Undefined when the shop's rules need no copy of every product. */
export async function loadCatalogCopy({ db, shop }: Tenant): Promise<CatalogCopy | undefined> {
  const row = await db.catalogCopy.findUnique({ where: { shop } });
  if (!row) return undefined;
  const { metafields, cursor, productsRead, beganAt, endedAt } = row;
  return {
    metafields,
    ...(cursor !== null && { cursor }),
    productsRead,
    beganAt: beganAt.getTime(),
    ...(endedAt && { endedAt: endedAt.getTime() }),
  };
}

/** Begins a pass, or begins it anew where one had begun. */
export async function beginCatalogCopy(
  { db, shop }: Tenant,
  { metafields, now }: { readonly metafields: readonly string[]; readonly now: Instant },
): Promise<void> {
  await db.$executeRaw`
    insert into catalog_copies as kept (shop, metafields, cursor, products_read, began_at)
    values (${shop}, ${[...metafields]}::text[], null, 0, ${new Date(now)})
    on conflict (shop) do update set metafields = excluded.metafields, cursor = null, products_read = 0, ended_at = null,
      began_at = greatest(excluded.began_at, kept.began_at + interval '1 millisecond')`;
}

/** Keeps that a page was read. False when the pass is not where the page was asked for any more: another did the page. */
export async function keepPage(
  { db, shop }: Tenant,
  { cursor, beganAt }: CatalogCopy,
  page: { readonly next: string | undefined; readonly products: number; readonly now: Instant },
): Promise<boolean> {
  const endedAt = page.next === undefined ? new Date(page.now) : null;
  const kept = await db.$executeRaw`
    update catalog_copies set cursor = ${page.next ?? null}, products_read = products_read + ${page.products},
      ended_at = ${endedAt}
    where shop = ${shop} and cursor is not distinct from ${cursor ?? null} and began_at = ${new Date(beganAt)}
      and ended_at is null`;
  return kept === 1;
}
