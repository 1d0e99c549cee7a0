import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrate } from "#app/stores/migrate.ts";

const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");

/** A database as the first release left it: its migrations applied, graphile-worker's tables there, and one shop in it. */
async function firstRelease(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = (await readdir(MIGRATIONS)).filter((name) => /^2026112200000\d/.test(name)).sort();
  await client.query(`create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null,
    finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
    started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
  for (const name of names) {
    await client.query(await readFile(join(MIGRATIONS, name, "migration.sql"), "utf8"));
    await client.query("insert into _prisma_migrations values ($1, '', now(), $2, null, null, now(), 1)", [
      name.slice(0, 36),
      name,
    ]);
  }
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
  await client.query(`
    begin;
    select set_config('app.shop', 'old.myshopify.com', true);
    insert into shops values ('old.myshopify.com', '1', 'Old', 'GBP', 'Europe/London', 'en', '{}', now(), null);
    insert into rulebook_versions values ('old.myshopify.com', 1, '{"format": 1, "rules": []}', 'first', '7', now()),
      ('old.myshopify.com', 2, '{"format": 1, "rules": []}', 'second', '7', now());
    insert into catalog_products values ('old.myshopify.com', '1002', 'Cakestand', 'active',
      '{"id": "1002", "title": "Cakestand", "variants": []}', '{}', '{}', now());
    commit;`);
  await client.end();
}

test("a shop from before has its latest version live, and its copies are whole and to be read again", async () => {
  const name = "unfinished_upgrade";
  const server = new pg.Client({ connectionString: inject("ownerUrl") });
  await server.connect();
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  const url = Object.assign(new URL(inject("ownerUrl")), { pathname: `/${name}` }).href;
  try {
    await firstRelease(url);
    await migrate(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("select set_config('app.shop', 'old.myshopify.com', false)");
    const rows = async (sql: string) => (await client.query(sql)).rows;
    expect(await rows("select version, trial_version from rulebook_live")).toEqual([
      { version: 2, trial_version: null },
    ]);
    expect(await rows("select kind, version, by from rulebook_events order by event")).toEqual([
      { kind: "published", version: 1, by: "7" },
      { kind: "published", version: 2, by: "7" },
    ]);
    const [copy] = await rows("select document from catalog_products");
    expect(copy?.document).toEqual({
      id: "1002",
      title: "Cakestand",
      variants: [],
      type: "",
      vendor: "",
      tags: [],
      metafields: {},
      components: [],
      complementary: [],
    });
    expect(await rows("select product from stale_products")).toEqual([{ product: "1002" }]);
    expect(await rows("select task_identifier, key from graphile_worker.jobs")).toEqual([
      { task_identifier: "refresh-products", key: "old.myshopify.com:refresh-products:products" },
    ]);
    expect(await rows("select ships_to, began_empty from shops")).toEqual([{ ships_to: null, began_empty: false }]);
    await client.end();
  } finally {
    await server.query(`drop database ${name} with (force)`);
    await server.end();
  }
}, 30_000);
