import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import type { PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { type Database, openDatabase } from "#app/stores/database.ts";
import { loadDecisions } from "#app/stores/decisions.ts";
import { loadDraft, loadVersion } from "#app/stores/rulebooks.ts";
import { NOON, pounds } from "#tests/support/builders.ts";

const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");
/** The first that tells acceptances by their items. */
const PATHS_AND_LIMITS = "20261122000020_paths_and_limits";
const shop = "early.myshopify.com" as Shop;
const name = `test_${randomUUID().replaceAll("-", "")}`;
const url = Object.assign(new URL(inject("ownerUrl")), { pathname: `/${name}` }).href;
let database: Database;

async function asOwner(at: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  await work(client).finally(() => client.end());
}

const offer = {
  rule: "teacups",
  ruleName: "Teacups",
  rulebookVersion: 3,
  product: "1002",
  productTitle: "Regency Cakestand",
  variants: [
    { variant: "2002", title: "Rose", options: [], price: pounds(12.75), offerPrice: pounds(10.84), quantityMost: 2 },
  ],
  discountPercent: 15,
  shipping: { kind: "free" },
  words: { headline: {}, reason: {} },
  because: "Regency Teacup",
};
/** As the first release wrote a rule, and as it is written now. */
const ruleOfBefore = {
  ...{ id: "teacups", name: "Teacups", status: "active", surfaces: ["post-purchase"], priority: 1, editedAt: NOON },
  when: {
    all: [
      { kind: "bought-any-of", products: ["1001", "1003"] },
      { none: [{ kind: "bought-any-of", products: ["1002"] }] },
    ],
  },
  path: {
    offer: {
      kind: "cross-sell",
      source: { kind: "named", product: "1002", variants: ["2002"] },
      discount: { kind: "percent", percent: 15 },
      quantityMost: 2,
      shipping: { kind: "price", price: pounds(3.5) },
      words: { headline: { en: "One more?" }, reason: {} },
    },
  },
};
const everyOrderOfBefore = {
  ...{ ...ruleOfBefore, id: "every-order", when: { all: [] } },
  path: {
    offer: { ...ruleOfBefore.path.offer, source: { kind: "named", product: "1003" }, shipping: { kind: "free" } },
  },
};
const ruleOfNow = {
  ...ruleOfBefore,
  when: {
    all: [
      { kind: "product", lines: "any", products: ["1001", "1003"] },
      { none: [{ kind: "product", lines: "any", products: ["1002"] }] },
    ],
  },
  path: {
    offer: {
      ...ruleOfBefore.path.offer,
      source: { kind: "named", products: [{ product: "1002", variants: ["2002"] }] },
      shipping: { kind: "price", prices: [pounds(3.5)] },
    },
  },
};
const everyOrderOfNow = {
  ...everyOrderOfBefore,
  path: {
    offer: { ...everyOrderOfBefore.path.offer, source: { kind: "named", products: [{ product: "1003" }] } },
  },
};
const changes = [
  { type: "add_variant", variant: "2002", quantity: 2, discount: { percent: 15, title: "−15 %" } },
  { type: "add_shipping_line", price: pounds(3.5), title: "Shipping" },
];

beforeAll(async () => {
  await asOwner(inject("ownerUrl"), (client) => client.query(`create database ${name}`));
  const all = readdirSync(MIGRATIONS)
    .filter((folder) => /^\d/.test(folder))
    .sort();
  const run = async (client: pg.Client, folders: readonly string[]) => {
    for (const folder of folders) await client.query(readFileSync(join(MIGRATIONS, folder, "migration.sql"), "utf8"));
  };
  await asOwner(url, async (client) => {
    await run(
      client,
      all.filter((folder) => folder < PATHS_AND_LIMITS),
    );
    await client.query("begin");
    await client.query("select set_config('app.shop', $1, true)", [shop]);
    const decision = (id: string, kind: string, document: unknown) =>
      client.query(
        `insert into decisions (shop, decision, reference, step, fingerprint, rulebook_version, kind, facts, document,
           took_micros, decided_at, asked_at) values ($1, $2, 'c1', 1, 'f', 3, $3, '{}', $4, 40, now(), now() + $5::interval)`,
        [shop, id, kind, JSON.stringify(document), kind === "show" ? "0s" : "1s"],
      );
    const rulebook = JSON.stringify({ format: 1, rules: [ruleOfBefore, everyOrderOfBefore] });
    await client.query("insert into rulebook_drafts values ($1, $2, 1, '7', now())", [shop, rulebook]);
    await client.query("insert into rulebook_versions values ($1, 3, $2, 'Published', '7', now())", [shop, rulebook]);
    await decision("d1", "show", { kind: "show", offer, verdicts: [{ rule: "teacups" }] });
    await decision("d2", "nothing", { kind: "nothing", reason: "no-rule-fits", verdicts: [] });
    await client.query(
      `insert into acceptances (shop, reference, step, decision, rule, rule_name, variant, quantity, unit_minor, currency,
         jti, changes, accepted_at) values ($1, 'c1', 1, 'd1', 'teacups', 'Teacups', '2002', 2, 1084, 'GBP', 'j1', $2, $3)`,
      [shop, JSON.stringify(changes), new Date(NOON)],
    );
    await client.query("commit");
    await run(
      client,
      all.filter((folder) => folder >= PATHS_AND_LIMITS),
    );
  });
  database = openDatabase(url);
});

afterAll(async () => {
  await database.close();
  await asOwner(inject("ownerUrl"), (client) => client.query(`drop database ${name} with (force)`));
});

const reference = "c1" as PurchaseReference;

test("a yes that an earlier release kept is signed again as it was, and earns as one item", async () => {
  expect(await database.inShop(shop, (tenant) => loadAcceptances(tenant, reference))).toEqual([
    {
      reference,
      surface: "post-purchase",
      step: 1,
      decision: "d1",
      rule: "teacups",
      ruleName: "Teacups",
      items: [{ product: "1002", variant: "2002", quantity: 2, amount: pounds(21.68) }],
      discountGiven: pounds(0),
      jti: "j1",
      changes: [
        {
          type: "add_variant",
          variant: "2002",
          quantity: 2,
          discount: { kind: "percent", percent: 15, title: "−15 %" },
        },
        { type: "add_shipping_line", price: pounds(3.5), title: "Shipping" },
      ],
      acceptedAt: NOON,
    },
  ]);
});

test("what an earlier release decided is told in today's words, without evidence that it never kept", async () => {
  const decisions = await database.inShop(shop, (tenant) => loadDecisions(tenant, reference));
  expect(decisions.map(({ made }) => made.decision)).toEqual([
    {
      kind: "show",
      offer: {
        rule: "teacups",
        ruleName: "Teacups",
        rulebookVersion: 3,
        kind: "cross-sell",
        arrangement: "one-of",
        products: [{ product: "1002", title: "Regency Cakestand", pieces: 1, variants: offer.variants }],
        discount: { kind: "percent", percent: 15 },
        shipping: { kind: "free" },
        words: { headline: {}, reason: {} },
        because: "Regency Teacup",
      },
    },
    { kind: "nothing", reason: "no-rule-fits" },
  ]);
  expect(decisions.every((record) => !("evidence" in record))).toBe(true);
});

test("rules that an earlier release kept, as a draft and live, ask and offer the same in today's words", async () => {
  const [draft, live] = await database.inShop(shop, async (tenant) => [
    await loadDraft(tenant),
    await loadVersion(tenant, 3),
  ]);
  expect(draft?.rulebook).toEqual({ format: 1, rules: [ruleOfNow, everyOrderOfNow] });
  expect(live?.rulebook).toEqual(draft?.rulebook);
  expect(validateRulebook(live?.rulebook).kind).toBe("valid");
});
