import { describe, expect, test } from "vitest";
import { AnswerBanner } from "#app/admin/rules/answer-banner.tsx";
import type { RuleAnswer } from "#app/admin/rules/rule-answer.ts";
import { RuleEditor } from "#app/admin/rules/rule-editor.tsx";
import { editorDataOf } from "#app/admin/rules/rule-editor-data.ts";
import { rowsOf } from "#app/admin/rules/rule-row.ts";
import { RulesPage } from "#app/admin/rules/rules-page.tsx";
import { type RulesPageData, rulesPageOf } from "#app/admin/rules/rules-page-data.ts";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { automaticDiscountsOf } from "#app/core/rules/automatic-discount.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { GBP, NOON, pounds, someProduct, someRule, someVariant, TEACUP } from "#tests/support/builders.ts";
import { draw, readable } from "./draw.tsx";

const shop = { currency: GBP, timezone: "Europe/London" };
const teacup = someProduct({ id: TEACUP, title: "Regency Teacup" });

function kept(
  draft: readonly Rule[],
  live: readonly Rule[] = [],
  products: readonly CatalogProduct[] = [],
): RulesScreen {
  return {
    shop,
    draft: { rulebook: { format: 1, rules: draft }, revision: 1 },
    ...(live.length > 0 ? { published: { rulebook: { format: 1, rules: live }, version: 1 } } : {}),
    products: [teacup, someProduct(), ...products],
    collections: [],
    scopes: ["write_products", "write_discounts"],
    discounts: [],
  };
}

function list(...parameters: Parameters<typeof kept>): string {
  return drawList(rulesPageOf(kept(...parameters)));
}

function drawList(data: RulesPageData, answer?: RuleAnswer): string {
  return draw(<RulesPage data={data} answer={answer} busy={undefined} publish={nothing} pause={nothing} />);
}

function editor(rule: Rule | undefined, answer?: RuleAnswer, products?: readonly CatalogProduct[]): string {
  const data = editorDataOf(kept(rule ? [rule] : [], [], products), rule?.id ?? "new");
  if (!data) throw new Error("there is such a rule");
  return draw(
    <RuleEditor data={data} answer={answer} busy={undefined} send={nothing} leave={nothing} opened={nothing} />,
  );
}

const nothing = () => undefined;

const PAID_BY_CARD: Rule["when"] = { all: [{ kind: "payment-method", methods: ["card"] }] };

/** A rule whose discount Shopify can apply by itself. */
function bump(place: number): Rule {
  const rule = someRule();
  return {
    ...rule,
    id: `bump-${place}` as RuleId,
    name: `Bump ${place}`,
    surfaces: ["checkout"],
    priority: place + 1,
    path: { offer: { ...rule.path.offer, quantityMost: 1 } },
  };
}

