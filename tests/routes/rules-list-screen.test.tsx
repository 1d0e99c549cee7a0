import { describe, expect, test } from "vitest";
import { EVERY_RULE, type RuleFilter } from "#app/admin/rules/rule-filter.ts";
import type { RulesAnswer } from "#app/admin/rules/rules-ask.ts";
import { RulesPage } from "#app/admin/rules/rules-page.tsx";
import { type RuleNumbersById, type RulesPageData, rulesPageOf } from "#app/admin/rules/rules-page-data.ts";
import { TEMPLATE_IDS } from "#app/admin/rules/templates.ts";
import { TemplatesPage } from "#app/admin/rules/templates-page.tsx";
import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { automaticDiscountsOf } from "#app/core/rules/automatic-discount.ts";
import { movedRule, withPriorities } from "#app/core/rules/moved-rule.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { GBP, NOON, pounds, someProduct, someRule, someVariant, TEACUP } from "#tests/support/builders.ts";
import { draw, readable } from "./draw.tsx";

const shop = { currency: GBP, timezone: "Europe/London" };
const teacup = someProduct({ id: TEACUP, title: "Regency Teacup" });
const nothing = () => undefined;

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

function drawn(
  data: RulesPageData,
  {
    numbers = {},
    answer,
    locale,
  }: { readonly numbers?: RuleNumbersById; readonly answer?: RulesAnswer; readonly locale?: string } = {},
): string {
  const page = (
    <RulesPage data={data} numbers={numbers} answer={answer} busy={undefined} send={nothing} look={nothing} />
  );
  return draw(page, locale);
}

const list = (...parameters: Parameters<typeof kept>) => drawn(rulesPageOf(kept(...parameters)));
const rule = someRule();

/** So many live rules, the first asked first. */
const many = (count: number): Rule[] =>
  Array.from({ length: count }, (_, index) =>
    someRule({
      id: `rule-${index + 1}` as RuleId,
      name: `Rule ${index + 1}`,
      priority: index + 1,
      editedAt: NOON - index,
    }),
  );

