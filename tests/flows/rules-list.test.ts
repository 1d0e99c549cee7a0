import { beforeEach, expect, test } from "vitest";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { deleteDrafts } from "#app/flows/delete-drafts.ts";
import { duplicateRule } from "#app/flows/duplicate-rule.ts";
import { moveRule, type RulePlace } from "#app/flows/move-rule.ts";
import { publishRules } from "#app/flows/publish-rule.ts";
import { restoreRules } from "#app/flows/restore-rules.ts";
import { saveRule } from "#app/flows/save-rule.ts";
import { takeRulesOff } from "#app/flows/take-rules-off.ts";
import { loadDraft, loadPublished, publishVersion } from "#app/stores/rulebooks.ts";
import { NOON, someRule } from "#tests/support/builders.ts";
import { data, loopbackShopify } from "#tests/support/loopback-shopify.ts";
import { productNode } from "#tests/support/product-nodes.ts";
import { testApp } from "#tests/support/shopify-app.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const database = await testDatabase();
const loopback = await loopbackShopify();
const { adminOf, exclusively, install } = testApp(database);
const needs = { database, adminOf, exclusively, now: () => NOON };
const { id: _id, status: _status, editedAt: _editedAt, ...document } = someRule();
const [teacups, napkins, spoons] = ["teacups", "napkins", "spoons"] as RuleId[] as [RuleId, RuleId, RuleId];
let who: { readonly shop: Shop; readonly by: string };
let shops = 0;

beforeEach(async () => {
  who = { shop: `rules-list-${++shops}.myshopify.com` as Shop, by: "7" };
  await install(who.shop);
  loopback.answer = ({ variables }) => {
    const nodes = (variables.ids as string[]).map((gid) => productNode(gid.split("/").at(-1) ?? ""));
    return data({ shop: { currencyCode: "GBP" }, nodes });
  };
  for (const [index, id] of [teacups, napkins, spoons].entries()) await save(id, { priority: index + 1 });
});

const save = (id: RuleId, changes: Readonly<Record<string, unknown>> = {}) =>
  saveRule(needs, { ...who, id, document: { ...document, name: id, ...changes }, expectedEditedAt: undefined });
const publish = (...rules: RuleId[]) => publishRules(needs, { ...who, rules });
const takeOff = (as: "paused" | "archived", ...rules: RuleId[]) => takeRulesOff(needs, { ...who, rules, as });
const move = (rule: RuleId, to: RulePlace) => moveRule(needs, { ...who, rule, to });
const rulebookOf = async (of: "draft" | "live") => {
  const kept = await database.inShop<{ readonly rulebook: Rulebook } | undefined>(who.shop, (tenant) =>
    of === "draft" ? loadDraft(tenant) : loadPublished(tenant),
  );
  return kept?.rulebook;
};
const statuses = async (of: "draft" | "live") => {
  const kept = await rulebookOf(of);
  return Object.fromEntries(kept?.rules.map(({ id, status }) => [id, status]) ?? []);
};
const order = async (of: "draft" | "live" = "draft") => {
  const kept = await rulebookOf(of);
  return kept?.rules.toSorted((left, right) => left.priority - right.priority).map(({ id }) => id) ?? [];
};

test("several rules are published in one version, and paused in one", async () => {
  expect(await publish(teacups, napkins)).toMatchObject({ kind: "published", version: 1 });
  expect(await statuses("live")).toEqual({ teacups: "active", napkins: "active" });
  expect(await takeOff("paused", teacups, napkins, spoons)).toEqual({ kind: "taken-off", wereLive: 2, version: 2 });
  expect(await statuses("live")).toEqual({ teacups: "paused", napkins: "paused" });
  expect(await statuses("draft")).toEqual({ teacups: "paused", napkins: "paused", spoons: "draft" });
});

test("where one of several is gone none is published", async () => {
  expect(await publish(teacups, "gone" as RuleId)).toEqual({ kind: "not-found" });
  expect(await statuses("live")).toEqual({});
});

test("an archived rule leaves the shop and the list, and comes back as a draft", async () => {
  await publish(teacups);
  expect(await takeOff("archived", teacups, napkins)).toEqual({ kind: "taken-off", wereLive: 1, version: 2 });
  expect(await statuses("live")).toEqual({ teacups: "archived" });
  expect(await statuses("draft")).toEqual({ teacups: "archived", napkins: "archived", spoons: "draft" });
  expect(await restoreRules(needs, { ...who, rules: [teacups, napkins, spoons] })).toEqual({
    kind: "restored",
    rules: 2,
  });
  expect(await statuses("draft")).toMatchObject({ teacups: "draft", napkins: "draft" });
  expect(await statuses("live")).toEqual({ teacups: "archived" });
  expect(await publish(teacups)).toMatchObject({ kind: "published", version: 3 });
  expect(await statuses("live")).toEqual({ teacups: "active" });
});

