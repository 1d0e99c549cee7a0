import { beforeEach, describe, expect, test } from "vitest";
import type { EditorAnswer } from "#app/admin/rule-editor/editor-ask.ts";
import type { RuleEditorData } from "#app/admin/rule-editor/editor-data.ts";
import type { ImportAnswer } from "#app/admin/rulebook/import-answer.ts";
import type { PublishAnswer } from "#app/admin/rulebook/publish-ask.ts";
import type { PublishPageData } from "#app/admin/rulebook/publish-data.ts";
import type { RulesPageData } from "#app/admin/rules/rules-page-data.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import { said } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { loader as exportRules } from "#app/routes/app.rulebook.export.ts";
import { action as importRules } from "#app/routes/app.rulebook.import.tsx";
import { loader as openPublish, action as publishRules } from "#app/routes/app.rulebook.publish.tsx";
import { loader as listRules } from "#app/routes/app.rules._index/route.tsx";
import { action as changeRule, loader as openRule } from "#app/routes/app.rules.$id/route.tsx";
import { markDeleted } from "#app/stores/catalog.ts";
import { CAKESTAND, LUNCH_BAG, someRule, TEACUP } from "#tests/support/builders.ts";
import { inEnglish } from "#tests/support/in-english.ts";
import { differencesInWords } from "./differences-in-words.ts";
import { openAdmin } from "./open-admin.ts";

const admin = await openAdmin();
let shops = 0;
let shop: Shop;

beforeEach(async () => {
  shop = `rulebook-${++shops}.myshopify.com` as Shop;
  await admin.visit(listRules, "/app/rules", {}, shop);
});

const rulebook = (...rules: Rule[]): Rulebook => ({ format: 1, rules });
const written = (document: unknown) => JSON.stringify(document, null, 2);

async function importing(body: unknown): Promise<ImportAnswer> {
  return (await admin.post(importRules, "/app/rulebook/import", {}, body, shop)).json();
}

async function imported(document: Rulebook): Promise<void> {
  const text = written(document);
  const checked = await importing({ intent: "check", text });
  if (checked.kind !== "checked") throw new Error(JSON.stringify(checked));
  expect(await importing({ intent: "save", text, expectedRevision: checked.revision })).toEqual({ kind: "saved" });
}

function problemsIn(answer: ImportAnswer) {
  if (answer.kind !== "problems") throw new Error(JSON.stringify(answer));
  expect(answer.problems.more).toBe(0);
  return inEnglish(answer.problems.items);
}

const list = async (query = ""): Promise<RulesPageData> =>
  (await (await admin.visit(listRules, `/app/rules${query}`, {}, shop)).json()).page;
const publishPage = async (): Promise<PublishPageData> =>
  (await admin.visit(openPublish, "/app/rulebook/publish", {}, shop)).json();
const publishing = async (body: unknown): Promise<PublishAnswer> =>
  (await admin.post(publishRules, "/app/rulebook/publish", {}, body, shop)).json();
const download = async () => admin.visit(exportRules, "/app/rulebook/export", {}, shop);

