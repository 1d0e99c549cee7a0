import { expect, test } from "vitest";
import type { RuleDocument } from "#app/admin/rule-editor/editing.tsx";
import type { EditorAnswer, EditorAsk } from "#app/admin/rule-editor/editor-ask.ts";
import type { RuleEditorData } from "#app/admin/rule-editor/editor-data.ts";
import { type Place, withValueAt } from "#app/admin/rule-editor/places.ts";
import { EMPTY_DOCUMENT } from "#app/admin/rule-editor/rule-document.ts";
import type { RulesPageData } from "#app/admin/rules/rules-page-data.ts";
import type { ProductId, Shop } from "#app/core/values/ids.ts";
import { loader as listRules } from "#app/routes/app.rules._index/route.tsx";
import { action, loader as openRule } from "#app/routes/app.rules.$id/route.tsx";
import { loader as lookAtRule } from "#app/routes/app.rules_.$id.edited.ts";
import { markDeleted } from "#app/stores/catalog.ts";
import { loadPublished } from "#app/stores/rulebooks.ts";
import { CAKESTAND, DEMO_SHOP, LUNCH_BAG, TEACUP } from "#tests/support/builders.ts";
import { openAdmin, usualShopify } from "./open-admin.ts";

const admin = await openAdmin();

/** A new rule with a product on either side, changed at these places. */
function write(changes: Readonly<Record<Place, unknown>> = {}): RuleDocument {
  const chosen = {
    name: "Regency Teacup → Regency Cakestand",
    "when.all[0].products": [TEACUP],
    "path.offer.source.products": [{ product: CAKESTAND }],
  };
  return Object.entries({ ...chosen, ...changes }).reduce<RuleDocument>(
    (document, [place, value]) => withValueAt(document, place, value),
    EMPTY_DOCUMENT,
  );
}

async function ask(id: string, asked: EditorAsk, shop?: Shop): Promise<EditorAnswer> {
  const answer = await admin.post(action, `/app/rules/${id}`, { id }, asked, shop);
  expect(answer.status).toBe(200);
  return answer.json();
}

async function savedRule(changes?: Parameters<typeof write>[0]): Promise<string> {
  const answer = await ask("new", { intent: "save", edited: write(changes) });
  if (answer.kind !== "saved") throw new Error(`expected to be saved, got ${JSON.stringify(answer)}`);
  return answer.saved;
}

async function editorOf(id: string): Promise<RuleEditorData> {
  return (await admin.visit(openRule, `/app/rules/${id}`, { id })).json();
}

async function rowOf(id: string) {
  const { page }: { readonly page: RulesPageData } = await (await admin.visit(listRules, "/app/rules")).json();
  const row = page.rows.find(({ rule }) => rule.id === id);
  return row && { name: row.rule.name, ...row };
}

const live = async () => (await admin.database.inShop(DEMO_SHOP, (tenant) => loadPublished(tenant)))?.rulebook.rules;

test("a merchant who opens the app for the first time is installed without a form, and has no rules yet", async () => {
  const answer = await admin.visit(listRules, "/app/rules");
  expect(await answer.json()).toMatchObject({
    page: { timezone: "Europe/London", rows: [], total: 0, isUnpublished: false },
    numbers: {},
  });
  expect(admin.shopify.asked.map(({ operation }) => operation)).toEqual(["token", "EncoreReadShop"]);
});

test("what a merchant saves is a draft that no shopper sees, named after its products, with their pictures and prices", async () => {
  const id = await savedRule();
  expect(id).toMatch(/^regency-teacup-regency-cakestand-[0-9a-f]{6}$/);
  expect(await rowOf(id)).toMatchObject({
    name: "Regency Teacup → Regency Cakestand",
    status: "draft",
    rule: { when: { all: [{ products: [TEACUP] }] } },
    picture: "https://cdn.example/cakestand.png",
    price: { was: { minor: 1275 }, now: { minor: 1084 } },
    trouble: { warnings: [] },
  });
  expect(await live()).toBeUndefined();
});

