import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { isOutsideTenants, outsideTenants } from "#app/stores/outside-tenants.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { fillShop } from "./filled-shop.ts";

const database = await testDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
const app = new pg.Client({ connectionString: database.url });
const alice = "alice.myshopify.com" as Shop;
const bob = "bob.myshopify.com" as Shop;

beforeAll(async () => {
  await owner.connect();
  await app.connect();
  await fillShop(database, alice);
  await fillShop(database, bob);
});
afterAll(async () => {
  await owner.end();
  await app.end();
});

interface Table {
  readonly name: string;
  readonly forced: boolean;
  readonly policies: number;
}

/** Every table and partition of every schema but PostgreSQL's own, as the database itself has them. */
async function tables(): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by name`);
  return rows;
}

const tenantTables = async () => (await tables()).filter(({ name }) => !isOutsideTenants(name));

async function unprotected(): Promise<string[]> {
  return (await tenantTables()).filter(({ forced, policies }) => !forced || policies === 0).map(({ name }) => name);
}

async function rowsSeen(client: pg.Client, table: string, shop?: string): Promise<{ shop: string }[]> {
  await client.query("begin");
  if (shop) await client.query("select set_config('app.shop', $1, true)", [shop]);
  const { rows } = await client.query<{ shop: string }>(`select * from ${table}`);
  await client.query("rollback");
  return rows;
}

test("every table that is not on the outside list has row-level security forced, with a policy", async () => {
  expect(await unprotected()).toEqual([]);
  expect((await tenantTables()).map(({ name }) => name)).toEqual(
    [
      "acceptances",
      "automatic_discounts",
      "catalog_collections",
      "catalog_copies",
      "catalog_products",
      "customer_histories",
      "customer_orders",
      "decisions",
      "earnings",
      "erasures",
      "export_pieces",
      "exports",
      "extract_copies",
      "offer_codes",
      "order_outcomes",
      "orders",
      "rule_runs",
      "rule_uses",
      "rulebook_drafts",
      "rulebook_events",
      "rulebook_live",
      "rulebook_versions",
      "setup_checks",
      "shopper_events",
      "stale_products",
      "webhook_events",
    ].map((name) => `public.${name}`),
  );
});

test("the outside list names only tables that there are, each with its reason", async () => {
  const names = (await tables()).map(({ name }) => name);
  for (const { table, because } of outsideTenants) {
    expect(names.some((name) => (typeof table === "string" ? name === table : table.test(name)))).toBe(true);
    expect(because.length).toBeGreaterThan(20);
  }
});

test("a partition without a policy of its own would be caught, since a read of it does not ask its parent's", async () => {
  await owner.query(`
    create table planted (shop text, at date) partition by range (at);
    create table planted_2026 partition of planted for values from ('2026-01-01') to ('2027-01-01');
    alter table planted enable row level security, force row level security;
    create policy its_shop on planted using (shop = nullif(current_setting('app.shop', true), ''))`);
  expect(await unprotected()).toEqual(["public.planted_2026"]);
  await owner.query("drop table planted");
});

describe("in each tenant's table", async () => {
  test("a connection without a shop sees nothing, not even the owner's", async () => {
    for (const { name } of await tenantTables()) {
      expect([name, await rowsSeen(app, name)]).toEqual([name, []]);
      expect([name, await rowsSeen(owner, name)]).toEqual([name, []]);
    }
  });

  test("another shop sees nothing, and each shop its own rows and no other's", async () => {
    for (const { name } of await tenantTables()) {
      expect([name, await rowsSeen(app, name, "carol.myshopify.com")]).toEqual([name, []]);
      for (const shop of [alice, bob]) {
        const seen = (await rowsSeen(app, name, shop)).map((row) => row.shop);
        expect([name, new Set(seen)]).toEqual([name, new Set([shop])]);
      }
    }
  });

  test("one shop cannot write a row of another's, nor one without a shop any", async () => {
    for (const { name } of await tenantTables()) {
      for (const carried of ["", bob]) {
        await app.query("begin");
        await app.query("select set_config('app.shop', $1, true)", [carried]);
        const record = JSON.stringify((await rowsSeenOf(alice, name))[0]);
        const writing = app.query(`insert into ${name} select * from json_populate_record(null::${name}, $1)`, [
          record,
        ]);
        await expect(writing).rejects.toThrow("row-level security");
        await app.query("rollback");
      }
    }
  });

  async function rowsSeenOf(shop: Shop, name: string) {
    return database
      .inShop(shop, ({ db }) => db.$queryRawUnsafe<unknown[]>(`select to_jsonb(t) as row from ${name} t`))
      .then((rows) => rows.map((row) => (row as { row: unknown }).row));
  }
});

test("every tenant's table begins its primary key with the shop", async () => {
  const { rows } = await owner.query<{ name: string; first: string }>(`
    select n.nspname || '.' || c.relname as name, a.attname::text as first
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where i.indisprimary and n.nspname = 'public'`);
  const first = new Map(rows.map((row) => [row.name, row.first]));
  for (const { name } of await tenantTables()) expect([name, first.get(name)]).toEqual([name, "shop"]);
});

test("the app's role can neither bypass the policies nor own, alter or empty a table", async () => {
  const { rows } = await owner.query(`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = 'encore_app'`);
  expect(rows).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false },
  ]);
  for (const statement of [
    "alter table acceptances disable row level security",
    "truncate acceptances",
    "update rulebook_versions set note = 'rewritten'",
    "update rulebook_events set by = 'nobody'",
    "update earnings set amount_minor = 0",
    "select * from graphile_worker.jobs",
    "select graphile_worker.add_job('erase-shop', '{}')",
    "select * from _prisma_migrations",
  ]) {
    await expect(app.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
  }
});
