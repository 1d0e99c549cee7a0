import { setTimeout as after } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import type { OrderId } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { type Child, childProcess } from "./child-process.ts";

const database = await testDatabase();
/** Three looks in a row make a second: long enough for a connection to be renewed on a busy machine. */
const LOOK_EVERY_MS = 500;
const SOON = { timeout: 10_000, interval: 50 };

const ask = (order: string) =>
  database.inShop(DEMO_SHOP, (tenant) => enqueue(tenant, ...jobFor("attribute-order", { order: order as OrderId })));

async function worker({ jobTakesMs = 0 } = {}): Promise<Child> {
  const env = { DATABASE_URL: database.connectionString, LOOK_EVERY_MS: `${LOOK_EVERY_MS}` };
  const child = childProcess(["tests/jobs/killable-worker.ts"], { ...env, JOB_TAKES_MS: `${jobTakesMs}` });
  await expect.poll(child.lines, SOON).toContain("works");
  return child;
}

async function askDatabase(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

const WORKERS_SIGNS = `
  from pg_locks join pg_database on pg_database.oid = database and datname = current_database()
  where locktype = 'advisory' and classid = hashtext('encore worker')::oid`;
const OF_ONE_WITH_A_JOB = "objid = any (select hashtext(locked_by)::oid from graphile_worker.jobs)";

/** Cuts the signs of life of these workers; how many. */
const cutSigns = async (whose: string) =>
  (await askDatabase(`select pg_terminate_backend(pid) ${WORKERS_SIGNS} and ${whose}`)).rowCount ?? 0;

const signsGiven = async () => (await askDatabase(`select ${WORKERS_SIGNS}`)).rowCount;

const jobsLeft = async () => (await askDatabase("select from graphile_worker.jobs")).rowCount;

const times = (line: string, ...children: Child[]) =>
  children.flatMap((child) => child.lines()).filter((said) => said === line).length;

test("the job of a process killed in the middle is finished, once, by a worker that runs beside it", async () => {
  const killed = await worker({ jobTakesMs: 60_000 });
  await ask("1");
  await expect.poll(killed.lines, SOON).toContain("began 1");
  const [beside, another] = await Promise.all([worker(), worker()]);
  await killed.kill();
  await expect.poll(() => times("done 1", beside, another), SOON).toBe(1);
  await expect.poll(jobsLeft, SOON).toBe(0);
  expect(times("began 1", beside, another)).toBe(1);
});

test("the job of a process killed in the middle is finished, once, by the next one started", async () => {
  const killed = await worker({ jobTakesMs: 60_000 });
  await ask("2");
  await expect.poll(killed.lines, SOON).toContain("began 2");
  await killed.kill();
  const next = await worker();
  await expect.poll(next.lines, SOON).toContain("done 2");
  await expect.poll(jobsLeft, SOON).toBe(0);
  expect(times("began 2", next)).toBe(1);
});

test("a slow job of another process that lives is never taken, also while its connections are renewed", async () => {
  const slow = await worker({ jobTakesMs: 10 * LOOK_EVERY_MS });
  await ask("3");
  await expect.poll(slow.lines, SOON).toContain("began 3");
  const beside = await worker();
  let cuts = 0;
  while (times("done 3", slow) === 0) {
    cuts += await cutSigns(cuts === 1 ? "true" : OF_ONE_WITH_A_JOB);
    await expect.poll(signsGiven, SOON).toBe(2);
    await after(1.2 * LOOK_EVERY_MS);
  }
  expect(cuts).toBeGreaterThan(3);
  await expect.poll(jobsLeft, SOON).toBe(0);
  expect(times("began 3", slow, beside)).toBe(1);
});