test("publishing keeps what is unsaved first, and makes it live at once", async () => {
  const answer = await ask("new", { intent: "publish", edited: write({ name: "Straight to the shop" }) });
  expect(answer.kind).toBe("published");
  expect(await rowOf(answer.saved ?? "")).toMatchObject({ name: "Straight to the shop", status: "live" });
  expect(await live()).toMatchObject([{ name: "Straight to the shop", status: "active" }]);
});

test("an edit of a live rule stays unpublished until it is published, and pausing takes the rule off the shop", async () => {
  const id = await savedRule({ name: "Changing" });
  await ask(id, { intent: "publish" });
  const { rule } = await editorOf(id);
  await ask(id, { intent: "save", edited: write({ name: "Changed" }), expectedEditedAt: rule?.editedAt ?? 0 });
  expect(await rowOf(id)).toMatchObject({ name: "Changed", status: "live-changed" });
  expect((await live())?.find((one) => one.id === id)?.name).toBe("Changing");

  await ask(id, { intent: "publish" });
  expect((await rowOf(id))?.status).toBe("live");
  expect(await ask(id, { intent: "pause" })).toEqual({ kind: "paused", saved: id });
  expect((await rowOf(id))?.status).toBe("paused");
  expect((await live())?.find((one) => one.id === id)?.status).toBe("paused");
});

test("a change by someone else meanwhile is told, and overwritten only when the merchant says so", async () => {
  const id = await savedRule({ name: "Mine" });
  const mine = (await editorOf(id)).rule?.editedAt ?? 0;
  await ask(id, { intent: "save", edited: write({ name: "Theirs" }), expectedEditedAt: mine });

  const edited = write({ name: "Mine again" });
  expect(await ask(id, { intent: "save", edited, expectedEditedAt: mine })).toEqual({ kind: "changed-meanwhile" });
  const theirs = (await editorOf(id)).rule;
  expect(theirs?.name).toBe("Theirs");
  expect(await ask(id, { intent: "save", edited, expectedEditedAt: theirs?.editedAt ?? 0 })).toMatchObject({
    kind: "saved",
  });
});

test("what someone else saved after the changes were looked at is not published unseen", async () => {
  const id = await savedRule({ name: "Looked at" });
  const expectedEditedAt = (await editorOf(id)).rule?.editedAt ?? 0;
  await ask(id, { intent: "save", edited: write({ name: "Theirs" }), expectedEditedAt });
  expect(await ask(id, { intent: "publish", expectedEditedAt })).toEqual({ kind: "changed-meanwhile" });
  expect((await live())?.find((one) => one.id === id)).toBeUndefined();
  const theirs = (await editorOf(id)).rule?.editedAt ?? 0;
  expect(await ask(id, { intent: "publish", expectedEditedAt: theirs })).toMatchObject({ kind: "published" });
});

test("whoever comes back to a rule is told that it was changed meanwhile", async () => {
  const id = await savedRule({ name: "Looked at" });
  const lookedAt = async () => (await admin.visit(lookAtRule, `/app/rules/${id}/edited`, { id })).json();
  const { rule } = await editorOf(id);
  expect(await lookedAt()).toEqual({ editedAt: rule?.editedAt });
  await ask(id, { intent: "save", edited: write({ name: "Changed" }), expectedEditedAt: rule?.editedAt ?? 0 });
  expect(await lookedAt()).not.toEqual({ editedAt: rule?.editedAt });
});

test("a rule can be tried by a share of the shoppers beside what is live, and nothing else is published meanwhile", async () => {
  const other = await savedRule({ name: "Live" });
  await ask(other, { intent: "publish" });
  const id = await savedRule({ name: "Tried" });
  expect(await ask(id, { intent: "publish", to: { percent: 10 } })).toEqual({ kind: "tried", saved: id });
  expect((await live())?.map(({ name }) => name)).not.toContain("Tried");
  expect((await editorOf(id)).trial).toMatchObject({ percent: 10 });
  expect(await ask(other, { intent: "publish" })).toMatchObject({ kind: "trial-running", percent: 10 });
  await admin.encore.flows.endTrial({ shop: DEMO_SHOP, by: "1", how: "keep" });
  expect((await live())?.map(({ name }) => name)).toContain("Tried");
});

