import { beforeEach, expect, test } from "vitest";
import type { ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import { pauseRule } from "#app/flows/pause-rule.ts";
import { publishRule } from "#app/flows/publish-rule.ts";
import { saveRule } from "#app/flows/save-rule.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadDraft, loadPublished } from "#app/stores/rulebooks.ts";
import { CAKESTAND, NOON, someRule, TEACUP } from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { productNode } from "#tests/support/product-nodes.ts";
import { testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, install } = testApp(database);
const needs = { database, adminOf, exclusively, now: () => NOON };
let shop: Shop;
let shops = 0;
let gone: string[];

const { id: _id, status: _status, editedAt: _editedAt, ...document } = someRule();
const cakestand = "cakestand" as RuleId;
const napkins = "napkins" as RuleId;
const save = (id: RuleId, changes: Readonly<Record<string, unknown>> = {}, expectedEditedAt?: number) =>
  saveRule(needs, { shop, by: "7", id, document: { ...document, ...changes }, expectedEditedAt });
const publish = (rule: RuleId) => publishRule(needs, { shop, by: "7", rule });
const pause = (rule: RuleId) => pauseRule(needs, { shop, by: "7", rule });
const draft = () => database.inShop(shop, loadDraft);
const live = () => database.inShop(shop, (tenant) => loadPublished(tenant));

beforeEach(async () => {
  shop = `rules-${++shops}.myshopify.com` as Shop;
  gone = [];
  await install(shop);
  loopback.answer = ({ variables }) => {
    const nodes = (variables.ids as string[]).map((gid) => {
      const id = gid.split("/").at(-1) ?? "";
      return gone.includes(id) ? null : productNode(id);
    });
    return data({ shop: { currencyCode: "GBP" }, nodes });
  };
});

test("a new rule is saved as a draft, and nothing is live by it", async () => {
  expect(await save(cakestand)).toMatchObject({ kind: "saved", rule: { id: cakestand, status: "draft" } });
  expect((await draft()).rulebook.rules).toHaveLength(1);
  expect(await live()).toBeUndefined();
});

test("a rule that makes no sense is not saved, and each problem has its place", async () => {
  const answer = await save(cakestand, { name: "", priority: 0 });
  expect(answer.kind === "invalid" && answer.problems.map(({ path }) => path)).toEqual(["name", "priority"]);
  expect(await saveRule(needs, { shop, by: "7", id: cakestand, document: "nonsense" })).toMatchObject({
    kind: "invalid",
  });
  expect((await draft()).rulebook.rules).toEqual([]);
});

test("what the browser says of status and time does not count", async () => {
  const answer = await save(cakestand, { status: "active", editedAt: 1, id: "another" });
  expect(answer).toMatchObject({ kind: "saved", rule: { id: cakestand, status: "draft", editedAt: NOON } });
});

test("two windows that edit one rule cannot overwrite each other unseen", async () => {
  await save(cakestand);
  expect(await save(cakestand, { name: "First window" }, NOON)).toMatchObject({ kind: "saved" });
  expect(await save(cakestand, { name: "Second window" }, NOON)).toEqual({ kind: "changed-meanwhile" });
  expect((await draft()).rulebook.rules[0]?.name).toBe("First window");
});

test("two rules saved at the same moment are both there", async () => {
  await save("first" as RuleId);
  const answers = await Promise.all([save(cakestand), save(napkins)]);
  expect(answers.map(({ kind }) => kind)).toEqual(["saved", "saved"]);
  expect((await draft()).rulebook.rules).toHaveLength(3);
});

test("publishing reads the rule's products and makes a version with the rule live", async () => {
  await save(cakestand);
  expect(await publish(cakestand)).toEqual({ kind: "published", version: 1, missing: [] });
  expect((await live())?.rulebook.rules).toMatchObject([{ id: cakestand, status: "active" }]);
  expect((await draft()).rulebook.rules[0]?.status).toBe("active");
  const catalog = await database.inShop(shop, (tenant) => loadCatalog(tenant));
  expect(catalog.map(({ id }) => id).sort()).toEqual([TEACUP, CAKESTAND].sort());
});

test("other rules' unpublished edits stay unpublished", async () => {
  await save(cakestand);
  await publish(cakestand);
  await save(cakestand, { name: "Edited, not published" }, NOON);
  await save(napkins);
  await publish(napkins);
  expect((await live())?.rulebook.rules.map(({ name }) => name)).toEqual([document.name, document.name]);
});

test("two rules published at the same moment are both live", async () => {
  await save(cakestand);
  await save(napkins);
  await Promise.all([publish(cakestand), publish(napkins)]);
  expect((await live())?.rulebook.rules.filter(({ status }) => status === "active")).toHaveLength(2);
});

test("a product that Shopify no longer has is a warning, and the copy we had says that it is gone", async () => {
  await save(cakestand);
  await publish(cakestand);
  gone = [CAKESTAND];
  expect(await publish(cakestand)).toEqual({ kind: "published", version: 2, missing: [CAKESTAND] });
  const [copy] = await database.inShop(shop, (tenant) => loadCatalog(tenant, [CAKESTAND as ProductId]));
  expect(copy?.status).toBe("deleted");
});

test("when Shopify cannot be asked nothing is published", async () => {
  await save(cakestand);
  loopback.answer = () => ({ status: 503, body: {} });
  await expect(publish(cakestand)).rejects.toMatchObject({ code: "shopify-away" });
  expect(await live()).toBeUndefined();
});

test("pausing makes a version without the rule speaking, and publishing lets it speak again", async () => {
  await save(cakestand);
  await publish(cakestand);
  expect(await pause(cakestand)).toEqual({ kind: "paused", version: 2 });
  expect((await live())?.rulebook.rules[0]?.status).toBe("paused");
  expect(await pause(cakestand)).toEqual({ kind: "paused", version: 2 });
  expect(await publish(cakestand)).toMatchObject({ kind: "published", version: 3 });
  expect((await live())?.rulebook.rules[0]?.status).toBe("active");
});

test("pausing keeps what was edited meanwhile in the draft, unpublished", async () => {
  await save(cakestand);
  await publish(cakestand);
  await save(cakestand, { name: "Edited" }, NOON);
  await pause(cakestand);
  expect((await live())?.rulebook.rules[0]).toMatchObject({ name: document.name, status: "paused" });
  expect((await draft()).rulebook.rules[0]).toMatchObject({ name: "Edited", status: "paused" });
});

test("a rule that is not there can be neither published nor paused", async () => {
  expect(await publish(cakestand)).toEqual({ kind: "not-found" });
  expect(await pause(cakestand)).toEqual({ kind: "not-found" });
});
