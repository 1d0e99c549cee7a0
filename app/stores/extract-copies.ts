import type { ProductId } from "#app/core/values/ids.ts";
import type { Tenant } from "./database.ts";

/** What has a metafield of ours: the shop, a product; `definitions` stands for that both may have one. */
export type ExtractOwner = "definitions" | "shop" | ProductId;

/** Nobody knows what stands there: it is to be written. */
const UNKNOWN = "";

/** Every owner that has, or may have, a metafield of ours, with the digest of what was written last. */
export async function loadExtractCopies({ db, shop }: Tenant): Promise<ReadonlyMap<ExtractOwner, string>> {
  const rows = await db.extractCopy.findMany({ where: { shop }, orderBy: { owner: "asc" } });
  return new Map(rows.map(({ owner, digest }) => [owner as ExtractOwner, digest]));
}

/** Whether anything was ever written for the shop: if not, nothing that changes needs to be written either. */
export async function hasExtracts({ db, shop }: Tenant): Promise<boolean> {
  return (await db.extractCopy.count({ where: { shop, owner: "shop" }, take: 1 })) > 0;
}

/** Before Shopify is asked to write or to delete: from now on these may or may not be there. */
export async function beginExtracts({ db, shop }: Tenant, owners: readonly ExtractOwner[]): Promise<void> {
  await db.$executeRaw`
    insert into extract_copies (shop, owner, digest)
    select ${shop}, owner, ${UNKNOWN} from unnest(${[...owners]}::text[]) owner order by owner
    on conflict (shop, owner) do update set digest = excluded.digest`;
}

/** After Shopify has written them. */
export async function keepExtracts(
  { db, shop }: Tenant,
  written: readonly { readonly owner: ExtractOwner; readonly digest: string }[],
): Promise<void> {
  await db.$executeRaw`
    insert into extract_copies (shop, owner, digest)
    select ${shop}, told.owner, told.digest
    from unnest(${written.map(({ owner }) => owner)}::text[], ${written.map(({ digest }) => digest)}::text[])
      told(owner, digest) order by told.owner
    on conflict (shop, owner) do update set digest = excluded.digest`;
}

/** After Shopify has deleted them. */
export async function dropExtracts({ db, shop }: Tenant, owners: readonly ExtractOwner[]): Promise<void> {
  await db.extractCopy.deleteMany({ where: { shop, owner: { in: [...owners] } } });
}

/** A shop that is back: what Shopify did with our metafields while it had not the app, nobody knows. */
export async function doubtExtracts({ db, shop }: Tenant): Promise<void> {
  await db.extractCopy.updateMany({ where: { shop }, data: { digest: UNKNOWN } });
}