test("a colleague who saves another rule is no conflict", async () => {
  const id = await savedRule({ name: "Mine" });
  const { rule } = await editorOf(id);
  await savedRule({ name: "Theirs" });
  const answer = await ask(id, {
    intent: "save",
    edited: write({ name: "Still mine" }),
    expectedEditedAt: rule?.editedAt ?? 0,
  });
  expect(answer.kind).toBe("saved");
});

test("what is wrong is told by its place in the rule, and nothing is saved", async () => {
  const edited = write({
    "when.all[0].products": [],
    "path.offer.source.products": [],
    "path.offer.discount.percent": "a lot",
    "path.offer.shipping": { kind: "price", prices: [{ minor: "3.505", currency: "GBP" }] },
  });
  const answer = await ask("new", { intent: "publish", edited });
  expect(answer).toMatchObject({ kind: "invalid" });
  expect(answer.kind === "invalid" && answer.problems.map(({ path }) => path)).toEqual([
    "when.all[0].products",
    "path.offer.source.products",
    "path.offer.discount.percent",
    "path.offer.shipping.prices[0].minor",
  ]);
  expect(answer.saved).toBeUndefined();
});

test("when Shopify is away at the moment of publishing, the rule is kept as a draft and the merchant is told so", async () => {
  admin.shopify.answer = ({ operation }) =>
    operation === "EncoreReadProducts" ? { status: 403, body: { errors: "no" } } : usualShopify({ operation } as never);
  const answer = await ask("new", { intent: "publish", edited: write({ name: "Kept" }) });
  admin.shopify.answer = usualShopify;
  expect(answer).toMatchObject({ kind: "failed", why: { message: "frame.could-not.shopify-refused" } });
  expect(await rowOf(answer.saved ?? "")).toMatchObject({ name: "Kept", status: "draft" });
});

test("a rule whose product was deleted in the shop says so, in the list and in the editor", async () => {
  const gone = "9009" as ProductId;
  const id = await savedRule({ "path.offer.source.products": [{ product: gone }] });
  await ask(id, { intent: "publish" });
  await admin.database.inShop(DEMO_SHOP, (tenant) => markDeleted(tenant, gone, Date.now()));
  const warning = { message: "rule.warning.deleted", values: { title: "Product no. 9009" } };
  expect((await rowOf(id))?.trouble.warnings).toEqual([warning]);
  expect((await editorOf(id)).trouble.warnings).toEqual([warning]);
});

test("a rule of another shop is not found, neither opened nor changed", async () => {
  const id = await savedRule({ "when.all[0].products": [LUNCH_BAG] });
  const other = "other-shop.myshopify.com" as Shop;
  expect((await admin.visit(openRule, `/app/rules/${id}`, { id }, other)).status).toBe(404);
  expect(await ask(id, { intent: "publish" }, other)).toEqual({ kind: "not-found" });
});

test("a body that asks for nothing we know is refused", async () => {
  for (const body of [
    null,
    7,
    "publish",
    {},
    { intent: "erase" },
    { intent: "save" },
    { intent: "save", edited: [] },
    { intent: "publish", to: { percent: 100 } },
  ]) {
    expect((await admin.post(action, "/app/rules/new", { id: "new" }, body)).status).toBe(400);
  }
});

test("nobody without Shopify's word for it sees a rule", async () => {
  const request = new Request("http://127.0.0.1:4040/app/rules", { headers: { Authorization: "Bearer forged" } });
  const answer = await Promise.resolve(listRules({ request, params: {}, context: { encore: admin.encore } })).catch(
    (thrown: unknown) => thrown as Response,
  );
  expect(answer.status).toBe(401);
});
