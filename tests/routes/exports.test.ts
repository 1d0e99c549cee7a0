import { beforeAll, expect, test } from "vitest";
import type { ExportsAnswer } from "#app/admin/exports/exports-ask.ts";
import type { Shop } from "#app/core/values/ids.ts";
import { action as askForFile, loader as lookAtFiles } from "#app/routes/app.exports.tsx";
import { loader as downloadFile } from "#app/routes/app.exports_.$kind.$run.ts";
import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";
import { fillShop } from "#tests/stores/filled-shop.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";
import { openAdmin } from "./open-admin.ts";

const OTHER = "other-shop.myshopify.com" as Shop;
const admin = await openAdmin();

beforeAll(async () => {
  for (const shop of [DEMO_SHOP, OTHER]) {
    await fillShop(admin.database, shop);
    await admin.database.inShop(shop, ({ db }) => db.export.deleteMany());
  }
});

const ask = async (body: unknown, shop?: Shop) => admin.post(askForFile, "/app/exports", {}, body, shop);
const look = async (shop?: Shop): Promise<readonly ExportTold[]> => {
  const answer: ExportsAnswer = await (await admin.visit(lookAtFiles, "/app/exports", {}, shop)).json();
  return answer.kind === "told" ? answer.exports : [];
};
const download = (kind: string, run: string, shop?: Shop) =>
  admin.visit(downloadFile, `/app/exports/${kind}/${run}`, { kind, run }, shop);

async function ready(kind: string): Promise<ExportTold> {
  const file = async () => (await look()).find((one) => one.kind === kind);
  await expect.poll(async () => (await file())?.state, { timeout: 15_000 }).toBe("ready");
  return (await file()) as ExportTold;
}

test("a file that is asked for is written while nobody looks, and is there to be downloaded", async () => {
  const answer: ExportsAnswer = await (await ask({ intent: "start", kind: "orders" })).json();
  expect(answer).toMatchObject({ kind: "told", exports: [{ kind: "orders", rowsTotal: 1 }] });
  const { run } = await ready("orders");
  const file = await download("orders", run);
  expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="encore-orders-encore-demo.csv"');
  expect(await file.text()).toContain("#1043,5001");
});

test("another shop neither sees the file nor gets, replaces or cancels it", async () => {
  const { run } = await ready("orders");
  expect(await look(OTHER)).toEqual([]);
  expect((await download("orders", run, OTHER)).status).toBe(404);
  await ask({ intent: "cancel", kind: "orders", run }, OTHER);
  expect((await download("orders", run)).status).toBe(200);
});

test("a file that was deleted is gone", async () => {
  const { run } = await ready("orders");
  expect(await (await ask({ intent: "cancel", kind: "orders", run })).json()).toEqual({ kind: "told", exports: [] });
  expect((await download("orders", run)).status).toBe(404);
});

test("everything comes compressed, under a name that says so", async () => {
  await ask({ intent: "start", kind: "everything" });
  const { run, bytes } = await ready("everything");
  const file = await download("everything", run);
  expect(file.headers.get("Content-Type")).toBe("application/gzip");
  expect(file.headers.get("Content-Disposition")).toContain("encore-everything-encore-demo.jsonl.gz");
  expect((await file.arrayBuffer()).byteLength).toBe(bytes);
});

test("what is no ask, and what is no file, is refused and nothing else happens", async () => {
  for (const body of [
    undefined,
    null,
    7,
    {},
    { intent: "start", kind: "secrets" },
    { intent: "cancel", kind: "orders" },
  ]) {
    expect((await ask(body)).status).toBe(400);
  }
  for (const run of ["", "\0", "'; drop table exports", "5".repeat(9_000)]) {
    expect((await download("everything", run)).status).toBe(404);
    expect((await download("secrets", run)).status).toBe(404);
  }
});
