import type { CatalogCollection } from "#app/core/catalog/catalog.ts";
import type { CollectionId, ProductId } from "#app/core/values/ids.ts";
import { tellCatalogChanged } from "./catalog.ts";
import type { Tenant } from "./database.ts";

/** A collection that is to be read again. */
export interface StaleCollection {
  readonly collection: CollectionId;
  /** Falls only if no newer mark was set meanwhile. */
  readonly mark: string;
  /** Whether its products are offered, so that each of them is to be copied too. */
  readonly withProducts: boolean;
}

/** Our copies of the collections that rules speak of; one that was never read yet is left out. */
export async function loadCollections({ db, shop }: Tenant): Promise<CatalogCollection[]> {
  const rows = await db.catalogCollection.findMany({
    where: { shop, updatedAt: { gt: NEVER } },
    orderBy: { collection: "asc" },
  });
  return rows.map(({ collection, title, products, updatedAt }) => ({
    id: collection as CollectionId,
    title,
    products: products as ProductId[],
    updatedAt: updatedAt.getTime(),
  }));
}

const NEVER = new Date(0);

/** Keeps copies of these from now on. Gives those that are to be read before they are known, or whose products are. */
export async function wantCollections(
  { db, shop }: Tenant,
  collections: ReadonlySet<CollectionId>,
  { offered }: { readonly offered: ReadonlySet<CollectionId> },
): Promise<CollectionId[]> {
  if (collections.size === 0) return [];
  const rows = await db.$queryRaw<{ collection: CollectionId }[]>`
    insert into catalog_collections as kept (shop, collection, title, products, with_products, updated_at, stale_since)
    select ${shop}, collection, '', '{}', collection = any(${[...offered]}::text[]), to_timestamp(0), clock_timestamp()
    from unnest(${[...collections]}::text[]) collection order by collection
    on conflict (shop, collection) do update set with_products = true, stale_since = excluded.stale_since
    where excluded.with_products and not kept.with_products
    returning collection`;
  return rows.map(({ collection }) => collection);
}

/** Keeps what was read; an older reading than ours is left. True when it says something new. */
export async function saveCollection(
  tenant: Tenant,
  { id, title, products, updatedAt }: CatalogCollection,
): Promise<boolean> {
  const [before] = await tenant.db.$queryRaw<{ isSame: boolean }[]>`
    select title = ${title} and products = ${[...products]}::text[] and updated_at > to_timestamp(0) as "isSame"
    from catalog_collections where shop = ${tenant.shop} and collection = ${id} for update`;
  const at = new Date(updatedAt);
  const saved = await tenant.db.$executeRaw`
    insert into catalog_collections as kept (shop, collection, title, products, with_products, updated_at)
    values (${tenant.shop}, ${id}, ${title}, ${[...products]}::text[], false, ${at})
    on conflict (shop, collection) do update
      set title = excluded.title, products = excluded.products, updated_at = excluded.updated_at
    where kept.updated_at <= excluded.updated_at`;
  const isNew = saved > 0 && !before?.isSame;
  if (isNew) await tellCatalogChanged(tenant);
  return isNew;
}

/** Shopify has the collection no more: nothing is in it. Its title stays, so that a rule can say what it lost. */
export async function emptyCollection(tenant: Tenant, id: CollectionId, at: number): Promise<void> {
  const changed = await tenant.db.$executeRaw`
    update catalog_collections set products = '{}', updated_at = ${new Date(at)}
    where shop = ${tenant.shop} and collection = ${id} and updated_at <= ${new Date(at)}`;
  if (changed > 0) await tellCatalogChanged(tenant);
}

/** Marks those of these that we keep, or all that we keep. Gives how many were not marked before. */
export async function markCollectionsStale({ db, shop }: Tenant, only?: CollectionId): Promise<number> {
  const [counted] = await db.$queryRaw<{ fresh: number }[]>`
    with before as (
      select collection, stale_since is null as was_fresh from catalog_collections
      where shop = ${shop} and (${only ?? null}::text is null or collection = ${only ?? null}) order by collection for update
    ), marked as (
      update catalog_collections kept set stale_since = clock_timestamp() from before
      where kept.shop = ${shop} and kept.collection = before.collection
    )
    select count(*) filter (where was_fresh)::int as fresh from before`;
  return counted?.fresh ?? 0;
}

/** Whether rules speak of any collection, or of this one. */
export async function keepsCollections({ db, shop }: Tenant, collection?: CollectionId): Promise<boolean> {
  return (await db.catalogCollection.count({ where: { shop, ...(collection && { collection }) }, take: 1 })) > 0;
}

export async function loadStaleCollections({ db, shop }: Tenant): Promise<StaleCollection[]> {
  return db.$queryRaw<StaleCollection[]>`
    select collection, extract(epoch from stale_since)::text as mark, with_products as "withProducts"
    from catalog_collections where shop = ${shop} and stale_since is not null order by stale_since`;
}

/** Takes the mark off if it is still the one that the reading began with. */
export async function settleCollection({ db, shop }: Tenant, { collection, mark }: StaleCollection): Promise<boolean> {
  const settled = await db.$executeRaw`
    update catalog_collections set stale_since = null
    where shop = ${shop} and collection = ${collection} and extract(epoch from stale_since)::text = ${mark}`;
  return settled > 0;
}
