import { beforeAll, expect, test } from "vitest";
import type { OrderId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { runErasure } from "#app/flows/run-erasure.ts";
import { saveSettings } from "#app/flows/save-settings.ts";
import { startErasure } from "#app/flows/start-erasure.ts";
import { stopErasure } from "#app/flows/stop-erasure.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { loadErasure, loadKeptDataScreen } from "#app/stores/read-models/kept-data-screen.ts";
import { loadSettingsScreen } from "#app/stores/read-models/settings-screen.ts";
import { loadDraft } from "#app/stores/rulebooks.ts";
import { loadShop, saveInstalled } from "#app/stores/shops.ts";
import { fillShop, LONDON_SHOP, someOrder } from "#tests/stores/filled-shop.ts";
import { NOON } from "#tests/support/builders.ts";
import { drainJobs } from "#tests/support/drain-jobs.ts";
import { idleHandlers } from "#tests/support/idle-handlers.ts";
import { silentLog } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const DAY = 86_400_000;
const database = await testDatabase();
const needsAt = (now: number) => ({ database, now: () => now, log: silentLog });
const needs = needsAt(NOON + DAY);
const shop = "settings.myshopify.com" as Shop;
const neighbour = "neighbour.myshopify.com" as Shop;

beforeAll(async () => {
  await saveInstalled(database, shop, { ...LONDON_SHOP, beganEmpty: true }, NOON);
  for (const one of [shop, neighbour]) await fillShop(database, one);
  await database.inShop(shop, ({ db }) => db.erasure.deleteMany());
});

const settings = (of = shop) => database.inShop(of, loadSettingsScreen);
const save = (document: unknown, expected: unknown) => saveSettings(needs, { shop, by: "42", document, expected });
const erase = () =>
  drainJobs(database, idleHandlers({ "erase-orders": (ask, attempt) => runErasure(needs, ask, attempt) }));
const rowsKept = async (of: Shop) =>
  Object.fromEntries((await database.inShop(of, loadKeptDataScreen)).kept.map(({ kind, rows }) => [kind, rows]));

test("what holds for every rule is saved into the draft, and the rules stay as they are", async () => {
  const { rules } = (await database.inShop(shop, loadDraft)).rulebook;
  expect(await save({ guards: { priceCapPercent: 30 } }, {})).toEqual({ kind: "saved" });
  expect(await settings()).toMatchObject({ draft: { guards: { priceCapPercent: 30 } }, live: {} });
  expect((await database.inShop(shop, loadDraft)).rulebook.rules).toEqual(rules);
});

test("what someone else changed meanwhile is not overwritten, and what is wrong is named at its place", async () => {
  expect(await save({ guards: { priceCapPercent: 20 } }, {})).toEqual({ kind: "changed-meanwhile" });
  const expected = { guards: { priceCapPercent: 30 } };
  expect(await save({ guards: { priceCapPercent: 300 } }, expected)).toMatchObject({
    kind: "invalid",
    problems: [{ path: "guards.priceCapPercent" }],
  });
  expect(await save({}, expected)).toEqual({ kind: "saved" });
  expect((await settings()).draft).toEqual({});
});

test("erasing forgets orders and shoppers of this shop, and not its rules", async () => {
  const before = await rowsKept(neighbour);
  expect(await startErasure(needs, { shop, by: "42" })).toBe("started");
  expect(await startErasure(needs, { shop, by: "42" })).toBe("under-way");
  await erase();
  expect(await database.inShop(shop, loadErasure)).toMatchObject({ state: "done", endedAt: NOON + DAY });
  expect(await rowsKept(shop)).toMatchObject({
    orders: 0,
    decisions: 0,
    answers: 0,
    earnings: 0,
    customers: 0,
    rules: 1,
  });
  expect(await rowsKept(neighbour)).toEqual(before);
  // Else a customer whose orders were forgotten would count as one who never bought.
  expect((await loadShop(database, shop))?.beganEmpty).toBe(false);
});

test("a purchase that may be under way is left, and so is what was not erased when erasing is stopped", async () => {
  const order = (id: string, createdAt: number) =>
    someOrder({ id: id as OrderId, reference: `r${id}` as PurchaseReference, createdAt, updatedAt: createdAt });
  await database.inShop(shop, async (tenant) => {
    await saveOrder(tenant, order("7001", NOON + DAY - 60_000));
    await saveOrder(tenant, order("7002", NOON));
  });
  await startErasure(needs, { shop, by: "42" });
  const { run = "" } = (await database.inShop(shop, loadErasure)) ?? {};
  expect(await stopErasure(needs, { shop, run })).toBe("stopped");
  await erase();
  expect((await rowsKept(shop)).orders).toBe(2);
  await startErasure(needs, { shop, by: "42" });
  await erase();
  expect((await rowsKept(shop)).orders).toBe(1);
});
