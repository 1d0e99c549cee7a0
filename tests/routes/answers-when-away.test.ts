import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { expect, onTestFinished, test } from "vitest";
import type { Encore } from "#app/composition.ts";
import type { ProductId, RuleId, Shop } from "#app/core/values/ids.ts";
import { answeringRefusals } from "#app/http/answered-routes.ts";
import { loader as home, action as lookAtSetup } from "#app/routes/app._index.tsx";
import { loader as erasure } from "#app/routes/app.erasure.tsx";
import { loader as files } from "#app/routes/app.exports.tsx";
import { loader as orders } from "#app/routes/app.orders._index.tsx";
import { loader as foundRules } from "#app/routes/app.orders_.rules.ts";
import { loader as goods } from "#app/routes/app.preview.goods.ts";
import { loader as prices } from "#app/routes/app.preview.prices.ts";
import { loader as exported } from "#app/routes/app.rulebook.export.ts";
import { loader as importPage } from "#app/routes/app.rulebook.import.tsx";
import { loader as publishPage, action as publishRulebook } from "#app/routes/app.rulebook.publish.tsx";
import { action as changeRules, loader as rules } from "#app/routes/app.rules._index/route.tsx";
import { loader as editor, action as writeRule } from "#app/routes/app.rules.$id/route.tsx";
import { loader as templates } from "#app/routes/app.rules.templates.tsx";
import { loader as edited } from "#app/routes/app.rules_.$id.edited.ts";
import { action as saveSettings, loader as settings } from "#app/routes/app.settings.($part).tsx";
import { loader as privacy } from "#app/routes/app.settings.privacy.tsx";
import { loader as settingsEdited } from "#app/routes/app.settings_.edited.ts";
import { loader as tryableOrders } from "#app/routes/app.try.orders.ts";
import { action as tryRule } from "#app/routes/app.try.ts";
import { loader as frame } from "#app/routes/app.tsx";
import { loader as versions } from "#app/routes/app.versions._index.tsx";
import { loadDraft, saveDraft } from "#app/stores/rulebooks.ts";
import { APP_CONFIGURATION, encoreFor } from "#tests/flows/encore-for.ts";
import { type DemoShop, openDemoShop } from "#tests/sandbox/demo-shop.ts";
import { someRule } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const TROUBLES = {
  "slows the app down": {
    turn: ({ store }: DemoShop) => {
      store.dials.throttled = true;
    },
    why: { message: "frame.could-not.shopify-throttled" },
  },
  "answers with an error": {
    turn: ({ store }: DemoShop) => {
      store.dials.apiAnswers = "error";
    },
    why: { message: "frame.could-not.shopify-away" },
  },
  "does not answer at all": {
    turn: ({ store }: DemoShop) => {
      store.dials.apiAnswers = "never";
    },
    why: { message: "frame.could-not.shopify-away" },
  },
} as const;
type Trouble = keyof typeof TROUBLES;

const databases = {
  "slows the app down": await testDatabase(),
  "answers with an error": await testDatabase(),
  "does not answer at all": await testDatabase(),
};

/** Of a product that we have no copy of: whoever draws or publishes it has to ask Shopify. */
const offered = someRule();
const RULE = someRule({
  id: "tea" as RuleId,
  surfaces: ["post-purchase", "thank-you"],
  path: {
    offer: { ...offered.path.offer, source: { kind: "named", products: [{ product: "4200" as ProductId }] } },
  },
});
const { id: _id, editedAt: _editedAt, status: _status, ...DOCUMENT } = RULE;

