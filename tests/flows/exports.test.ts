import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Currency } from "#app/core/values/currency.ts";
import type { ExportKind } from "#app/core/values/export-kind.ts";
import type { CustomerId, OrderId, RuleId, Shop } from "#app/core/values/ids.ts";
import { cancelExport } from "#app/flows/cancel-export.ts";
import { orderCsvLine } from "#app/flows/orders-csv.ts";
import { readExport } from "#app/flows/read-export.ts";
import { runExport } from "#app/flows/run-export.ts";
import { startExport } from "#app/flows/start-export.ts";
import type { Tenant } from "#app/stores/database.ts";
import { eraseCustomer } from "#app/stores/purge.ts";
import { type ExportTold, loadExports } from "#app/stores/read-models/exports-screen.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { fillShop, LONDON_SHOP } from "#tests/stores/filled-shop.ts";
import { NOON, pounds } from "#tests/support/builders.ts";
import { drainJobs } from "#tests/support/drain-jobs.ts";
import { idleHandlers } from "#tests/support/idle-handlers.ts";
import { silentLog } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const needs = { database, now: () => NOON, log: silentLog };
const busy = "busy.myshopify.com" as Shop;
const small = "small.myshopify.com" as Shop;
const ORDERS = 1_234;

beforeAll(async () => {
  await saveInstalled(database, busy, LONDON_SHOP, NOON);
  await database.inShop(busy, (tenant) => manyOrders(tenant, ORDERS));
  await fillShop(database, small);
});

const start = (shop: Shop, kind: ExportKind) => startExport(needs, { shop, kind, by: "42" });
const told = async (shop: Shop, kind: ExportKind): Promise<ExportTold | undefined> =>
  (await database.inShop(shop, loadExports)).find((one) => one.kind === kind);
const fileOf = async (shop: Shop, kind: ExportKind) => ({ shop, kind, run: (await told(shop, kind))?.run ?? "" });

async function download(shop: Shop, kind: ExportKind): Promise<string | undefined> {
  const stream = await readExport({ database }, await fileOf(shop, kind));
  if (!stream) return undefined;
  const file = Buffer.from(await new Response(stream).arrayBuffer());
  return (kind === "orders" ? file : gunzipSync(file)).toString();
}

const write = () =>
  drainJobs(database, idleHandlers({ "export-data": (ask, attempt) => runExport(needs, ask, attempt) }));

test("all orders come as one table, each of them once, the newest first", async () => {
  expect(await start(busy, "orders")).toBe("started");
  expect(await told(busy, "orders")).toMatchObject({ state: "under-way", rowsDone: 0, rowsTotal: ORDERS });
  await write();
  expect(await told(busy, "orders")).toMatchObject({ state: "ready", rowsDone: ORDERS, endedAt: NOON });
  const file = (await download(busy, "orders")) ?? "";
  expect(Buffer.byteLength(file)).toBe((await told(busy, "orders"))?.bytes);
  const [head, ...lines] = file.trimEnd().split("\r\n");
  expect(head?.startsWith("\ufefforder,order_id,placed_at")).toBe(true);
  const ids = lines.map((line) => line.split(",")[1]);
  expect(ids).toEqual(Array.from({ length: ORDERS }, (_, index) => String(100_000 + ORDERS - index)));
});

test("what was decided, seen, answered and earned stands beside each order", async () => {
  await database.inShop(small, ({ db }) => db.export.deleteMany({}));
  await start(small, "orders");
  await write();
  expect((await download(small, "orders"))?.split("\r\n")[1]).toBe(
    "#1043,5001,2026-11-21T12:00:10.000Z,,GBP,48.20,accepted,post-purchase,Teacups → Cakestand,Regency Cakestand 3 Tier,10.84,2026-11-21T12:00:19.000Z,2026-11-21T12:00:27.000Z,10.84",
  );
});

test("a title that a spreadsheet would run is only text there, and an amount below nothing stays an amount", () => {
  const line = orderCsvLine({
    id: "1" as OrderId,
    name: '=HYPERLINK("https://evil.example")',
    at: NOON,
    total: pounds(1),
    decided: {
      kind: "show",
      surface: "cart",
      rule: "r" as RuleId,
      ruleName: "Tea, and cake",
      titles: ["@SUM(A1)", "B"],
      arrangement: "one-of",
      offerPrices: [pounds(1), pounds(2)],
    },
    earned: pounds(-2.5),
  });
  expect(line).toBe(
    `"'=HYPERLINK(""https://evil.example"")",1,2026-11-21T12:00:00.000Z,,GBP,1.00,,cart,"Tea, and cake",'@SUM(A1); B,1.00; 2.00,,,-2.50\r\n`,
  );
});

test("it is text behind a blank, a tab or a line too, and where another spreadsheet would begin a cell", () => {
  const told = ["\n=1", "\t=1", " +1", "－1", "Tea;=1", "Tea; -20 %", "Tea, -20 %", "x=1", "Tea\r\n@A1"].map((name) => {
    const yen = { minor: 1234, currency: "JPY" as Currency };
    const fils = { minor: -1234, currency: "KWD" as Currency };
    return orderCsvLine({ id: "1" as OrderId, name, at: NOON, total: yen, earned: fils });
  });
  const after = ",1,2026-11-21T12:00:00.000Z,,JPY,1234,,,,,,,,-1.234\r\n";
  expect(told).toEqual(
    [`"\n'=1"`, "\t'=1", " '+1", "'－1", "Tea;'=1", "Tea; '-20 %", `"Tea, -20 %"`, "x=1", `"Tea\r\n'@A1"`].map(
      (cell) => cell + after,
    ),
  );
});

