import { describe, expect, test } from "vitest";
import type { RuleDocument } from "#app/admin/rule-editor/editing.tsx";
import type { EditorAnswer } from "#app/admin/rule-editor/editor-ask.ts";
import { editorDataOf } from "#app/admin/rule-editor/editor-data.ts";
import { RuleEditorPage } from "#app/admin/rule-editor/rule-editor-page.tsx";
import { templateDocument } from "#app/admin/rules/templates.ts";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { DEMO_SHOP, GBP, NOON, pounds, someProduct, someRule, someVariant, TEACUP } from "#tests/support/builders.ts";
import { draw, readable } from "./draw.tsx";

const shop = { currency: GBP, timezone: "Europe/London", languages: ["en", "de"], currencies: [GBP] };
const teacup = someProduct({ id: TEACUP, title: "Regency Teacup" });

interface Scene {
  readonly rule?: Rule;
  readonly live?: Rule;
  readonly others?: readonly Rule[];
  readonly products?: readonly CatalogProduct[];
  readonly answer?: EditorAnswer;
  readonly template?: RuleDocument;
  readonly scopes?: readonly string[];
}

function editor(
  { rule, live, others = [], products = [], answer, template, scopes = ["write_products", "write_discounts"] }: Scene,
  locale?: string,
): string {
  const screen: RulesScreen = {
    shop,
    draft: { rulebook: { format: 1, rules: [...(rule ? [rule] : []), ...others] }, revision: 1 },
    ...(live ? { published: { rulebook: { format: 1, rules: [live] }, version: 1 } } : {}),
    products: [teacup, someProduct(), ...products],
    collections: [],
    scopes,
    discounts: [],
  };
  const data = editorDataOf(screen, { domain: DEMO_SHOP, shop, id: rule?.id ?? "new", now: NOON });
  if (!data) throw new Error("there is such a rule");
  return draw(
    <RuleEditorPage
      data={data}
      template={template}
      answer={answer}
      busy={undefined}
      send={nothing}
      leave={nothing}
      opened={nothing}
      refresh={nothing}
    />,
    locale,
  );
}

const nothing = () => undefined;

function ofCollection(document: RuleDocument): RuleDocument {
  const { offer } = document.path as { readonly offer: object };
  return {
    ...document,
    path: { offer: { ...offer, source: { kind: "collection", collection: "", order: "best-selling" } } },
  };
}

