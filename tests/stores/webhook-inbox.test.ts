import pg from "pg";
import { expect, test } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { type IncomingWebhook, keepWebhook } from "#app/stores/webhook-inbox.ts";
import { NOON } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const shop = "one.myshopify.com" as Shop;
const other = "two.myshopify.com" as Shop;

const webhook = (overrides: Partial<IncomingWebhook> = {}): IncomingWebhook => ({
  topic: "orders/updated",
  eventId: "event-1",
  webhookId: "delivery-1",
  about: "order 5001",
  triggeredAt: NOON,
  payload: { order: "5001" },
  ...overrides,
});
const keep = (incoming: IncomingWebhook, at: Shop = shop) =>
  database.inShop(at, (tenant) => keepWebhook(tenant, incoming));

interface Job {
  readonly task_identifier: string;
  readonly payload: unknown;
  readonly key: string | null;
}

/** What waits, as graphile-worker has it. */
async function jobs(): Promise<Job[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<Job>(`
    select t.identifier as task_identifier, j.payload, j.key
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`);
  await client.end();
  return rows;
}

test("an event is new once, however often and by whichever subscription it is delivered", async () => {
  expect(await keep(webhook())).toBe("new");
  expect(await keep(webhook())).toBe("duplicate");
  expect(await keep(webhook({ webhookId: "delivery-2" }))).toBe("duplicate");
});

test("two things that one action changed are each something new, though Shopify gave them one event id", async () => {
  expect(await keep(webhook({ eventId: "event-of-two" }))).toBe("new");
  expect(await keep(webhook({ eventId: "event-of-two", about: "order 5002" }))).toBe("new");
});

test("another topic, another event and another shop are each something new", async () => {
  expect(await keep(webhook({ topic: "orders/edited" }))).toBe("new");
  expect(await keep(webhook({ eventId: "event-2" }))).toBe("new");
  expect(await keep(webhook(), other)).toBe("new");
});

test("without an event id the delivery's own id tells a retry from something new", async () => {
  const { eventId: _, ...bare } = webhook({ webhookId: "event-1" });
  expect(await keep(bare)).toBe("new");
  expect(await keep(bare)).toBe("duplicate");
  expect(await keep({ ...bare, webhookId: "delivery-9" })).toBe("new");
});

test("twenty deliveries at once are new exactly once", async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => keep(webhook({ eventId: "burst" }))));
  expect(outcomes.filter((outcome) => outcome === "new")).toHaveLength(1);
});

test("a payload with characters that PostgreSQL has no place for is kept all the same", async () => {
  const payload = { "na\u0000me": "Caf\u0000é \ud800 \\u0000 😀" };
  expect(await keep(webhook({ eventId: "odd", payload }))).toBe("new");
  const row = await database.inShop(shop, ({ db }) =>
    db.webhookEvent.findFirst({ where: { eventKey: "event:odd order 5001" } }),
  );
  expect(row?.payload).toEqual({ "na\ufffdme": "Caf\ufffdé \ufffd \\u0000 😀" });
});

test("a job is asked for with the event or not at all, and its shop is the transaction's own", async () => {
  await database.inShop(shop, async (tenant) => {
    await keepWebhook(tenant, webhook({ eventId: "with-job" }));
    await enqueue(tenant, "attribute-order", { order: "5001", shop: other }, { jobKey: "order:5001" });
  });
  const failing = database.inShop(shop, async (tenant) => {
    await enqueue(tenant, "attribute-order", { order: "5002" });
    throw new Error("not after all");
  });
  await expect(failing).rejects.toThrow("not after all");
  expect(await jobs()).toEqual([
    { task_identifier: "attribute-order", payload: { order: "5001", shop }, key: `${shop}:order:5001` },
  ]);
});

test("two shops' jobs of one key are two jobs, one shop's two are one", async () => {
  const before = (await jobs()).length;
  for (const one of [shop, other, shop]) {
    await database.inShop(one, (tenant) =>
      enqueue(tenant, "refresh-stock", { inventoryItem: "1" }, { jobKey: "stock:1" }),
    );
  }
  expect((await jobs()).slice(before).map(({ key }) => key)).toEqual([`${shop}:stock:1`, `${other}:stock:1`]);
});

test("a job cannot be asked for without a shop", async () => {
  await expect(database.outside.$queryRaw`select encore_enqueue('x', '{}', null, null)::text`).rejects.toThrow(
    "a job needs the shop of its transaction",
  );
});