test.each(Object.keys(TROUBLES) as Trouble[])(
  "no page of the admin fails, nor keeps a merchant waiting, while Shopify %s",
  { timeout: 120_000 },
  async (trouble) => {
    const { ask, demo, revision } = await openAdmin(trouble);
    const { why } = TROUBLES[trouble];
    TROUBLES[trouble].turn(demo);
    // The jobs that have begun by the end are let finish.
    onTestFinished(() => void Object.assign(demo.store.dials, { throttled: false, apiAnswers: "well" }));

    // What stands without Shopify stands as ever.
    const untouched: readonly (readonly [path: string, loader: Loader, params?: Params])[] = [
      ["/app", frame],
      ["/app", home],
      ["/app/rules", rules],
      ["/app/rules/templates", templates],
      ["/app/rules/tea/edited", edited, { id: "tea" }],
      ["/app/rulebook/import", importPage],
      ["/app/rulebook/publish", publishPage],
      ["/app/rulebook/export", exported],
      ["/app/orders", orders],
      ["/app/orders/rules?named=", foundRules],
      ["/app/try/orders", tryableOrders],
      ["/app/versions", versions],
      ["/app/settings/privacy", privacy],
      ["/app/settings/edited", settingsEdited],
      ["/app/exports", files],
      ["/app/erasure", erasure],
    ];
    for (const [path, loader, params] of untouched)
      expect(await ask(loader, path, params), path).toMatchObject({ status: 200 });

    // What asks Shopify says so, beside all that it has without it.
    const told = { status: 200, body: { kind: "failed", why } };
    const [inEditor, inSettings, ...others] = await Promise.all([
      ask(editor, "/app/rules/tea", { id: "tea" }),
      ask(settings, "/app/settings"),
      ask(lookAtSetup, "/app?index", {}, null),
      ask(goods, "/app/preview/goods?products=4200&collections=9"),
      ask(prices, "/app/preview/prices?currency=EUR&variants=42001"),
      ask(tryRule, "/app/try", {}, { rule: RULE, surface: "post-purchase", purchase: MADE_UP }),
    ]);
    const alone = { languages: ["en"], currencies: ["GBP"], languagesUnread: true };
    expect(inEditor).toMatchObject({ status: 200, body: { rule: { id: "tea" }, shop: alone } });
    expect(inSettings).toMatchObject({ status: 200, body: { shop: alone } });
    for (const other of others) expect(other).toMatchObject(told);

    // What is written is kept; what cannot be without Shopify says so.
    const save = { intent: "save", edited: { ...DOCUMENT, name: "Tea for two" }, expectedEditedAt: RULE.editedAt };
    expect(await ask(writeRule, "/app/rules/tea", { id: "tea" }, save)).toMatchObject({
      status: 200,
      body: { kind: "saved", saved: "tea" },
    });
    expect(await ask(saveSettings, "/app/settings", {}, { document: {}, expected: {} })).toMatchObject({
      status: 200,
      body: { kind: "saved" },
    });
    const publish = { intent: "publish", to: "everyone" };
    expect(await ask(writeRule, "/app/rules/tea", { id: "tea" }, publish)).toMatchObject(told);
    expect(await ask(changeRules, "/app/rules?index", {}, { intent: "publish", rules: ["tea"] })).toMatchObject({
      status: 200,
      body: { kind: "refused", why },
    });
    const all = { to: "everyone", expectedRevision: revision + 2 };
    expect(await ask(publishRulebook, "/app/rulebook/publish", {}, all)).toMatchObject(told);
  },
);

const MADE_UP = {
  kind: "made-up",
  made: {
    lines: [{ product: "4100", quantity: 1 }],
    customer: "guest",
    locale: "en",
    currency: "GBP",
    at: 1_700_000_000_000,
  },
};

type Params = Readonly<Record<string, string>>;
type Loader = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

/** The app in the sandbox's shop, with a rule in its draft, and what its routes answer a merchant as the server has them do. */
async function openAdmin(trouble: Trouble) {
  const database = databases[trouble];
  const demo = await openDemoShop({ toml: APP_CONFIGURATION });
  const encore: Encore = await encoreFor(demo, database);
  const shop = demo.store.shop.domain as Shop;
  const revision = await database.inShop(shop, async (tenant) => {
    const draft = await loadDraft(tenant);
    const rules = [RULE];
    await saveDraft(
      tenant,
      { ...draft.rulebook, rules },
      { expectedRevision: draft.revision, by: "1", now: Date.now() },
    );
    return (await loadDraft(tenant)).revision;
  });
  const context: AppLoadContext = { encore };
  /** Answers within what a merchant waits, whatever becomes of it. */
  const ask = async (route: Loader, path: string, params: Params = {}, sent?: unknown) => {
    const headers = { Authorization: `Bearer ${demo.store.sessionToken()}`, "User-Agent": "Mozilla/5.0 Chrome/131" };
    const init = sent === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(sent) };
    const request = new Request(`http://127.0.0.1:4040${path}`, init);
    const began = performance.now();
    const response = await Promise.resolve(answeringRefusals(route)({ request, params, context })).catch(
      (thrown: unknown) => {
        if (thrown instanceof Response) return thrown;
        throw thrown;
      },
    );
    expect(performance.now() - began, path).toBeLessThan(8_000);
    return response instanceof Response ? { status: response.status, body: await bodyOf(response) } : { status: 200 };
  };
  return { ask, demo, revision };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
