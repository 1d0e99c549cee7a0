import type { ProductId } from "#app/core/values/ids.ts";
import type { Tenant } from "./database.ts";

/** A product that is to be read again, and the mark that says so: it falls only if no newer one was set meanwhile. */
export interface StaleProduct {
  readonly product: ProductId;
  readonly mark: string;
}

/** Marks them, whether we hold a copy or not; a mark that was there is set anew. */
export async function markStale({ db, shop }: Tenant, products: readonly ProductId[]): Promise<void> {
  if (products.length === 0) return;
  await db.$executeRaw`
    insert into stale_products (shop, product, marked_at)
    select ${shop}, product, clock_timestamp() from unnest(${[...products]}::text[]) product
    order by product
    on conflict (shop, product) do update set marked_at = excluded.marked_at`;
}

/** Marks every product of our copy, and those to come of which it only has the id. */
export async function markAllStale({ db, shop }: Tenant): Promise<number> {
  return db.$executeRaw`
    insert into stale_products (shop, product, marked_at)
    select shop, product, clock_timestamp() from catalog_products where shop = ${shop} order by product
    on conflict (shop, product) do update set marked_at = excluded.marked_at`;
}

/** Of these those that we hold no copy of. */
export async function notKept({ db, shop }: Tenant, products: readonly ProductId[]): Promise<ProductId[]> {
  const rows = await db.$queryRaw<{ product: ProductId }[]>`
    select product from unnest(${[...products]}::text[]) product
    where not exists (select from catalog_products kept where kept.shop = ${shop} and kept.product = product.product)`;
  return rows.map(({ product }) => product);
}

/** Those that wait longest. */
export async function loadStale({ db, shop }: Tenant, most: number): Promise<StaleProduct[]> {
  return db.$queryRaw<StaleProduct[]>`
    select product, extract(epoch from marked_at)::text as mark from stale_products
    where shop = ${shop} order by marked_at limit ${most}`;
}

/** Takes the marks off that are still as they were when the reading began. */
export async function settleStale({ db, shop }: Tenant, read: readonly StaleProduct[]): Promise<void> {
  await db.$executeRaw`
    delete from stale_products stale
    using unnest(${read.map(({ product }) => product)}::text[], ${read.map(({ mark }) => mark)}::text[]) told(product, mark)
    where stale.shop = ${shop} and stale.product = told.product and extract(epoch from stale.marked_at)::text = told.mark`;
}
