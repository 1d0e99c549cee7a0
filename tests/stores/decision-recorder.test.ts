import { expect, test } from "vitest";
import type { PurchaseReference, Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { type DecisionToRecord, decisionRecorder } from "#app/stores/decision-recorder.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import { NOON, someFacts } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { someDecision } from "./filled-shop.ts";

const database = await testDatabase();
const one = "one.myshopify.com" as Shop;
const two = "two.myshopify.com" as Shop;

/** As the recorder takes it: the evidence is gathered when it is written. */
const decisionFor = (shop: Shop, reference: string, id = `${reference}-decision`): DecisionToRecord => {
  const { evidence, ...made } = someDecision(someFacts({ shop, reference: reference as PurchaseReference }), id);
  return { ...made, ...(evidence && { evidence: () => evidence }) };
};
const load = (shop: Shop, reference: string) =>
  database.inShop(shop, (tenant) => loadDecisions(tenant, reference as PurchaseReference));

/** The same database, and how many transactions it was asked for. */
function counting(): Database & { readonly transactions: () => number } {
  let count = 0;
  return {
    ...database,
    inShop: (shop, work) => {
      count += 1;
      return database.inShop(shop, work);
    },
    transactions: () => count,
  };
}

test("a decision is read back with its facts, its whole evidence and what it took", async () => {
  const recorder = decisionRecorder(database);
  const record = decisionFor(one, "whole");
  recorder.record(one, record);
  await recorder.flush();
  expect(await load(one, "whole")).toEqual([{ ...record, evidence: record.evidence?.() }]);
});

test("evidence is gathered when the decision is written, never while the shopper waits", async () => {
  const recorder = decisionRecorder(database, { limits: { everyMs: 60_000, groupOf: 100, buffer: 100 } });
  let gathered = 0;
  const record = decisionFor(one, "later");
  recorder.record(one, {
    ...record,
    evidence: () => {
      gathered += 1;
      return record.evidence?.() as never;
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(gathered).toBe(0);
  await recorder.flush();
  expect(gathered).toBe(1);
});

test("evidence that cannot be gathered is missed, and the decision kept all the same", async () => {
  const heard: unknown[] = [];
  const recorder = decisionRecorder(database, { failed: (error) => heard.push(error) });
  const broken = () => {
    throw new Error("our mistake");
  };
  recorder.record(one, { ...decisionFor(one, "without"), evidence: broken });
  recorder.record(one, decisionFor(one, "with"));
  await recorder.flush();
  expect(heard).toEqual([new Error("our mistake")]);
  expect(await load(one, "without")).toMatchObject([{ made: { id: "without-decision" } }]);
  expect((await load(one, "without"))[0]).not.toHaveProperty("evidence");
  expect((await load(one, "with"))[0]?.evidence).toBeDefined();
});

test("evidence that was lost is kept when the same is decided again", async () => {
  const recorder = decisionRecorder(database);
  const { evidence, ...bare } = decisionFor(one, "found-again");
  recorder.record(one, bare);
  await recorder.flush();
  recorder.record(one, { ...bare, ...(evidence && { evidence }) });
  await recorder.flush();
  expect(await load(one, "found-again")).toEqual([{ ...bare, evidence: evidence?.() }]);
});

test("a hundred decisions of two shops are two inserts", async () => {
  const counted = counting();
  const recorder = decisionRecorder(counted);
  for (let index = 0; index < 100; index += 1) {
    const shop = index % 2 ? one : two;
    recorder.record(shop, decisionFor(shop, `batch-${index}`));
  }
  expect(counted.transactions()).toBe(0);
  await recorder.flush();
  expect(counted.transactions()).toBe(2);
  expect(await load(one, "batch-1")).toHaveLength(1);
  expect(await load(two, "batch-1")).toEqual([]);
});

test("what nobody flushes is written by itself a moment later", async () => {
  const recorder = decisionRecorder(database);
  recorder.record(one, decisionFor(one, "by-itself"));
  await expect.poll(() => load(one, "by-itself"), { timeout: 5_000 }).toHaveLength(1);
});

test("a full group is written without waiting", async () => {
  const counted = counting();
  const recorder = decisionRecorder(counted, { limits: { everyMs: 60_000, groupOf: 10, buffer: 100 } });
  for (let index = 0; index < 10; index += 1) recorder.record(one, decisionFor(one, `group-${index}`));
  await expect.poll(() => load(one, "group-9"), { timeout: 5_000 }).toHaveLength(1);
  expect(counted.transactions()).toBe(1);
});

test("the same decision asked for again is one row, and the one asked for last stands at the end", async () => {
  const recorder = decisionRecorder(database);
  const at = (record: DecisionToRecord, later: number) => ({ ...record, made: { ...record.made, at: NOON + later } });
  const first = decisionFor(one, "changed", "with-teacups");
  const second = decisionFor(one, "changed", "with-lunch-bag");
  recorder.record(one, at(first, 0));
  recorder.record(one, at(second, 1_000));
  await recorder.flush();
  expect((await load(one, "changed")).map(({ made }) => made.id)).toEqual(["with-teacups", "with-lunch-bag"]);
  recorder.record(one, at(first, 2_000));
  await recorder.flush();
  const loaded = await load(one, "changed");
  expect(loaded.map(({ made }) => made.id)).toEqual(["with-lunch-bag", "with-teacups"]);
  expect(loaded[1]?.made.at).toBe(NOON);
});

test("asked for twice within one group, it was decided the first time and asked for the last", async () => {
  const recorder = decisionRecorder(database);
  const at = (id: string, later: number) => {
    const record = decisionFor(one, "twice", id);
    return { ...record, made: { ...record.made, at: NOON + later } };
  };
  for (const record of [at("a", 0), at("b", 1_000), at("a", 2_000)]) recorder.record(one, record);
  await recorder.flush();
  expect((await load(one, "twice")).map(({ made }) => [made.id, made.at - NOON])).toEqual([
    ["b", 1_000],
    ["a", 0],
  ]);
});

test("a database that refuses costs the evidence and a word to the operator, never the caller", async () => {
  const heard: unknown[] = [];
  const refusing: Database = { ...database, inShop: () => Promise.reject(new Error("away")) };
  const recorder = decisionRecorder(refusing, { failed: (error) => heard.push(error) });
  recorder.record(one, decisionFor(one, "lost"));
  await recorder.flush();
  expect(recorder.dropped).toBe(1);
  expect(heard).toEqual([new Error("away")]);
});

test("a buffer that is full drops what comes, and takes again once it is written", async () => {
  const recorder = decisionRecorder(database, { limits: { everyMs: 60_000, groupOf: 100, buffer: 3 } });
  for (let index = 0; index < 5; index += 1) recorder.record(one, decisionFor(one, `full-${index}`));
  expect(recorder.dropped).toBe(2);
  await recorder.flush();
  recorder.record(one, decisionFor(one, "again"));
  await recorder.flush();
  expect(recorder.dropped).toBe(2);
  expect(await load(one, "again")).toHaveLength(1);
});
