import { beforeAll, expect, test } from "vitest";
import type { RulesAnswer, RulesAsk } from "#app/admin/rules/rules-ask.ts";
import type { RulesPageData } from "#app/admin/rules/rules-page-data.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { action, loader } from "#app/routes/app.rules._index/route.tsx";
import { DEMO_SHOP, someRule } from "#tests/support/builders.ts";
import { openAdmin, usualShopify } from "./open-admin.ts";

const admin = await openAdmin();
const { id: _id, status: _status, editedAt: _editedAt, ...document } = someRule();
const [teacups, napkins, spoons] = ["teacups", "napkins", "spoons"] as RuleId[] as [RuleId, RuleId, RuleId];

beforeAll(async () => {
  await admin.visit(loader, "/app/rules");
  for (const [index, id] of [teacups, napkins, spoons].entries()) {
    const rule = { ...document, name: `The ${id}`, priority: index + 1 };
    await admin.encore.flows.saveRule({ shop: DEMO_SHOP, by: "7", id, document: rule });
  }
});

async function ask(asked: RulesAsk): Promise<RulesAnswer> {
  const answer = await admin.post(action, "/app/rules?index", {}, asked);
  expect(answer.status).toBe(200);
  return answer.json();
}

async function rows(query = "") {
  const { page }: { readonly page: RulesPageData } = await (await admin.visit(loader, `/app/rules${query}`)).json();
  return page.rows.map(({ rule, status }) => [rule.name, status]);
}

test("a rule is moved, and the list says where it stands now", async () => {
  const told = { message: "rules.done.moved", values: { place: 1 } };
  expect(await ask({ intent: "move", rule: spoons, to: { before: teacups } })).toEqual({ kind: "done", told });
  expect((await rows()).map(([name]) => name)).toEqual(["The spoons", "The teacups", "The napkins"]);
  expect(await ask({ intent: "move", rule: spoons, to: { place: 1 } })).toEqual({ kind: "done" });
});

test("who moves a rule while someone else changes the rules is told, and both changes stand", async () => {
  const { page }: { readonly page: RulesPageData } = await (await admin.visit(loader, "/app/rules")).json();
  const seen = page.revision;
  await admin.encore.flows.moveRule({ shop: DEMO_SHOP, by: "someone else", rule: napkins, to: { place: 1 } });
  const told = { message: "rules.done.moved-among-others", values: { place: 2 } };
  const toTheNapkins = { intent: "move", rule: teacups, to: { after: napkins }, seen } as const;
  expect(await ask(toTheNapkins)).toEqual({ kind: "done", told });
  expect((await rows()).map(([name]) => name)).toEqual(["The napkins", "The teacups", "The spoons"]);
  const ownChange = await ask({ intent: "move", rule: spoons, to: { place: 1 }, seen });
  expect(ownChange).toMatchObject({ told: { message: "rules.done.moved" } });
});

test("what someone else made of a rule since the list was read is not published unseen", async () => {
  const { page }: { readonly page: RulesPageData } = await (await admin.visit(loader, "/app/rules")).json();
  const seen = page.rows.map(({ rule }) => rule);
  const theirs = seen.find(({ id }) => id === spoons);
  const changed = { ...document, name: "The spoons", priority: theirs?.priority };
  const by = "someone else";
  await admin.encore.flows.saveRule({
    shop: DEMO_SHOP,
    by,
    id: spoons,
    document: changed,
    expectedEditedAt: theirs?.editedAt ?? 0,
  });
  const publishing = {
    intent: "publish",
    rules: seen.map(({ id }) => id),
    editedAt: seen.map(({ editedAt }) => editedAt),
  } as const;
  expect(await ask(publishing)).toEqual({ kind: "refused", why: { message: "rules.refused.changed", values: {} } });
  expect(await rows("?status=live")).toEqual([]);
});

test("several are published and paused at once, and found by what they are now", async () => {
  expect(await ask({ intent: "publish", rules: [teacups, napkins] })).toMatchObject({ told: { values: { count: 2 } } });
  expect(await ask({ intent: "pause", rules: [teacups] })).toMatchObject({ kind: "done" });
  expect(await rows("?status=live")).toEqual([["The napkins", "live"]]);
  expect(await rows("?status=paused&query=TEA")).toEqual([["The teacups", "paused"]]);
});

test("a copy is a draft beside its original, and can be deleted; what was live once cannot", async () => {
  const answer = await ask({ intent: "duplicate", rule: napkins, name: "The napkins (copy)" });
  const copy = answer.kind === "done" ? answer.opened : undefined;
  expect(await rows("?query=copy")).toEqual([["The napkins (copy)", "draft"]]);
  expect(await ask({ intent: "delete", rules: [copy as RuleId] })).toMatchObject({ kind: "done" });
  expect(await rows("?query=copy")).toEqual([]);
  expect(await ask({ intent: "delete", rules: [napkins] })).toMatchObject({
    kind: "refused",
    why: { message: "rules.done.kept" },
  });
});

test("an archived rule is out of sight until it is asked for, and comes back as a draft", async () => {
  await ask({ intent: "archive", rules: [teacups] });
  expect((await rows()).map(([name]) => name)).not.toContain("The teacups");
  expect(await rows("?status=archived")).toEqual([["The teacups", "archived"]]);
  await ask({ intent: "restore", rules: [teacups] });
  expect(await rows("?status=draft&query=teacups")).toEqual([["The teacups", "draft"]]);
});

test("when Shopify is away nothing is published, and the merchant is told so", async () => {
  admin.shopify.answer = ({ operation }) =>
    operation === "EncoreReadProducts" ? { status: 403, body: { errors: "no" } } : usualShopify({ operation } as never);
  expect(await ask({ intent: "publish", rules: [spoons] })).toMatchObject({ kind: "refused" });
  admin.shopify.answer = usualShopify;
  expect(await rows("?query=spoons")).toEqual([["The spoons", "draft"]]);
});

test("a body that asks for nothing we know is refused", async () => {
  const bodies = [
    null,
    {},
    { intent: "erase", rules: [teacups] },
    { intent: "pause", rules: [] },
    { intent: "pause", rules: [7] },
    { intent: "move", rule: teacups, to: { place: 0 } },
    { intent: "move", rule: "No id", to: { place: 1 } },
    { intent: "duplicate", rule: teacups },
  ];
  for (const body of bodies) {
    expect((await admin.post(action, "/app/rules?index", {}, body)).status, JSON.stringify(body)).toBe(400);
  }
});