describe("the list of rules", () => {
  test("teaches what a rule is while there are none", () => {
    const html = list([]);
    expect(readable(html)).toContain("Make the second sale");
    expect(html).toContain('href="/app/rules/new"');
  });

  test("reads each rule as a sentence with what it costs the shopper", () => {
    const text = readable(list([someRule()], [someRule()]));
    expect(text).toContain("Teacups → Cakestand");
    expect(text).toContain(
      "When an order bought Regency Teacup, on the post-purchase page, offer Regency Cakestand 3 Tier at 15 % off, up to 2 of it.",
    );
    expect(text).toContain("15% off → £10.84 instead of £12.75 · Post-purchase page · Priority 1");
  });

  test("says on which pages each rule stands, and on which it stands in vain", () => {
    const text = readable(list([someRule({ surfaces: ["cart", "thank-you"], when: PAID_BY_CARD })]));
    expect(text).toContain("Cart, Thank-you page · Priority 1");
    expect(text).toContain("This rule can never match in the cart: it needs the payment method.");
  });

  test("says which pages wait for the merchant's permission, and only where a rule stands on them", () => {
    const toldOf = (rule: Rule) => readable(drawList(rulesPageOf({ ...kept([rule]), scopes: ["read_products"] })));
    expect(toldOf(someRule({ surfaces: ["thank-you"] }))).toContain("Some pages wait for your permission");
    expect(toldOf(someRule())).not.toContain("wait for your permission");
  });

  test("counts the automatic discounts, and names the rules that got none with the reason", () => {
    const bumps = Array.from({ length: 16 }, (_, index) => bump(index));
    const [first, second, ...others] = automaticDiscountsOf([{ format: 1, rules: bumps }], shop.timezone);
    if (!first || !second) throw new Error("every bump can have one");
    const refused = { ...second, refusal: "Only 25 automatic discounts can be active." };
    const discounts = [{ ...first, discountId: "1" }, refused, ...others.map((one) => ({ ...one, discountId: "2" }))];
    const text = readable(drawList(rulesPageOf({ ...kept(bumps, bumps), discounts: discounts.slice(0, 15) })));
    expect(text).toContain("Automatic discounts: 14 of 15");
    expect(text).toContain("Bump 1: Shopify made none (“Only 25 automatic discounts can be active.”)");
    expect(text).toContain("Bump 15: all 15 are taken by rules that are asked before it");
    expect(readable(list([someRule()], [someRule()]))).not.toContain("Automatic discounts");
  });

  test("says draft, live, live with unpublished changes, and paused", () => {
    const rule = someRule();
    const changed = { ...rule, name: "Another name", editedAt: NOON + 1 };
    const paused: Rule = { ...rule, status: "paused" };
    expect(readable(list([rule]))).toContain("Draft");
    expect(rowsOf(kept([rule], [rule])).map(({ status }) => status)).toEqual(["live"]);
    expect(readable(list([changed], [rule]))).toContain("Live · unpublished changes");
    expect(readable(list([rule], [paused]))).toContain("Paused");
  });

  test("published again without a change it is plainly live, whatever order the database gives its fields in", () => {
    const rule = someRule();
    const shuffled = Object.fromEntries(Object.entries(rule).reverse()) as unknown as Rule;
    expect(rowsOf(kept([rule], [{ ...shuffled, editedAt: NOON - 1 }]))[0]?.status).toBe("live");
  });

  test("warns where a rule cannot do what it says", () => {
    const cases: readonly [Partial<CatalogProduct>, string][] = [
      [{ status: "deleted" }, "The offered product was deleted: Regency Cakestand 3 Tier."],
      [{ status: "archived" }, "The offered product is archived: Regency Cakestand 3 Tier."],
      [{ requiresSellingPlan: true }, "sold by subscription only"],
      [{ variants: [someVariant({ stock: { kind: "tracked", left: 0 } })] }, "is sold out: Regency Cakestand 3 Tier."],
    ];
    for (const [changes, warning] of cases) {
      expect(readable(list([someRule()], [], [someProduct(changes)]))).toContain(warning);
    }
    expect(readable(list([someRule()], [], [{ ...teacup, status: "deleted" }]))).toContain("no order can fit any more");
  });

  test("says from which price when variants differ, and what sending it costs", () => {
    const dear = someVariant({ id: "2003" as never, price: pounds(20) });
    const base = someRule();
    const offer = { ...base.path.offer, shipping: { kind: "price" as const, prices: [pounds(3.5)] } };
    const twoPrices = [someProduct({ variants: [dear, someVariant()] })];
    const text = readable(list([someRule({ path: { offer } })], [], twoPrices));
    expect(text).toContain("offer Regency Cakestand 3 Tier at 15 % off, up to 2 of it, shipping £3.50.");
    expect(text).toContain("15% off → from £10.84 instead of £12.75 · Post-purchase page · Priority 1");
  });

  test("says why and when a rule paused itself, and what to do", () => {
    const paused = someRule({ status: "paused", pausedBecause: { what: "refunds", inARow: 4, at: NOON } });
    expect(readable(list([paused], [paused]))).toContain(
      "Paused itself after 4 refunds in a row, 21 Nov 2026, 12:00. Publish it again to go on.",
    );
  });

  test("says that a draft differs from what is live, or that a version is being tried", () => {
    const changed = someRule({ priority: 2 });
    expect(readable(list([changed], [someRule()]))).toContain("Your draft says something else than what is live");
    expect(readable(list([someRule()], [someRule()]))).not.toContain("Your draft says something else");
    const screen = { ...kept([changed], [someRule()]), trial: { version: 2, percent: 10 } };
    expect(readable(drawList(rulesPageOf(screen)))).toContain("Version 2 is being tried by 10% of your shoppers");
  });

  test("asks rules of a lower number first", () => {
    const rules = [someRule({ id: "b" as RuleId, priority: 2 }), someRule({ id: "a" as RuleId, priority: 1 })];
    expect(rowsOf(kept(rules)).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("says what could not be done, without losing the list", () => {
    const html = drawList(rulesPageOf(kept([someRule()])), {
      kind: "failed",
      why: { message: "frame.could-not.shopify-away" },
    });
    expect(readable(html)).toMatch(/That was not done Shopify is away\..*Teacups → Cakestand/);
  });
});

describe("the rule editor", () => {
  test("shows a rule that says more than its fields in words only, with the way to change it", () => {
    const base = someRule();
    const rule = someRule({ schedule: { until: "2026-12-24" }, path: { ...base.path, ifDeclined: base.path } });
    const html = editor(rule);
    expect(readable(html)).toContain("This rule says more than the editor can show");
    expect(readable(html)).toMatch(/if declined, offer Regency Cakestand 3 Tier.*; until 2026-12-24\./);
    expect(html).not.toMatch(/<input|<textarea/);
    expect(html).toContain('href="/app/rulebook/import"');
  });

  test("begins with a form that says what to do", () => {
    const text = readable(editor(undefined));
    expect(text).toContain("When customers bought any of The products that set the offer off.");
    expect(text).toContain("Choose the product");
    expect(text).toContain("the rule reads itself out here");
  });

  test("shows the price that the discount makes, and reads the rule aloud", () => {
    const text = readable(editor(someRule()));
    expect(text).toContain("15% off → £10.84 instead of £12.75");
    expect(text).toContain("When a customer has bought Regency Teacup and paid, offer Regency Cakestand 3 Tier:");
  });

  test("says from which price when variants differ", () => {
    const dear = someVariant({ id: "2003" as never, price: pounds(20) });
    const text = readable(editor(someRule(), undefined, [someProduct({ variants: [dear, someVariant()] })]));
    expect(text).toContain("15% off → from £10.84 instead of £12.75");
    expect(text).toContain("all 2 variants");
  });

  test("says beside each field what is wrong with it, and above what no field can say", () => {
    const html = editor(someRule(), {
      kind: "invalid",
      problems: [
        { path: "when.all[0].products", message: "problem.condition.products" },
        { path: "path.offer.discount.percent", message: "problem.discount.percent" },
        { path: "path.offer.words.headline.de", message: "problem.text.most", values: { most: 120 } },
        { path: "surfaces", message: "problem.rule.surfaces" },
        { path: "schedule.until", message: "problem.period.reversed" },
      ],
    });
    expect(html).toMatch(/id="triggersError"[\s\S]*?Choose at least one product\./);
    expect(html).toMatch(
      /id="percentError"[\s\S]*?The discount is a percentage above 0, at most 100, with at most two decimals\./,
    );
    expect(html).toMatch(/id="headline\.deError"[\s\S]*?At most 120 characters fit here\./);
    expect(readable(html)).toMatch(
      /Not saved yet: see what needs changing below It would end before it begins: the end must be later\./,
    );
    expect(readable(html)).toContain("Choose at least one page for the rule to speak on.");
  });

  test("no longer says that something needs changing when all of it has been changed", () => {
    const answer: RuleAnswer = { kind: "invalid", problems: [] };
    const banner = (isMended: boolean) =>
      draw(
        <AnswerBanner
          answer={answer}
          elsewhere={[]}
          isMended={isMended}
          isStanding={true}
          onMine={nothing}
          onTheirs={nothing}
        />,
      );
    expect(readable(banner(false))).toContain("Not saved yet: see what needs changing below");
    expect(banner(true)).not.toContain("Not saved yet");
  });

  test("says so when saving failed, with what was written still there", () => {
    const text = readable(editor(someRule(), { kind: "failed", why: { message: "frame.unreached" } }));
    expect(text).toContain("Encore could not be reached. What you wrote still stands below.");
  });

  test("says of a deleted product that set it off that no order can hold it, not that nothing is offered", () => {
    const text = readable(editor(someRule(), undefined, [{ ...teacup, status: "deleted" }]));
    expect(text).toContain("Regency Teacup Deleted in your shop: no new order can hold it.");
    expect(text).not.toContain("nothing is offered");
  });

  test("shows no picture of a deleted product: it is deleted with it", () => {
    const image = { url: "https://cdn.example/cakestand.png", description: "" };
    expect(editor(someRule(), undefined, [someProduct({ image })])).toContain(image.url);
    const gone = [someProduct({ image, status: "deleted" })];
    expect(editor(someRule(), undefined, gone)).not.toContain(image.url);
    expect(list([someRule()], [], gone)).not.toContain(image.url);
  });

  test("warns that the product it offers was deleted, in the field too", () => {
    const text = readable(editor(someRule(), undefined, [someProduct({ status: "deleted" })]));
    expect(text).toContain("Needs your attention The offered product was deleted");
    expect(text).toContain("Deleted in your shop: nothing is offered until you choose another.");
  });
});
