import { Prisma } from "@prisma/client";
import { invariant } from "#app/core/values/invariant.ts";
import type { Tenant } from "./database.ts";

/** A table that holds something of a shop, and the columns of its primary key. */
interface KeptTable {
  readonly name: string;
  readonly key: readonly string[];
}

/** Where the reading of everything stands: after this row of that table, or at the table's beginning. */
export interface KeptRowsCursor {
  readonly table: string;
  /** The row's key, as JSON; absent at the beginning. */
  readonly after?: unknown;
}

/** The files themselves are not in the file. */
const NOT_EXPORTED = ["exports", "export_pieces"];

/**
 * Every table that holds something of the shop, as the database itself has them: its own row, and all that are under
 * row-level security. Sessions are not among them: what they hold is sealed, and nobody's to read.
 */
async function keptTables({ db }: Tenant): Promise<KeptTable[]> {
  return db.$queryRaw<KeptTable[]>`
    select c.relname::text as name, array_agg(a.attname::text order by place) as key
    from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      cross join unnest(i.indkey::int2[]) with ordinality as part(number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = part.number
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (c.relrowsecurity or c.relname = 'shops')
      and c.relname <> all(${NOT_EXPORTED})
    group by c.relname order by c.relname = 'shops' desc, c.relname`;
}

/** How many rows there are of the shop in all its tables. */
export async function countKeptRows(tenant: Tenant): Promise<number> {
  const tables = await keptTables(tenant);
  const counts = tables.map(({ name }) => `(select count(*) from ${quoted(name)} where shop = $1)`);
  const [row] = await tenant.db.$queryRawUnsafe<{ rows: number }[]>(
    `select (${counts.join(" + ")})::int as rows`,
    tenant.shop,
  );
  return row?.rows ?? 0;
}

/**
 * The next rows, table after table, each as one line of JSON: {"table": "orders", "row": {…}}. Within a table they stand
 * by their key, so that no row is read twice; `next` is absent after the last.
 */
export async function loadKeptRows(
  tenant: Tenant,
  cursor: KeptRowsCursor | undefined,
  limit: number,
): Promise<{ readonly lines: readonly string[]; readonly next?: KeptRowsCursor }> {
  const tables = await keptTables(tenant);
  const start = cursor ? tables.findIndex(({ name }) => name === cursor.table) : 0;
  const table = tables[start];
  invariant(table, `${cursor?.table} is not a table of ours any more`);
  const rows = await rowsOf(tenant, table, cursor?.after, limit);
  const lines = rows.map(({ row }) => `{"table":${JSON.stringify(table.name)},"row":${row}}`);
  const last = rows.at(-1);
  if (last && rows.length === limit) return { lines, next: { table: table.name, after: last.key } };
  const following = tables[start + 1];
  return following ? { lines, next: { table: following.name } } : { lines };
}

/** The row comes as text: what JavaScript's numbers could not hold stays as it is. */
function rowsOf({ db, shop }: Tenant, { name, key }: KeptTable, after: unknown, limit: number) {
  const columns = key.map((column) => `t.${quoted(column)}`).join(", ");
  const ofLast = key.map((column) => `l.${quoted(column)}`).join(", ");
  const keyOf = key.map((column) => `'${column}', t.${quoted(column)}`).join(", ");
  const table = Prisma.raw(quoted(name));
  const past =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`and (${Prisma.raw(columns)}) >
          (select ${Prisma.raw(ofLast)} from jsonb_populate_record(null::${table}, ${JSON.stringify(after)}::jsonb) l)`;
  return db.$queryRaw<{ row: string; key: unknown }[]>`
    select to_jsonb(t)::text as row, jsonb_build_object(${Prisma.raw(keyOf)}) as key
    from ${table} t where t.shop = ${shop} ${past} order by ${Prisma.raw(columns)} limit ${limit}`;
}

/** Names of our own tables and columns, as the database tells them. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