describe("the rule editor", () => {
  test("says of a condition's dates that they are the shop's, and that the last is not included", () => {
    const text = readable(
      editor({
        rule: someRule({ when: { all: [{ kind: "date", from: "2026-12-01", until: "2026-12-24" }] } }),
      }),
    );
    expect(text).toMatch(/From: Date .*Shop time/);
    expect(text).toContain("Until, not included: Date");
  });

  test("says by an example what a discount comes to until a product is chosen, and that the purchase decides only where it does", () => {
    const template = templateDocument("bought-this", shop);
    expect(editor({ template })).toContain("For example £18.00 instead of £20.00.");
    expect(editor({ template: ofCollection(template) })).toContain(
      "For example £18.00 instead of £20.00: which product it is, the purchase decides.",
    );
  });

  test("begins with the plain sentence, and folds everything else", () => {
    const text = readable(editor({}));
    expect(text).toMatch(/When Products bought They bought .* Choose products/);
    expect(text).toContain("Choose the product");
    expect(text).toContain("Change pages on the post-purchase page");
    expect(text).toContain("Schedule at any time How often without limits Pauses itself never");
    expect(text).toContain("the rule reads itself out here");
  });

  test("begins with what a template says", () => {
    const template = templateDocument("first-order-tripwire", shop);
    const text = readable(editor({ template }));
    expect(text).toContain("First order or returning");
    expect(text).not.toContain("Products bought");
  });

  test("asks a new rule after the others, with room between them", () => {
    const others = [someRule({ id: "first" as RuleId, priority: 1 }), someRule({ id: "last" as RuleId, priority: 40 })];
    expect(editor({ others })).toMatch(/id="priority"[^>]*value="50"|value="50"[^>]*id="priority"/);
  });

  test("shows any rule whole, with its groups, and reads it aloud in the engine's words", () => {
    const base = someRule();
    const rule = someRule({
      when: {
        all: [
          base.when,
          {
            any: [
              { kind: "country", countries: ["GB"] },
              { kind: "weekday", weekdays: ["friday"] },
            ],
          },
        ],
      },
      schedule: { until: "2026-12-24" },
      limits: { oncePerCustomer: { days: 30 }, acceptsPerDay: 20 },
      path: { ...base.path, ifDeclined: base.path },
    });
    const html = editor({ rule });
    const text = readable(html);
    expect(text).toContain("United Kingdom");
    expect(text).toMatch(/if any of these holds.*Days of the week/);
    expect(text).toMatch(
      /The rule, read aloud When an order .* once per customer in 30 days, at most 20 accepted a day\./,
    );
    expect(html).toMatch(/id="limits\.acceptsPerDay"[^>]*value="20"|value="20"[^>]*id="limits\.acceptsPerDay"/);
  });

  test("says on which of its pages nobody knows what a condition asks", () => {
    const rule = someRule({
      surfaces: ["cart", "email"],
      when: { all: [{ kind: "payment-method", methods: ["card"] }] },
    });
    const text = readable(editor({ rule }));
    expect(text).toContain("Not known in the cart");
    expect(text).toContain("This rule can never match in the cart: it needs the payment method.");
  });

  test("says that it can never win behind another rule", () => {
    const before = someRule({ id: "before" as RuleId, name: "Before it", priority: 1 });
    const rule = someRule({ priority: 2 });
    expect(readable(editor({ rule, others: [before] }))).toContain("Before it");
  });

  test("says why and when a rule paused itself", () => {
    const rule = someRule({ status: "paused", pausedBecause: { what: "refunds", inARow: 4, at: NOON } });
    expect(readable(editor({ rule, live: rule }))).toMatch(/Paused itself after 4 refunds.*21 Nov 2026, 12:00/);
  });

  test("offers to publish what is not live yet, changes of what is, and what is paused again", () => {
    const rule = someRule();
    expect(readable(editor({ rule }))).toContain("Publish…");
    expect(readable(editor({ rule: someRule({ priority: 3 }), live: rule }))).toContain("Publish changes…");
    expect(readable(editor({ rule, live: { ...rule, status: "paused" } }))).toContain("Publish again…");
  });

  test("says what was refused, with what was written still there", () => {
    const failed = (answer: EditorAnswer) => readable(editor({ rule: someRule(), answer }));
    expect(failed({ kind: "failed", why: { message: "frame.unreached" } })).toContain(
      "What you wrote still stands below.",
    );
    expect(failed({ kind: "not-found" })).toContain("This rule no longer exists");
    expect(failed({ kind: "trial-running", version: 2, percent: 10, saved: someRule().id })).toMatch(
      /Saved as a draft, but not published Version 2 is being tried by 10% of your shoppers/,
    );
  });

  test("says of a deleted product that set it off that no order can hold it, and shows no picture of it", () => {
    const image = { url: "https://cdn.example/teacup.png", description: "" };
    expect(editor({ rule: someRule(), products: [{ ...teacup, image }] })).toContain(image.url);
    const html = editor({ rule: someRule(), products: [{ ...teacup, image, status: "deleted" }] });
    expect(readable(html)).toContain("Deleted in your shop: no new order can hold it.");
    expect(html).not.toContain(image.url);
  });

  test("shows the price that the discount makes, from the cheapest variant on", () => {
    expect(readable(editor({ rule: someRule() }))).toContain("£10.84 instead of £12.75");
    const dear = someVariant({ id: "2003" as never, price: pounds(20) });
    const text = readable(editor({ rule: someRule(), products: [someProduct({ variants: [dear, someVariant()] })] }));
    expect(text).toContain("from £10.84 instead of £12.75");
  });

  test("speaks the merchant's language, in the rule that is read aloud too", () => {
    const german = readable(editor({ rule: someRule() }, "de-DE"));
    expect(german).toContain("Gekaufte Produkte");
    expect(german).not.toMatch(/Products bought|When an order|Change pages/);
    expect(readable(editor({ rule: someRule() }, "fr"))).toContain("Produits achetés");
  });
});
