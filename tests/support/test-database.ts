import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { asAppRole } from "#app/platform/connection-roles.ts";
import { type Database, openDatabase } from "#app/stores/database.ts";

export interface TestDatabase extends Database {
  /** What the app is given: takes the app's role as it connects. */
  readonly url: string;
  /** The login that owns the database, bound by row-level security all the same. */
  readonly ownerUrl: string;
}

/**
 * A fresh migrated database of the calling test file's own, on a real PostgreSQL (about 60 ms), closed and dropped after
 * the file's last test. Call it at the top of the file: `const database = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const serverUrl = inject("ownerUrl");
  await onServer(serverUrl, `create database ${name} template ${inject("templateDatabase")}`);
  const ownerUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const url = asAppRole(ownerUrl);
  const database = openDatabase(url);
  afterAll(async () => {
    await database.close();
    const drop = `drop database ${name}`;
    // A worker that vacuums what was filled may not be ended by this login: without force PostgreSQL ends it itself.
    await onServer(serverUrl, `${drop} with (force)`).catch(() => onServer(serverUrl, drop));
  });
  return { ...database, url, ownerUrl };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