describe("the list of rules", () => {
  test("teaches what a rule is while there are none, and gives seven to start from", () => {
    const html = list([]);
    expect(readable(html)).toContain("Make the second sale");
    for (const id of TEMPLATE_IDS) expect(html).toContain(`href="/app/rules/new?template=${id}"`);
    expect(html).toContain('href="/app/rules/new"');
    expect(html).toContain('href="/app/rulebook/import"');
  });

  test("reads each rule as a sentence with what it costs the shopper", () => {
    const text = readable(list([rule], [rule]));
    expect(text).toContain("Teacups → Cakestand");
    expect(text).toMatch(/When an order bought Regency Teacup, .* offer Regency Cakestand 3 Tier at 15% off/);
    expect(text).toContain("15% off → £10.84 instead of £12.75 · Post-purchase page");
  });

  test("says it in the merchant's language", () => {
    const text = readable(drawn(rulesPageOf(kept([rule], [rule])), { locale: "de-DE" }));
    expect(text).toContain("Regeln");
    expect(text).toContain("15 % Rabatt → 10,84 £ statt 12,75 £ · Seite nach dem Kauf");
  });

  test("says what each rule brought in the last 30 days, and of too few shoppers no share", () => {
    const numbers = { [rule.id]: { shown: 339, accepted: 38, earned: [pounds(412.6)] } };
    expect(readable(drawn(rulesPageOf(kept([rule], [rule])), { numbers }))).toContain(
      "£412.60 earned 38 accepted (11.2%) Shown in 339 orders · last 30 days",
    );
    const few = { [rule.id]: { shown: 9, accepted: 1, earned: [] } };
    expect(readable(drawn(rulesPageOf(kept([rule], [rule])), { numbers: few }))).toContain(
      "1 accepted Shown in 9 orders",
    );
    expect(readable(list([rule], [rule]))).toContain("Not shown in any order of the last 30 days");
    expect(readable(list([rule]))).not.toContain("Not shown");
  });

  test("says draft, live, live with unpublished changes, and paused", () => {
    const changed = { ...rule, name: "Another name", editedAt: NOON + 1 };
    const paused: Rule = { ...rule, status: "paused" };
    expect(readable(list([rule]))).toContain("Draft");
    expect(rulesPageOf(kept([rule], [rule])).rows.map(({ status }) => status)).toEqual(["live"]);
    expect(readable(list([changed], [rule]))).toContain("Live · unpublished changes");
    expect(readable(list([paused], [paused]))).toContain("Paused");
  });

  test("leads to what would change where a paused rule was written otherwise since, and publishes it where not", () => {
    const paused: Rule = { ...rule, status: "paused" };
    const itself: Rule = { ...paused, pausedBecause: { what: "refunds", inARow: 4, at: NOON } };
    expect(readable(list([{ ...paused, editedAt: NOON + 1 }], [paused]))).toContain("Publish again");
    expect(readable(list([paused], [itself]))).toContain("Publish again");
    const changed = readable(list([{ ...paused, name: "Another name", editedAt: NOON + 1 }], [paused]));
    expect(changed).toContain("Review changes");
    expect(changed).not.toContain("Publish again");
  });

  test("says in the same line whether all is published and whether something waits, so that nothing moves when it does", () => {
    expect(readable(list([rule], [rule]))).toContain("Shoppers meet the live rules as they stand here.");
    const waiting = list([{ ...rule, name: "Another name", editedAt: NOON + 1 }], [rule]);
    expect(readable(waiting)).toContain("Not everything here is live yet. Review and publish");
  });

  test("published again without a change it is plainly live, whatever order the database gives its fields in", () => {
    const shuffled = Object.fromEntries(Object.entries(rule).reverse()) as unknown as Rule;
    expect(rulesPageOf(kept([rule], [{ ...shuffled, editedAt: NOON - 1 }])).rows[0]?.status).toBe("live");
  });

  test("asks rules of a lower number first", () => {
    const rules = [someRule({ id: "b" as RuleId, priority: 2 }), someRule({ id: "a" as RuleId, priority: 1 })];
    expect(rulesPageOf(kept(rules)).rows.map((row) => [row.rule.id, row.place])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  test("marks the one rule that was moved, and none that only made room for it", () => {
    const rules = many(40);
    const changes = movedRule(rules, rules[39]?.id as RuleId, 0) ?? [];
    const draft = withPriorities({ format: 1, rules }, changes, NOON + 1).rules;
    const { rows, isUnpublished } = rulesPageOf(kept(draft, rules));
    expect(rows.filter(({ status }) => status === "live-changed").map((row) => [row.rule.name, row.place])).toEqual([
      ["Rule 40", 1],
    ]);
    expect(isUnpublished).toBe(true);
  });

  test("gives every rule a handle, a box and a menu that say which rule they are of", () => {
    const html = list(many(2), many(2));
    for (const name of ["Move Rule 2, place 2 of 2", "More actions for Rule 2"]) expect(html).toContain(name);
    expect(readable(html)).toContain("Select Rule 2");
  });

  test("says what could not be done, without losing the list", () => {
    const answer = { kind: "refused", why: { message: "rules.refused.no-room" } } as const;
    expect(readable(drawn(rulesPageOf(kept([rule])), { answer }))).toMatch(
      /That was not done All 10,000 priorities are taken.*Teacups → Cakestand/,
    );
  });

  test("says that a draft differs from what is live, or that a version is being tried", () => {
    const changed = someRule({ priority: 2 });
    expect(rulesPageOf(kept([changed], [rule])).isUnpublished).toBe(true);
    expect(rulesPageOf(kept([rule], [rule])).isUnpublished).toBe(false);
    const screen = { ...kept([changed], [rule]), trial: { version: 2, percent: 10 } };
    expect(readable(drawn(rulesPageOf(screen)))).toContain("Version 2 is being tried by 10");
  });
});

test("says of how many rules not all that are asked before them were looked at, where there are too many", () => {
  const dearer = many(600).map((rule, index) => ({
    ...rule,
    when: { kind: "order-value", atLeast: pounds(1_000 - index) } as const,
  }));
  expect(readable(list(dearer.slice(0, 300)))).not.toContain("too many rules");
  expect(readable(list(dearer))).toContain(
    "There are too many rules to compare each with all before it: 183 rules were",
  );
});

describe("a rule that needs attention says so", () => {
  test("where its product cannot be sold", () => {
    const cases: readonly [Partial<CatalogProduct>, string][] = [
      [{ status: "deleted" }, "The offered product was deleted: Regency Cakestand 3 Tier."],
      [{ status: "archived" }, "The offered product is archived: Regency Cakestand 3 Tier."],
      [{ status: "unlisted" }, "The offered product is unlisted: Regency Cakestand 3 Tier."],
      [{ requiresSellingPlan: true }, "sold by subscription only"],
      [{ variants: [someVariant({ stock: { kind: "tracked", left: 0 } })] }, "is sold out: Regency Cakestand 3 Tier."],
    ];
    for (const [changes, warning] of cases) {
      expect(readable(list([rule], [], [someProduct(changes)]))).toContain(warning);
    }
    expect(readable(list([rule], [], [{ ...teacup, status: "deleted" }]))).toContain("no order can fit any more");
  });

  test("where it stands on a page that cannot know what it asks", () => {
    const when: Rule["when"] = { all: [{ kind: "payment-method", methods: ["card"] }] };
    const text = readable(list([someRule({ surfaces: ["cart", "thank-you"], when })]));
    expect(text).toContain("Cart, Thank-you page");
    expect(text).toContain("This rule can never match in the cart");
  });

  test("where it paused itself, with why and when", () => {
    const paused = someRule({ status: "paused", pausedBecause: { what: "refunds", inARow: 4, at: NOON } });
    expect(readable(list([paused], [paused]))).toContain(
      "Paused itself after 4 refunds in a row, 21 Nov 2026, 12:00. Publish it again to go on.",
    );
  });

  test("where it stands behind another in vain, by the other's name", () => {
    const rules = many(3).map((one, index) => (index === 0 ? { ...one, when: { all: [] } } : one));
    const data = rulesPageOf(kept(rules, rules));
    expect(data.rows.map(({ trouble }) => trouble.conflict?.behind.map(({ name }) => name))).toEqual([
      undefined,
      ["Rule 1"],
      ["Rule 1"],
    ]);
    expect(readable(drawn(data))).toContain(
      "This rule can never win: “Rule 1” fits every order it fits, is asked first and offers the same. Move it before",
    );
  });
});

describe("many rules", () => {
  const three = many(120);
  const screen = kept(three, three);
  const found = (filter: Partial<RuleFilter>, page?: number) =>
    rulesPageOf(screen, { filter: { ...EVERY_RULE, ...filter }, ...(page === undefined ? {} : { page }) });

  test("stand fifty to a page, and their places go on", () => {
    const data = found({}, 3);
    expect([data.page, data.pages, data.rows.length, data.rows[0]?.place]).toEqual([3, 3, 20, 101]);
    expect(found({}, 99).page).toBe(3);
    expect(found({}, Number.NaN).page).toBe(1);
  });

  test("are found by name, status, page and trouble; archived ones only where they are asked for", () => {
    expect(found({ query: " rule 12" }).rows.map((row) => row.rule.name)).toEqual(["Rule 12", "Rule 120"]);
    expect(found({ status: "draft" }).found).toBe(0);
    expect(found({ surface: "cart" }).found).toBe(0);
    expect(found({ surface: "post-purchase" }).found).toBe(120);
    // All offer the same to the same: only the first can win.
    expect([found({ trouble: true }).found, found({}).troubled]).toEqual([119, 119]);
    const archived = kept([...three, someRule({ id: "old" as RuleId, status: "archived" })], three);
    expect(rulesPageOf(archived).total).toBe(120);
    const old = rulesPageOf(archived, { filter: { ...EVERY_RULE, status: "archived" } });
    expect(old.rows.map((row) => [row.rule.id, row.status, row.place])).toEqual([["old", "archived", undefined]]);
  });

  test("cannot be moved while some are filtered away: places would mean something else", () => {
    expect(drawn(found({ query: "rule 12" }))).not.toContain("Move Rule 12,");
    expect(drawn(found({}))).toContain("Move Rule 12, place 12 of 120");
  });

  test("send no more of the shop than the page names", () => {
    const others = Array.from({ length: 50 }, (_, index) => someProduct({ id: `9${index}` as never }));
    expect(rulesPageOf({ ...screen, products: [...screen.products, ...others] }).titles.products).toHaveLength(2);
  });
});

describe("the other pages", () => {
  test("that wait for the merchant's permission are told only where a rule stands on them", () => {
    const toldOf = (one: Rule) => readable(drawn(rulesPageOf({ ...kept([one]), scopes: ["read_products"] })));
    expect(toldOf(someRule({ surfaces: ["thank-you"] }))).toContain("Some pages wait for your permission");
    expect(toldOf(rule)).not.toContain("wait for your permission");
  });

  test("have their automatic discounts counted, and the rules that got none named with the reason", () => {
    const bumps = Array.from(
      { length: 16 },
      (_, index): Rule => ({
        ...rule,
        id: `bump-${index}` as RuleId,
        name: `Bump ${index}`,
        surfaces: ["checkout"],
        priority: index + 1,
        path: { offer: { ...rule.path.offer, quantityMost: 1 } },
      }),
    );
    const [first, second, ...others] = automaticDiscountsOf([{ format: 1, rules: bumps }], shop.timezone);
    if (!first || !second) throw new Error("every bump can have one");
    const refused = { ...second, refusal: "Only 25 automatic discounts can be active." };
    const discounts = [{ ...first, discountId: "1" }, refused, ...others.map((one) => ({ ...one, discountId: "2" }))];
    const text = readable(drawn(rulesPageOf({ ...kept(bumps, bumps), discounts: discounts.slice(0, 15) })));
    expect(text).toContain("Automatic discounts: 14 of 15");
    expect(text).toContain("Bump 1: Shopify made none (“Only 25 automatic discounts can be active.”)");
    expect(text).toContain("Bump 15: all 15 are taken by rules that are asked before it");
    expect(readable(list([rule], [rule]))).not.toContain("Automatic discounts");
  });
});

test("the page of templates leads to the editor with each, and with nothing", () => {
  const html = draw(<TemplatesPage />);
  for (const id of TEMPLATE_IDS) expect(html).toContain(`href="/app/rules/new?template=${id}"`);
  expect(readable(html)).toContain("First-order tripwire");
});
