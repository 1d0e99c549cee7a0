import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surviveBrokenConnections } from "#app/stores/broken-connections.ts";
import { type BreakableLine, breakableLine } from "#tests/http/breakable-line.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
let line: BreakableLine;
let pool: pg.Pool;

beforeAll(async () => {
  const url = new URL(database.url);
  line = await breakableLine({ host: url.hostname, port: Number(url.port) });
  const connectionString = Object.assign(url, { hostname: "127.0.0.1", port: String(line.port) }).href;
  pool = new pg.Pool({ connectionString, max: 2, connectionTimeoutMillis: 2_000 });
  pool.on("error", () => undefined);
  surviveBrokenConnections(pool, 300);
});

afterAll(async () => {
  await pool.end();
  await line.close();
});

const answer = async () => (await pool.query("select 42 as answer")).rows[0].answer;

test("borrowers who never give back a connection that was cut do not empty the pool", async () => {
  for (let round = 0; round < 3; round++) {
    const borrowed = await Promise.all([pool.connect(), pool.connect()]);
    line.state = "cut";
    await Promise.allSettled(borrowed.map((client) => client.query("select 1")));
    line.state = "whole";
    expect(await answer()).toBe(42);
  }
});

test("connections that fall silent under a statement do not empty the pool", async () => {
  const borrowed = await Promise.all([pool.connect(), pool.connect()]);
  line.state = "silent";
  const unheard = Promise.allSettled(borrowed.map((client) => client.query("select 1")));
  await new Promise((resolve) => setTimeout(resolve, 50));
  line.state = "whole";
  expect(await answer()).toBe(42);
  expect((await unheard).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("a borrower who gives a broken connection back all the same does no harm", async () => {
  const client = await pool.connect();
  line.state = "cut";
  await client.query("select 1").catch(() => undefined);
  await expect.poll(() => pool.totalCount).toBe(0);
  line.state = "whole";
  client.release();
  expect(await answer()).toBe(42);
});
