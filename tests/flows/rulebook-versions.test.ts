import { beforeEach, describe, expect, test } from "vitest";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, PurchaseReference, RuleId, Shop } from "#app/core/values/ids.ts";
import { compareRulebooks } from "#app/flows/compare-rulebooks.ts";
import { endTrial } from "#app/flows/end-trial.ts";
import { exportRulebook } from "#app/flows/export-rulebook.ts";
import { importRulebook } from "#app/flows/import-rulebook.ts";
import { pauseRule } from "#app/flows/pause-rule.ts";
import { publishRule } from "#app/flows/publish-rule.ts";
import { publishRulebook } from "#app/flows/publish-rulebook.ts";
import { rollBackRulebook } from "#app/flows/roll-back-rulebook.ts";
import { widenTrial } from "#app/flows/widen-trial.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { liveShops } from "#app/stores/live-shops.ts";
import { listRulebookEvents, loadLive } from "#app/stores/rulebook-live.ts";
import { listVersions, loadDraft, loadVersion } from "#app/stores/rulebooks.ts";
import { CAKESTAND, NOON, someRule } from "#tests/support/builders.ts";
import { loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { testApp } from "#tests/support/shopify-app.ts";
import { type ShopifyShop, shopifyShop } from "#tests/support/shopify-shop.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, install } = testApp(database);
const needs = { database, adminOf, exclusively, now: () => NOON };
let shop: Shop;
let shops = 0;
let shopify: ShopifyShop;

beforeEach(async () => {
  shop = `versions-${++shops}.myshopify.com` as Shop;
  shopify = shopifyShop(["1001", "1002"]);
  loopback.answer = (asked) => shopify.answer(asked);
  await install(shop);
});

const by = "7";
const rule = someRule().id;
const named = (name: string): Rulebook => ({ format: 1, rules: [someRule({ name })] });
const revision = async () => (await database.inShop(shop, loadDraft)).revision;
const write = async (document: unknown) =>
  importRulebook(needs, { shop, by, text: JSON.stringify(document), expectedRevision: await revision() });
const publish = (to: "everyone" | { percent: number } = "everyone") => publishRulebook(needs, { shop, by, to });
const live = () => database.inShop(shop, (tenant) => loadLive(tenant));
const shares = async () => (await database.inShop(shop, listVersions)).map(({ version, share }) => [version, share]);
const events = async () =>
  (await database.inShop(shop, listRulebookEvents)).map(({ kind, version }) => `${kind} ${version}`).reverse();

/** Version 1 for everyone, version 2 tried by 10 %. */
async function trying(): Promise<void> {
  await write(named("First"));
  await publish();
  await write(named("Second"));
  await publish({ percent: 10 });
}

describe("a rulebook that is imported", () => {
  test("takes the place of the draft, and what is live stays", async () => {
    await write(named("First"));
    await publish();
    expect(await write(named("Second"))).toMatchObject({ kind: "imported", revision: 2 });
    // Edited by hand under the old moment of its edit: whoever has it open must be told.
    const { rules } = (await database.inShop(shop, loadDraft)).rulebook;
    expect(rules).toEqual(named("Second").rules.map((rule) => ({ ...rule, editedAt: rule.editedAt + 1 })));
    expect((await database.inShop(shop, (tenant) => loadVersion(tenant, 1)))?.rulebook).toEqual(named("First"));
  });

  test("and makes no sense is refused, each problem at its place", async () => {
    const [first] = named("First").rules;
    const outcome = await write({ format: 1, rules: [{ ...first, name: "", priority: -1 }] });
    expect(outcome.kind === "invalid" && outcome.problems.map(({ path }) => path)).toEqual([
      "rules[0].name",
      "rules[0].priority",
    ]);
    expect(await revision()).toBe(0);
  });

  test.each(["", "{", "nonsense", '{"format": 1'])("that is no JSON (%j) is refused", async (text) => {
    expect(await importRulebook(needs, { shop, by, text, expectedRevision: 0 })).toEqual({
      kind: "invalid",
      problems: [{ path: "", line: 1, message: "problem.json", values: expect.anything() }],
    });
  });

  test("does not overwrite a draft that the merchant has not seen", async () => {
    await write(named("First"));
    const outcome = await importRulebook(needs, { shop, by, text: JSON.stringify(named("Late")), expectedRevision: 0 });
    expect(outcome).toEqual({ kind: "changed-meanwhile" });
  });

  test("is exported as it was, the same text to the byte, from the draft and from every version", async () => {
    await write(named("First"));
    await publish();
    const draft = await exportRulebook(needs, { shop, what: "draft" });
    expect(JSON.parse(draft ?? "")).toEqual(named("First"));
    expect(await exportRulebook(needs, { shop, what: { version: 1 } })).toBe(draft);
    await importRulebook(needs, { shop, by, text: `\uFEFF${draft}`, expectedRevision: await revision() });
    expect(await exportRulebook(needs, { shop, what: "draft" })).toBe(draft);
    expect(await exportRulebook(needs, { shop, what: { version: 9 } })).toBeUndefined();
  });
});

describe("a whole rulebook that is published", () => {
  test("is a version with every rule as it is written, its products read from Shopify before", async () => {
    const rulebook = { ...named("First"), rules: [someRule(), someRule({ id: "idle" as RuleId, status: "draft" })] };
    await write(rulebook);
    expect(await publish()).toEqual({ kind: "published", version: 1, missing: [] });
    expect((await database.inShop(shop, (tenant) => loadVersion(tenant, 1)))?.rulebook).toEqual(rulebook);
    const catalog = await database.inShop(shop, (tenant) => loadCatalog(tenant));
    expect(catalog.map(({ id }) => id)).toEqual(["1001", "1002"]);
  });

  test("tells of the products that Shopify does not have", async () => {
    shopify.products.delete(CAKESTAND);
    await write(named("First"));
    expect(await publish()).toMatchObject({ missing: [CAKESTAND as ProductId] });
  });

  test("is the one the merchant saw, or nothing", async () => {
    await write(named("First"));
    const outcome = await publishRulebook(needs, { shop, by, to: "everyone", expectedRevision: 0 });
    expect(outcome).toEqual({ kind: "changed-meanwhile" });
    expect(await live()).toBeUndefined();
  });

  test("is not published when Shopify cannot be asked", async () => {
    await write(named("First"));
    loopback.answer = () => ({ status: 503, body: {} });
    await expect(publish()).rejects.toMatchObject({ code: "shopify-away" });
    expect(await live()).toBeUndefined();
  });

  test("for the first time is for everyone", async () => {
    await write(named("First"));
    expect(await publish({ percent: 10 })).toEqual({ kind: "nothing-to-try-against" });
  });
});

describe("a trial", () => {
  test("has a share of the shoppers asked by the new version and all others by the old one", async () => {
    await trying();
    expect(await live()).toEqual({ version: 1, trial: { version: 2, percent: 10, seed: 2 } });
    expect(await shares()).toEqual([
      [2, 10],
      [1, 90],
    ]);
    const shops = liveShops(database);
    await shops.warm([shop]);
    const asked = Array.from({ length: 2_000 }, (_, at) =>
      shops.of(shop)?.compiledFor({ reference: `c-${at}` as PurchaseReference }),
    );
    await shops.close();
    expect(new Set(asked.map((compiled) => compiled?.version))).toEqual(new Set([1, 2]));
    expect(asked.filter((compiled) => compiled?.version === 2).length / 20).toBeCloseTo(10, -1);
    expect(asked.find((compiled) => compiled?.version === 2)?.rulebook.rules[0]?.name).toBe("Second");
  });

  test("is widened, never narrowed", async () => {
    await trying();
    expect(await widenTrial(needs, { shop, by, percent: 10 })).toEqual({ kind: "not-wider", percent: 10 });
    expect(await widenTrial(needs, { shop, by, percent: 40 })).toEqual({ kind: "widened", version: 2, percent: 40 });
    expect((await live())?.trial).toEqual({ version: 2, percent: 40, seed: 2 });
  });

  test.each([
    ["keep", 2],
    ["drop", 1],
  ] as const)("that ends with %s leaves everyone with version %i", async (how, version) => {
    await trying();
    expect(await endTrial(needs, { shop, by, how })).toEqual({ kind: "ended", version });
    expect(await live()).toEqual({ version });
    expect(await endTrial(needs, { shop, by, how })).toEqual({ kind: "no-trial" });
    expect(await widenTrial(needs, { shop, by, percent: 50 })).toEqual({ kind: "no-trial" });
  });

  test("is to be ended before anything else is published", async () => {
    await trying();
    const refused = { kind: "trial-running", version: 2, percent: 10 };
    expect(await publish()).toEqual(refused);
    expect(await publish({ percent: 50 })).toEqual(refused);
    expect(await publishRule(needs, { shop, by, rule })).toEqual(refused);
  });

  test("goes on with the same shoppers when a rule is paused, which is off for everyone at once", async () => {
    await trying();
    expect(await pauseRule(needs, { shop, by, rule })).toEqual({ kind: "paused", version: 3 });
    expect(await live()).toEqual({ version: 3, trial: { version: 4, percent: 10, seed: 2 } });
    for (const version of [3, 4]) {
      const published = await database.inShop(shop, (tenant) => loadVersion(tenant, version));
      expect(published?.rulebook.rules.map(({ status }) => status)).toEqual(["paused"]);
    }
  });
});

describe("rolling back", () => {
  test("makes any version live again under its own number, and the draft stays as it is", async () => {
    for (const name of ["First", "Second", "Third"]) {
      await write(named(name));
      await publish();
    }
    expect(await rollBackRulebook(needs, { shop, by, version: 1 })).toEqual({ kind: "live", version: 1 });
    expect(await live()).toEqual({ version: 1 });
    expect((await database.inShop(shop, loadDraft)).rulebook).toEqual(named("Third"));
    expect(await shares()).toEqual([
      [3, 0],
      [2, 0],
      [1, 100],
    ]);
  });

  test("ends a trial", async () => {
    await trying();
    await rollBackRulebook(needs, { shop, by, version: 1 });
    expect(await live()).toEqual({ version: 1 });
  });

  test("to a version that there is not changes nothing", async () => {
    await trying();
    expect(await rollBackRulebook(needs, { shop, by, version: 9 })).toEqual({ kind: "not-found" });
    expect((await live())?.trial).toBeDefined();
  });

  test("is followed by a version with the next number", async () => {
    await trying();
    await rollBackRulebook(needs, { shop, by, version: 1 });
    expect(await publish()).toMatchObject({ version: 3 });
  });
});

test("the history says who made what live, in order", async () => {
  await trying();
  await widenTrial(needs, { shop, by, percent: 50 });
  await pauseRule(needs, { shop, by, rule });
  await endTrial(needs, { shop, by, how: "keep" });
  await rollBackRulebook(needs, { shop, by: "8", version: 1 });
  expect(await events()).toEqual([
    "published 1",
    "trial-began 2",
    "trial-widened 2",
    "replaced 3",
    "trial-kept 4",
    "rolled-back 1",
  ]);
  const [latest] = await database.inShop(shop, listRulebookEvents);
  expect(latest).toEqual({ kind: "rolled-back", version: 1, by: "8", at: NOON });
});

test("any two versions, and the draft, can be compared", async () => {
  await trying();
  const compared = await compareRulebooks(needs, { shop, before: { version: 1 }, after: { version: 2 } });
  expect(compared?.differences).toHaveLength(1);
  const same = await compareRulebooks(needs, { shop, before: { version: 2 }, after: "draft" });
  expect(same?.differences).toEqual([]);
  expect(await compareRulebooks(needs, { shop, before: { version: 2 }, after: { version: 9 } })).toBeUndefined();
});

test("of merchants who do different things at once, each finds the other's done or is refused; nothing is half", async () => {
  await trying();
  await Promise.all([
    widenTrial(needs, { shop, by, percent: 60 }),
    endTrial(needs, { shop, by, how: "keep" }),
    publish(),
    pauseRule(needs, { shop, by, rule }),
  ]);
  const versions = await database.inShop(shop, listVersions);
  expect(versions.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  const numbers = versions.map(({ version }) => version);
  expect(numbers).toEqual(numbers.map((_, at) => numbers.length - at));
});