test("taking off what is off makes no version, and what was never published cannot be paused", async () => {
  await publish(teacups);
  await takeOff("paused", teacups);
  expect(await takeOff("paused", teacups)).toEqual({ kind: "taken-off", wereLive: 0, version: 2 });
  expect(await takeOff("paused", napkins)).toEqual({ kind: "not-found" });
});

test("a draft can be deleted; a rule that was live once is kept, for orders speak of it", async () => {
  await publish(teacups);
  await takeOff("paused", teacups);
  expect(await deleteDrafts(needs, { ...who, rules: [teacups, napkins] })).toEqual({
    kind: "deleted",
    rules: 1,
    kept: 1,
  });
  expect(await statuses("draft")).toEqual({ teacups: "paused", spoons: "draft" });
  expect(await deleteDrafts(needs, { ...who, rules: [napkins] })).toEqual({ kind: "not-found" });
});

test("a copy says the same, is a draft, and does not say that it paused itself", async () => {
  await publish(teacups);
  const copy = "copy" as RuleId;
  const name = `${"👩‍👩‍👧".repeat(40)}`;
  expect(await duplicateRule(needs, { ...who, rule: teacups, copy, name })).toEqual({ kind: "duplicated", rule: copy });
  const { rulebook } = await database.inShop(who.shop, loadDraft);
  const made = rulebook.rules.find(({ id }) => id === copy);
  expect(made).toMatchObject({ status: "draft", when: document.when, path: document.path });
  expect(made?.name.length).toBeLessThanOrEqual(120);
  expect(made?.name.isWellFormed()).toBe(true);
  expect(await statuses("live")).toEqual({ teacups: "active" });
  expect(await duplicateRule(needs, { ...who, rule: "gone" as RuleId, copy, name })).toEqual({ kind: "not-found" });
});

test("a copy is asked right after its original, with a priority of its own, and the others as before", async () => {
  const copyOf = (rule: RuleId, copy: string) =>
    duplicateRule(needs, { ...who, rule, copy: copy as RuleId, name: copy });
  await copyOf(spoons, "spoons-2");
  await copyOf(teacups, "teacups-2");
  await copyOf(spoons, "spoons-3");
  expect(await order()).toEqual([teacups, "teacups-2", napkins, spoons, "spoons-3", "spoons-2"]);
  const { rulebook } = await database.inShop(who.shop, loadDraft);
  expect(new Set(rulebook.rules.map(({ priority }) => priority)).size).toBe(6);
});

test("a rule is moved before or after another, or to a place; what is live stays until it is published", async () => {
  await publish(teacups);
  expect(await move(teacups, { after: spoons })).toEqual({ kind: "moved", place: 3, changed: 1, othersChanged: false });
  expect(await order()).toEqual([napkins, spoons, teacups]);
  expect(await move(teacups, { before: napkins })).toMatchObject({ place: 1 });
  expect(await order()).toEqual([teacups, napkins, spoons]);
  expect(await move(spoons, { place: 2 })).toMatchObject({ place: 2 });
  expect(await move(spoons, { place: 2 })).toEqual({ kind: "moved", place: 2, changed: 0, othersChanged: false });
  expect(await order()).toEqual([teacups, spoons, napkins]);
  expect(await move(teacups, { after: "gone" as RuleId })).toEqual({ kind: "not-found" });
  const live = await database.inShop(who.shop, (tenant) => loadPublished(tenant));
  expect(live?.rulebook.rules[0]?.priority).toBe(1);
});

test("a rule that was moved and is published by itself is asked there where it was put", async () => {
  await publish(teacups, napkins, spoons);
  await move(spoons, { place: 1 });
  expect(await publish(spoons)).toMatchObject({ kind: "published", version: 2 });
  expect(await order("live")).toEqual([spoons, teacups, napkins]);
});

test("what only made room for another is published without changing the order that shoppers meet", async () => {
  await publish(teacups, napkins, spoons);
  await move(spoons, { place: 1 });
  await publish(napkins);
  expect(await order("live")).toEqual([teacups, napkins, spoons]);
  await publish(spoons);
  expect(await order("live")).toEqual([spoons, teacups, napkins]);
});

test("two rules moved at the same moment both stand where they were put", async () => {
  await Promise.all([move(teacups, { place: 3 }), move(spoons, { place: 1 })]);
  expect((await order())[0]).toBe(spoons);
});

test("a draft that is being published as it is deleted is live, and stays in the list", async () => {
  const { rulebook } = await database.inShop(who.shop, loadDraft);
  const publishing = Promise.withResolvers<void>();
  const published = Promise.withResolvers<void>();
  const others = database.inShop(who.shop, async (tenant) => {
    await publishVersion(tenant, rulebook, { by: "8", now: NOON, note: "" });
    publishing.resolve();
    await published.promise;
  });
  await publishing.promise;
  const deleting = deleteDrafts(needs, { ...who, rules: [teacups] });
  await new Promise((resolve) => setTimeout(resolve, 300));
  published.resolve();
  await others;
  expect(await deleting).toEqual({ kind: "deleted", rules: 0, kept: 1 });
  expect(await statuses("draft")).toHaveProperty("teacups");
});