describe("a document that is imported", () => {
  test("is told each of its problems with path, sentence and line, and nothing is saved", async () => {
    const [rule] = rulebook(someRule()).rules;
    const text = written({ format: 1, rules: [{ ...rule, name: "", priority: 0 }] });
    const answer = await importing({ intent: "check", text });
    const lineOf = (part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;
    expect(problemsIn(answer)).toEqual([
      { path: "rules[0].name", sentence: "Give the rule a name.", line: lineOf('"name"'), excerpt: '"name": "",' },
      {
        path: "rules[0].priority",
        sentence: "The priority is a whole number from 1 to 10,000.",
        line: lineOf('"priority"'),
        excerpt: '"priority": 0,',
      },
    ]);
    expect((await list()).total).toBe(0);
    expect(await importing({ intent: "save", text, expectedRevision: 0 })).toEqual(answer);
  });

  test("that is no JSON is told where it stops being one", async () => {
    const answer = await importing({ intent: "check", text: '{\n  "format": 1\n  "rules": []\n}' });
    expect(problemsIn(answer)).toMatchObject([
      { path: "", line: 3, sentence: "This is not JSON. A comma or the closing brace is expected here." },
    ]);
  });

  test("that is longer than any rulebook is told so, and not read", async () => {
    const answer = await importing({ intent: "check", text: `{"format":1,"rules":[]${" ".repeat(16_000_000)}}` });
    const sentence = "At most 16,000,000 characters fit here.";
    expect(problemsIn(answer)).toMatchObject([{ path: "", line: 1, sentence }]);
  });

  test("shows what it would change in the draft, by the names of products it knows, and what in it can never come true", async () => {
    await imported(rulebook(someRule()));
    await publishing({ to: "everyone", expectedRevision: 1 });
    const changed = someRule({
      when: { all: [{ kind: "payment-method", methods: ["PayPal"] }] },
      path: { offer: { ...someRule().path.offer, discount: { kind: "percent", percent: 20 } } },
    });
    const answer = await importing({ intent: "check", text: written(rulebook(changed)) });
    if (answer.kind !== "checked") throw new Error(JSON.stringify(answer));
    expect(answer).toMatchObject({ rules: 1, revision: 1, differences: { more: 0 } });
    expect(differencesInWords(answer.differences)).toEqual([
      "Teacups → Cakestand: it also asks for an order that is paid with PayPal.",
      `Teacups → Cakestand: it no longer asks for an order that bought Product no. ${TEACUP}.`,
      "Teacups → Cakestand: it is offered at 20% off instead of at 15% off.",
    ]);
    expect(answer.differences.titles.products.map(({ id }) => id)).toEqual([TEACUP, CAKESTAND]);
    expect(answer.findings.items.map(({ found, rule }) => `${rule}: ${said(found, sayInEnglish)}`)).toEqual([
      "Teacups → Cakestand: This rule can never match on the post-purchase page: it needs the payment method.",
    ]);
  });

  test("does not overwrite a draft that was saved meanwhile", async () => {
    await imported(rulebook(someRule()));
    const text = written(rulebook(someRule({ name: "Mine" })));
    expect(await importing({ intent: "save", text, expectedRevision: 0 })).toEqual({ kind: "changed-meanwhile" });
    expect((await list()).rows[0]?.rule.name).toBe("Teacups → Cakestand");
  });

  test("of ten thousand rules is checked, saved, listed in pages, found by name, published and exported", {
    timeout: 60_000,
  }, async () => {
    const headline = { en: "x".repeat(110) };
    const rules = Array.from({ length: 10_000 }, (_, index) => {
      const { offer } = someRule().path;
      return someRule({
        id: `rule-${index}` as RuleId,
        name: `Rule no. ${index}`,
        priority: 1 + (index % 100),
        path: { offer: { ...offer, words: { headline, reason: {} } } },
      });
    });
    const text = written(rulebook(...rules));
    expect(text.length).toBeGreaterThan(5_000_000);
    const checked = await importing({ intent: "check", text });
    expect(checked).toMatchObject({ kind: "checked", rules: 10_000, differences: { more: 9_900 } });
    expect(await importing({ intent: "save", text, expectedRevision: 0 })).toEqual({ kind: "saved" });
    const last = await list("?page=200");
    expect([last.rows.length, last.pages, last.total]).toEqual([50, 200, 10_000]);
    expect((await list("?query=no. 9999")).rows.map(({ rule }) => rule.name)).toEqual(["Rule no. 9999"]);
    expect(await publishing({ to: "everyone", expectedRevision: 1 })).toMatchObject({ kind: "published" });
    expect((await list()).isUnpublished).toBe(false);
    expect(JSON.parse(await (await download()).text())).toEqual(JSON.parse(text));
  });

  test("is asked for in no other way", async () => {
    for (const body of [null, {}, { intent: "check" }, { intent: "save", text: "{}" }, { intent: "erase", text: "" }]) {
      expect((await admin.post(importRules, "/app/rulebook/import", {}, body, shop)).status).toBe(400);
    }
  });
});

test("what is exported is the draft as a file, the same to the byte each time, and imports as the same", async () => {
  await imported(rulebook(someRule(), someRule({ id: "other" as RuleId, limits: { oncePerCustomer: { days: 30 } } })));
  const answer = await download();
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="encore-rules-rulebook-${shops}.json"`);
  const text = await answer.text();
  expect(await (await download()).text()).toBe(text);
  expect(await importing({ intent: "check", text })).toMatchObject({ kind: "checked", differences: { items: [] } });
});

describe("all rules, published together,", () => {
  test("are told as what changes for shoppers first, and live at once for everyone", async () => {
    await imported(rulebook(someRule(), someRule({ id: "idle" as RuleId, name: "Idle", status: "draft" })));
    expect(await list()).toMatchObject({ isUnpublished: true });
    const page = await publishPage();
    expect(page).toMatchObject({ revision: 1, drafts: 1, canTry: false, findings: { items: [] } });
    expect(differencesInWords(page.differences)).toEqual([expect.stringContaining("Teacups → Cakestand is new:")]);
    expect(await publishing({ to: "everyone", expectedRevision: 1, note: "  First  " })).toEqual({
      kind: "published",
      to: "everyone",
      missing: 0,
    });
    const { rows, isUnpublished } = await list();
    expect(isUnpublished).toBe(false);
    expect(rows.map(({ rule, status }) => [rule.name, status])).toEqual([
      ["Idle", "draft"],
      ["Teacups → Cakestand", "live"],
    ]);
  });

  test("are tried by a share of the shoppers, and nothing else is published until that has ended", async () => {
    await imported(rulebook(someRule()));
    expect(await publishing({ to: { percent: 10 }, expectedRevision: 1 })).toEqual({ kind: "nothing-to-try-against" });
    await publishing({ to: "everyone", expectedRevision: 1 });
    await imported(rulebook(someRule({ priority: 2 })));
    expect(await publishing({ to: { percent: 10 }, expectedRevision: 2 })).toMatchObject({ to: { percent: 10 } });
    const running = { kind: "trial-running", version: 2, percent: 10 };
    expect((await list()).trial).toEqual({ version: 2, percent: 10 });
    expect(await publishing({ to: "everyone", expectedRevision: 2 })).toEqual(running);
    const one = await admin.post(changeRule, "/app/rules/x", { id: someRule().id }, { intent: "publish" }, shop);
    expect(await one.json()).toEqual(running);
  });

  test("are not published when the draft is not the one that was shown", async () => {
    await imported(rulebook(someRule()));
    expect(await publishing({ to: "everyone", expectedRevision: 0 })).toEqual({ kind: "changed-meanwhile" });
  });

  test("are for everyone or a whole number of percent from 1 to 99, and nothing else", async () => {
    for (const to of [undefined, "nobody", { percent: 0 }, { percent: 100 }, { percent: 1.5 }, 10]) {
      const answer = await admin.post(publishRules, "/app/rulebook/publish", {}, { to, expectedRevision: 1 }, shop);
      expect(answer.status).toBe(400);
    }
  });
});

describe("a rule that was imported", () => {
  const path = someRule().path;
  const more = someRule({ path: { ...path, ifDeclined: path }, limits: { oncePerCustomer: {} } });
  const opened = async (): Promise<RuleEditorData> =>
    (await admin.visit(openRule, "/app/rules/x", { id: more.id }, shop)).json();

  test("is opened whole, whatever it says", async () => {
    await imported(rulebook(more));
    expect((await opened()).rule).toEqual(more);
  });

  test("is not overwritten from an editor that was opened before, even where the file says the old moment of its edit", async () => {
    await imported(rulebook(someRule()));
    const { rule } = await opened();
    await imported(rulebook({ ...more, editedAt: rule?.editedAt ?? 0 }));
    const { id, status, editedAt, ...edited } = someRule({ name: "From the form" });
    const ask = { intent: "save", edited, expectedEditedAt: rule?.editedAt };
    const answer: EditorAnswer = await (await admin.post(changeRule, "/app/rules/x", { id }, ask, shop)).json();
    expect(answer).toEqual({ kind: "changed-meanwhile" });
    expect((await opened()).rule).toEqual({ ...more, editedAt: expect.any(Number) });
  });

  test("is published and paused like any other", async () => {
    await imported(rulebook(more));
    const ask = async (intent: "publish" | "pause") =>
      (await admin.post(changeRule, "/app/rules/x", { id: more.id }, { intent }, shop)).json();
    expect(await ask("publish")).toMatchObject({ kind: "published" });
    expect((await list()).rows[0]?.status).toBe("live");
    expect(await ask("pause")).toMatchObject({ kind: "paused" });
    expect((await opened()).rule).toMatchObject({ ...more, status: "paused" });
  });
});

test("a rule that paused itself says why and when, in the list and in the editor", async () => {
  const pausedBecause = { what: "paymentErrors", inARow: 3, at: 1_795_000_000_000 } as const;
  await imported(rulebook(someRule({ status: "paused", pausedBecause })));
  expect((await list()).rows[0]?.trouble.pausedItself).toEqual(pausedBecause);
  const editor: RuleEditorData = await (
    await admin.visit(openRule, "/app/rules/x", { id: someRule().id }, shop)
  ).json();
  expect(editor.trouble.pausedItself).toEqual(pausedBecause);
});

test("an archived rule is not listed", async () => {
  await imported(rulebook(someRule({ status: "archived" }), someRule({ id: "kept" as RuleId })));
  expect((await list()).rows.map(({ rule }) => rule.id)).toEqual(["kept"]);
});

test("rules warn of what each kind of offer needs: one of several products, all of a bundle", async () => {
  const { offer } = someRule().path;
  const products = [{ product: CAKESTAND }, { product: LUNCH_BAG }];
  const items = products.map(({ product }) => ({ product, quantity: 1 }));
  const rules = [
    someRule({ id: "choice" as RuleId, path: { offer: { ...offer, source: { kind: "choice", products } } } }),
    someRule({
      id: "bundle" as RuleId,
      path: { offer: { ...offer, kind: "bundle", quantityMost: 1, source: { kind: "bundle", items } } },
    }),
  ];
  await imported(rulebook(...rules));
  await publishing({ to: "everyone", expectedRevision: 1 });
  // Newer than what jobs read from Shopify meanwhile: an older copy replaces nothing.
  await admin.database.inShop(shop, (tenant) => markDeleted(tenant, LUNCH_BAG, Date.now()));
  const { rows } = await list();
  expect(Object.fromEntries(rows.map(({ rule, trouble }) => [rule.id, trouble.warnings.length]))).toEqual({
    choice: 0,
    bundle: 1,
  });
  expect((await list()).titles.products.map(({ title }) => title)).toContain(`Product no. ${TEACUP}`);
});
