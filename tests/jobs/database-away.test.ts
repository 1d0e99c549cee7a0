import pg from "pg";
import { afterAll, expect, test } from "vitest";
import type { OrderId } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { breakableLine } from "#tests/http/breakable-line.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { idleHandlers } from "#tests/support/idle-handlers.ts";
import { silentLog } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const url = new URL(database.connectionString);
const line = await breakableLine({ host: url.hostname, port: Number(url.port) });
const connectionString = Object.assign(url, { hostname: "127.0.0.1", port: String(line.port) }).href;
const done: string[] = [];
let hold = async () => {};
const handlers = idleHandlers({
  "attribute-order": async ({ order }) => {
    await hold();
    done.push(order);
  },
});
const worker = await startWorker({ connectionString, handlers, log: silentLog });
afterAll(async () => {
  await worker.stop().catch(() => undefined);
  await line.close();
});

const ask = (order: string) =>
  database.inShop(DEMO_SHOP, (tenant) => enqueue(tenant, ...jobFor("attribute-order", { order: order as OrderId })));

const waiting = async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query("select count(*)::int as count from graphile_worker.jobs");
  await client.end();
  return rows[0].count;
};

test("a database that is away as a job ends ends neither the process nor the worker, and leaves no job locked", async () => {
  let began = () => {};
  const begun = new Promise<void>((resolve) => {
    began = resolve;
  });
  hold = async () => {
    hold = async () => {};
    began();
    line.state = "cut";
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  await ask("1");
  await begun;
  await expect.poll(() => done).toContain("1");
  await new Promise((resolve) => setTimeout(resolve, 500));
  line.state = "whole";
  await ask("2");
  await expect.poll(() => done, { timeout: 20_000 }).toContain("2");
  await expect.poll(waiting, { timeout: 20_000, interval: 200 }).toBe(0);
}, 60_000);
