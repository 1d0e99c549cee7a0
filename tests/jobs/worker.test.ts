import { afterAll, expect, test } from "vitest";
import type { OrderId, Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { idleHandlers } from "#tests/support/idle-handlers.ts";
import { silentLog } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const done: { shop: Shop; order?: OrderId; attempt: number }[] = [];
let hold: Promise<void> = Promise.resolve();
const handlers = idleHandlers({
  "attribute-order": async ({ shop, order }, attempt) => {
    await hold;
    done.push({ shop, order, attempt });
  },
});
const worker = await startWorker({ connectionString: database.connectionString, handlers, log: silentLog });
afterAll(() => worker.stop().catch(() => undefined));

const ask = (shop: Shop, order: string) =>
  database.inShop(shop, (tenant) => enqueue(tenant, ...jobFor("attribute-order", { order: order as OrderId })));

test("a job is done for the shop whose transaction asked for it, as soon as that is committed", async () => {
  await ask(DEMO_SHOP, "1");
  await expect.poll(() => done, { timeout: 5_000 }).toContainEqual({ shop: DEMO_SHOP, order: "1", attempt: 1 });
});

test("a job asked for by a transaction that failed is never done", async () => {
  const failed = database.inShop(DEMO_SHOP, async (tenant) => {
    await enqueue(tenant, ...jobFor("attribute-order", { order: "13" as OrderId }));
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  await ask(DEMO_SHOP, "14");
  await expect.poll(() => done.map(({ order }) => order), { timeout: 5_000 }).toContain("14");
  expect(done.map(({ order }) => order)).not.toContain("13");
});

test("what is asked for while the same job is under way is done after it, too", async () => {
  let letGo = () => {};
  hold = new Promise((resolve) => (letGo = resolve));
  await ask(DEMO_SHOP, "20");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await ask(DEMO_SHOP, "20");
  letGo();
  await expect.poll(() => done.filter(({ order }) => order === "20"), { timeout: 5_000 }).toHaveLength(2);
});

test("a worker that stops ends the job it is at and takes no other", async () => {
  let letGo = () => {};
  hold = new Promise((resolve) => (letGo = resolve));
  await ask(DEMO_SHOP, "30");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stopped = worker.stop();
  letGo();
  await stopped;
  expect(done.map(({ order }) => order)).toContain("30");
  await ask(DEMO_SHOP, "31");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(done.map(({ order }) => order)).not.toContain("31");
});

test("two requests to erase a customer that begin alike are two jobs: none takes the other's orders away", () => {
  const orders = Array.from({ length: 60 }, (_, at) => String(5_000_000_000_000 + at) as OrderId);
  const keyOf = (orders: OrderId[]) => jobFor("erase-customer", { orders })[2].jobKey;
  expect(keyOf(orders)).not.toBe(keyOf(orders.slice(0, -1)));
  expect(keyOf(orders).length).toBeLessThan(400);
});