test("everything comes as lines of JSON: the shop itself and every row of every table of its own, none of another's", async () => {
  await start(small, "everything");
  await write();
  const lines = ((await download(small, "everything")) ?? "").trimEnd().split("\n");
  const rows = lines.map((line) => JSON.parse(line) as { table: string; row: { shop: string } });
  expect(rows.length).toBe((await told(small, "everything"))?.rowsTotal);
  expect(new Set(rows.map(({ row }) => row.shop))).toEqual(new Set([small]));
  const kept = await database.inShop(small, async ({ db }) => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      select relname::text as name from pg_class
      where relrowsecurity and relnamespace = 'public'::regnamespace and relname not in ('exports', 'export_pieces')`;
    const counts = tables.map(async ({ name }) => {
      const [counted] = await db.$queryRawUnsafe<{ rows: number }[]>(`select count(*)::int as rows from ${name}`);
      return [name, counted?.rows ?? 0] as const;
    });
    return [["shops", 1] as const, ...(await Promise.all(counts))];
  });
  for (const [name, count] of kept) {
    expect([name, rows.filter(({ table }) => table === name).length]).toEqual([name, count]);
  }
});

test("a table of many pages is in the file row by row, each once", async () => {
  await start(busy, "everything");
  await write();
  const lines = ((await download(busy, "everything")) ?? "").trimEnd().split("\n");
  const orders = lines.map((line) => JSON.parse(line)).filter(({ table }) => table === "orders");
  expect(orders.length).toBe(ORDERS);
  expect(new Set(orders.map(({ row }) => row.order_id)).size).toBe(ORDERS);
});

describe("while a file is being written", () => {
  beforeAll(async () => {
    await database.inShop(busy, ({ db }) => db.export.deleteMany({}));
    await start(busy, "orders");
  });

  test("asking again begins no second one", async () => {
    const before = await told(busy, "orders");
    expect(await start(busy, "orders")).toBe("under-way");
    expect(await told(busy, "orders")).toEqual(before);
  });

  test("it cannot be downloaded yet", async () => {
    expect(await download(busy, "orders")).toBeUndefined();
  });

  test("it can be cancelled: nothing of it is left, and its job ends without a word", async () => {
    const file = await fileOf(busy, "orders");
    expect(await cancelExport({ database }, file)).toBe("cancelled");
    expect(await runExport(needs, file, 1)).toBe("not-mine");
    expect(await told(busy, "orders")).toBeUndefined();
    expect(await pieces(busy)).toBe(0);
    expect(await cancelExport({ database }, file)).toBe("gone");
  });
});

test("the file of another time is not the one that is there now", async () => {
  await start(busy, "orders");
  const first = await fileOf(busy, "orders");
  await write();
  await start(busy, "orders");
  expect(await readExport({ database }, first)).toBeUndefined();
  expect(await cancelExport({ database }, first)).toBe("gone");
  expect(await told(busy, "orders")).toMatchObject({ state: "under-way" });
  await write();
  expect(await readExport({ database }, { ...first, shop: small })).toBeUndefined();
});

test("one that cannot be written says so after some tries, leaves nothing, and can be asked for anew", async () => {
  await start(busy, "everything");
  const file = await fileOf(busy, "everything");
  await database.inShop(busy, ({ db }) => db.$executeRaw`update exports set cursor = '{"table": "of before"}'`);
  await expect(runExport(needs, file, 1)).rejects.toThrow("of before");
  expect(await told(busy, "everything")).toMatchObject({ state: "under-way" });
  expect(await runExport(needs, file, 5)).toBe("failed");
  expect(await told(busy, "everything")).toMatchObject({ state: "failed" });
  expect(await download(busy, "everything")).toBeUndefined();
  expect(await start(busy, "everything")).toBe("started");
  await write();
  expect(await told(busy, "everything")).toMatchObject({ state: "ready" });
});

test("two jobs at one file write each page once", async () => {
  await start(busy, "orders");
  const file = await fileOf(busy, "orders");
  await Promise.all([runExport(needs, file, 1), runExport(needs, file, 1), runExport(needs, file, 1)]);
  expect(await told(busy, "orders")).toMatchObject({ state: "ready", rowsDone: ORDERS });
  expect(((await download(busy, "orders")) ?? "").trimEnd().split("\r\n").length).toBe(ORDERS + 1);
});

test("a customer who is erased takes the file of everything with them", async () => {
  await start(small, "everything");
  await write();
  await database.inShop(small, (tenant) => eraseCustomer(tenant, { customer: "71" as CustomerId, orders: [] }));
  expect(await told(small, "everything")).toBeUndefined();
  expect(await told(small, "orders")).toMatchObject({ state: "ready" });
});

const pieces = (shop: Shop) => database.inShop(shop, ({ db }) => db.exportPiece.count());

/** Orders 100001, 100002 … a second apart. */
function manyOrders({ db, shop }: Tenant, count: number): Promise<number> {
  return db.$executeRaw`
    insert into orders (shop, order_id, name, reference, total_minor, currency, document, created_at, updated_at)
    select ${shop}, (100000 + number)::text, '#' || (1000 + number), 'r-' || number, 1275, 'GBP', '{}',
      to_timestamp(${NOON / 1_000}) + number * interval '1 second', to_timestamp(${NOON / 1_000})
    from generate_series(1, ${count}) as number`;
}
