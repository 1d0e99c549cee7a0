import { expect, test } from "vitest";
import type { RuleAnswer, RuleAsk } from "#app/admin/rules/rule-answer.ts";
import type { RuleEditorData } from "#app/admin/rules/rule-editor-data.ts";
import { documentOf, emptyForm, type RuleForm } from "#app/admin/rules/rule-form.ts";
import type { RulesPageData } from "#app/admin/rules/rules-page-data.ts";
import type { ProductId, Shop } from "#app/core/values/ids.ts";
import { loader as listRules } from "#app/routes/app.rules._index.tsx";
import { action, loader as openRule } from "#app/routes/app.rules.$id/route.tsx";
import { markDeleted } from "#app/stores/catalog.ts";
import { loadPublished } from "#app/stores/rulebooks.ts";
import { CAKESTAND, DEMO_SHOP, GBP, LUNCH_BAG, TEACUP } from "#tests/support/builders.ts";
import { openAdmin, usualShopify } from "./open-admin.ts";

const admin = await openAdmin();

const written: RuleForm = {
  ...emptyForm,
  triggers: [{ id: TEACUP, title: "Regency Teacup", variants: [] }],
  offered: { id: CAKESTAND, title: "Regency Cakestand", variants: [] },
};
const write = (changes: Partial<RuleForm> = {}) => documentOf({ ...written, ...changes }, GBP);

async function ask(id: string, asked: RuleAsk, shop?: Shop): Promise<RuleAnswer> {
  const answer = await admin.post(action, `/app/rules/${id}`, { id }, asked, shop);
  expect(answer.status).toBe(200);
  return answer.json();
}

async function savedRule(changes?: Partial<RuleForm>): Promise<string> {
  const answer = await ask("new", { intent: "save", edited: write(changes) });
  if (answer.kind !== "saved") throw new Error(`expected to be saved, got ${JSON.stringify(answer)}`);
  return answer.saved;
}

async function editorOf(id: string): Promise<RuleEditorData> {
  return (await admin.visit(openRule, `/app/rules/${id}`, { id })).json();
}

async function rowOf(id: string) {
  const { rows }: RulesPageData = await (await admin.visit(listRules, "/app/rules")).json();
  return rows.find((row) => row.id === id);
}

const live = async () => (await admin.database.inShop(DEMO_SHOP, (tenant) => loadPublished(tenant)))?.rulebook.rules;

test("a merchant who opens the app for the first time is installed without a form, and has no rules yet", async () => {
  const answer = await admin.visit(listRules, "/app/rules");
  expect(await answer.json()).toMatchObject({ timezone: "Europe/London", rows: [], total: 0, isUnpublished: false });
  expect(admin.shopify.asked.map(({ operation }) => operation)).toEqual(["token", "EncoreReadShop"]);
});

test("what a merchant saves is a draft that no shopper sees, named after its products, with their pictures and prices", async () => {
  const id = await savedRule();
  expect(id).toMatch(/^regency-teacup-regency-cakestand-[0-9a-f]{6}$/);
  expect(await rowOf(id)).toMatchObject({
    name: "Regency Teacup → Regency Cakestand",
    status: "draft",
    sentence: `When an order bought Product no. ${TEACUP}, on the post-purchase page, offer Product no. ${CAKESTAND} at 15 % off.`,
    picture: "https://cdn.example/cakestand.png",
    price: { was: { minor: 1275 }, now: { minor: 1084 } },
    warnings: [],
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
    triggers: [],
    offered: undefined,
    percent: "a lot",
    shipping: "price",
    shippingPrice: "3.505",
  });
  const answer = await ask("new", { intent: "publish", edited });
  expect(answer).toMatchObject({ kind: "invalid" });
  expect(answer.kind === "invalid" && answer.problems.map(({ path }) => path)).toEqual([
    "when.all[0].products",
    "path.offer.source.products[0].product",
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
  expect(answer).toMatchObject({ kind: "failed", sentence: expect.stringContaining("Shopify") });
  expect(await rowOf(answer.saved ?? "")).toMatchObject({ name: "Kept", status: "draft" });
});

test("a rule whose product was deleted in the shop says so, in the list and in the editor", async () => {
  const gone = "9009" as ProductId;
  const id = await savedRule({ offered: { id: gone, title: "Jumbo Bag", variants: [] } });
  await ask(id, { intent: "publish" });
  await admin.database.inShop(DEMO_SHOP, (tenant) => markDeleted(tenant, gone, Date.now()));
  const warning = "The offered product was deleted: Product no. 9009. Nothing is offered until you choose another.";
  expect((await rowOf(id))?.warnings).toEqual([warning]);
  expect((await editorOf(id)).warnings).toEqual([warning]);
});

test("a rule of another shop is not found, neither opened nor changed", async () => {
  const id = await savedRule({ triggers: [{ id: LUNCH_BAG, title: "Lunch Bag", variants: [] }] });
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
