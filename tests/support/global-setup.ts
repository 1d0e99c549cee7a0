import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { AppError } from "#app/platform/app-error.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#app/platform/embedded-postgres.ts";
import { migrate } from "#app/stores/migrate.ts";
import { generatePrismaClient } from "../../scripts/prisma-client.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The login that may create databases, on the test run's own server. */
    readonly ownerUrl: string;
    /** The migrated database that each test's own is a copy of. */
    readonly templateDatabase: string;
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Once a run: Prisma's client, a PostgreSQL of the run's own, and in it a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generatePrismaClient();
  const server = await startOwnServer();
  try {
    project.provide("ownerUrl", server.ownerUrl);
    project.provide("templateDatabase", await prepareTemplate(server.ownerUrl));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}

/** Two runs at once need two servers; a place whose run was killed is taken over, so that there are never many. */
async function startOwnServer(): Promise<EmbeddedPostgres> {
  for (let place = 1; place < 20; place += 1) {
    try {
      // Test data need not survive a power cut.
      const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
      return await startEmbeddedPostgres({ folder: join(ROOT, `.data/test-postgres-${place}`), settings });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "already-running") throw error;
    }
  }
  throw new Error("twenty test runs have a database already");
}

/** Named after the migrations' text: made again only when they change. Databases of earlier runs are dropped. */
async function prepareTemplate(ownerUrl: string): Promise<string> {
  const template = `template_${await hashOfMigrations()}`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname ~ '^(test|template|unfinished)_'",
    );
    for (const { datname } of rows.filter((row) => row.datname !== template)) {
      await client.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
    }
    if (!rows.some(({ datname }) => datname === template)) {
      await client.query("create database unfinished_template");
      await migrate(Object.assign(new URL(ownerUrl), { pathname: "/unfinished_template" }).href);
      await client.query(`alter database unfinished_template rename to ${pg.escapeIdentifier(template)}`);
    }
    return template;
  } finally {
    await client.end();
  }
}

async function hashOfMigrations(): Promise<string> {
  const hash = createHash("sha256");
  const files = await readdir(join(ROOT, "prisma/migrations"), { recursive: true });
  for (const file of files.filter((name) => name.endsWith(".sql")).sort()) {
    hash.update(file).update(await readFile(join(ROOT, "prisma/migrations", file)));
  }
  hash.update(await readFile(join(ROOT, "node_modules/graphile-worker/package.json")));
  return hash.digest("hex").slice(0, 16);
}
