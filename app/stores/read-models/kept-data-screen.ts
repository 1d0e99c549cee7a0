import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "../database.ts";
import { type ExportTold, loadExports } from "./exports-screen.ts";

/** What we keep of a shop, by what it is for. */
const KEPT_KINDS = [
  "orders",
  "decisions",
  "answers",
  "earnings",
  "customers",
  "codes",
  "messages",
  "catalog",
  "rules",
] as const;
type KeptKind = (typeof KEPT_KINDS)[number];

interface KeptData {
  readonly kind: KeptKind;
  readonly rows: number;
  /** Absent where there is none. */
  readonly oldest?: Instant;
}

/** An erasure that was asked for: how far it is. */
export interface ErasureTold {
  readonly run: string;
  readonly state: "under-way" | "done" | "failed";
  readonly rowsDone: number;
  /** As counted when it was asked for. */
  readonly rowsTotal: number;
  readonly endedAt?: Instant;
}

export interface KeptDataScreen {
  /** Its name is typed to have something erased. */
  readonly shop: { readonly name: string; readonly timezone: string };
  /** The access scopes that the merchant granted. */
  readonly scopes: readonly string[];
  /** In the order of `KEPT_KINDS`. */
  readonly kept: readonly KeptData[];
  readonly exports: readonly ExportTold[];
  readonly erasure?: ErasureTold;
}

export async function loadKeptDataScreen(tenant: Tenant): Promise<KeptDataScreen> {
  const { db, shop } = tenant;
  const known = await db.shop.findUnique({ where: { shop }, select: { name: true, timezone: true, scopes: true } });
  invariant(known, `${shop} is not a shop that we know`);
  const { scopes, ...named } = known;
  const erasure = await loadErasure(tenant);
  return {
    shop: named,
    scopes,
    kept: await loadKept(tenant),
    exports: await loadExports(tenant),
    ...(erasure && { erasure }),
  };
}

/** As it is typed to have something erased. */
export async function loadShopName({ db, shop }: Tenant): Promise<string> {
  const known = await db.shop.findUnique({ where: { shop }, select: { name: true } });
  invariant(known, `${shop} is not a shop that we know`);
  return known.name;
}

/** The last one; undefined where none was asked for, or it was stopped. */
export async function loadErasure({ db, shop }: Tenant): Promise<ErasureTold | undefined> {
  const row = await db.erasure.findUnique({ where: { shop } });
  if (!row) return undefined;
  const { run, state, rowsDone, rowsTotal, endedAt } = row;
  return {
    run,
    state: state as ErasureTold["state"],
    rowsDone,
    rowsTotal,
    ...(endedAt && { endedAt: endedAt.getTime() }),
  };
}

/** One query. A decision is as old as when it was last asked for, as for an erasure: that an index holds, its evidence is long. */
async function loadKept({ db, shop }: Tenant): Promise<KeptData[]> {
  const rows = await db.$queryRaw<{ kind: KeptKind; rows: number; oldest: Date | null }[]>`
    select 'orders' as kind, count(*)::int as rows, min(created_at) as oldest from orders where shop = ${shop}
    union all select 'decisions', count(*)::int, min(asked_at) from decisions where shop = ${shop}
    union all select 'answers', count(*)::int, min(at) from (
      select at from shopper_events where shop = ${shop}
      union all select accepted_at from acceptances where shop = ${shop}) answered
    union all select 'earnings', count(*)::int, min(at) from earnings where shop = ${shop}
    union all select 'customers', count(*)::int, min(updated_at) from customer_histories where shop = ${shop}
    union all select 'codes', count(*)::int, min(starts_at) from offer_codes where shop = ${shop}
    union all select 'messages', count(*)::int, min(received_at) from webhook_events where shop = ${shop}
    union all select 'catalog', count(*)::int, min(updated_at) from (
      select updated_at from catalog_products where shop = ${shop}
      union all select updated_at from catalog_collections where shop = ${shop}) copied
    union all select 'rules', count(*)::int, min(published_at) from rulebook_versions where shop = ${shop}`;
  const byKind = new Map(rows.map((row) => [row.kind, row]));
  return KEPT_KINDS.map((kind) => {
    const { rows: count = 0, oldest = null } = byKind.get(kind) ?? {};
    return { kind, rows: count, ...(oldest && { oldest: oldest.getTime() }) };
  });
}
