import { expect, test } from "vitest";
import { newRuleId } from "#app/admin/rules/new-rule-id.ts";
import { problemsShown } from "#app/admin/rules/problems.ts";
import { documentOf, emptyForm, formOf, numberIn, suggestedName } from "#app/admin/rules/rule-form.ts";
import { simpleRuleOf } from "#app/admin/rules/simple-rule.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  GBP,
  NOON,
  pounds,
  someProduct,
  someRule,
  TEACUP,
} from "#tests/support/builders.ts";

const products = [someProduct({ id: TEACUP, title: "Regency Teacup" }), someProduct()];

function opened(rule: Rule) {
  const simple = simpleRuleOf(rule, GBP);
  if (!simple) throw new Error("the form can say this rule");
  return formOf(rule, simple, products);
}

test("a rule that was opened and saved untouched says the same as before", () => {
  const base = someRule();
  const rule = someRule({
    path: {
      offer: {
        ...base.path.offer,
        source: { kind: "named", products: [{ product: CAKESTAND, variants: [CAKESTAND_ROSE] }] },
        discount: { kind: "percent", percent: 12.5 },
        shipping: { kind: "price", prices: [pounds(3.5)] },
        words: { headline: { en: "Tea", de: "Tee", fr: "Thé" }, reason: {} },
      },
    },
    pausedBecause: { what: "soldOut", inARow: 3, at: NOON },
  });
  const { id, status, editedAt, ...said } = rule;
  expect(documentOf(opened(rule), GBP, rule)).toEqual(said);
});

test("a rule stands on the pages that were chosen, and on no other", () => {
  const rule = someRule({ surfaces: ["checkout", "thank-you"] });
  expect(opened(rule).surfaces).toEqual(["checkout", "thank-you"]);
  expect(documentOf({ ...opened(rule), surfaces: ["cart"] }, GBP, rule)).toMatchObject({ surfaces: ["cart"] });
});

const base = someRule();
const withOffer = (changes: Partial<Rule["path"]["offer"]>) =>
  someRule({ path: { offer: { ...base.path.offer, ...changes } } });

test.each<[string, Rule]>([
  ["asks for more than a product", someRule({ when: { all: [base.when, { kind: "country", countries: ["GB"] }] } })],
  ["asks for any of several groups", someRule({ when: { any: [base.when] } })],
  [
    "asks that nothing of it was bought",
    someRule({ when: { all: [{ kind: "product", lines: "none", products: [TEACUP] }] } }),
  ],
  ["is for every order", someRule({ when: { all: [] } })],
  ["goes on after an answer", someRule({ path: { ...base.path, ifDeclined: base.path } })],
  ["speaks in an e-mail", someRule({ surfaces: ["post-purchase", "email"] })],
  ["has a schedule", someRule({ schedule: { until: "2026-12-24" } })],
  ["has limits", someRule({ limits: { oncePerCustomer: {} } })],
  ["pauses itself", someRule({ pauseAfter: { refunds: 3 } })],
  [
    "offers a choice",
    withOffer({ source: { kind: "choice", products: [{ product: CAKESTAND }, { product: TEACUP }] } }),
  ],
  [
    "offers the first of several",
    withOffer({ source: { kind: "named", products: [{ product: CAKESTAND }, { product: TEACUP }] } }),
  ],
  ["offers a gift", withOffer({ kind: "gift" })],
  ["takes an amount off", withOffer({ discount: { kind: "amount", amounts: [pounds(2)] } })],
  ["is offered even if bought before", withOffer({ evenIfBoughtBefore: true })],
  [
    "is sent at prices in two currencies",
    withOffer({ shipping: { kind: "price", prices: [pounds(1), { minor: 120, currency: "EUR" as Currency }] } }),
  ],
  [
    "is sent at a price in another currency",
    withOffer({ shipping: { kind: "price", prices: [{ minor: 120, currency: "EUR" as Currency }] } }),
  ],
])("a rule that %s is none for the form", (_, rule) => {
  expect(simpleRuleOf(rule, GBP)).toBeUndefined();
});

test("what was typed with a comma or left empty becomes what was meant", () => {
  const form = { ...opened(someRule()), percent: " 12,5 ", shipping: "price" as const, shippingPrice: "3,5" };
  expect(documentOf(form, GBP)).toMatchObject({
    path: { offer: { discount: { percent: 12.5 }, shipping: { prices: [pounds(3.5)] } } },
  });
  expect(documentOf({ ...form, percent: "" }, GBP)).toMatchObject({ path: { offer: { discount: { kind: "none" } } } });
  for (const text of ["", "abc", "1e3", "-1", "1.2.3", "Infinity"]) expect(numberIn(text)).toBeNull();
});

test("every field that can be wrong has its problem said beside it", () => {
  const form = {
    ...emptyForm,
    percent: "101",
    quantityMost: "0",
    shipping: "price" as const,
    shippingPrice: "free",
    priority: "first",
    words: {
      headline: { en: "x".repeat(121), de: "x".repeat(121) },
      reason: { en: "x".repeat(301), de: "x".repeat(301) },
    },
    name: "n".repeat(121),
  };
  const document = { ...documentOf(form, GBP), id: "a", status: "draft", editedAt: NOON };
  const validated = validateRule(document);
  const shown = problemsShown(validated.kind === "invalid" ? validated.problems : [], form, form, sayInEnglish);
  expect(shown.elsewhere).toEqual([]);
  expect(Object.keys(shown.beside).sort()).toEqual([
    "headline.de",
    "headline.en",
    "name",
    "offered",
    "percent",
    "priority",
    "quantityMost",
    "reason.de",
    "reason.en",
    "shippingPrice",
    "triggers",
  ]);
  expect(shown.first).toBe("triggers");
});

test("a problem is quiet as soon as its field is changed, and the others stay", () => {
  const problems = [
    { path: "path.offer.discount.percent", message: "problem.discount.percent" },
    { path: "priority", message: "problem.rule.priority" },
  ] as const;
  const shown = problemsShown(problems, emptyForm, { ...emptyForm, percent: "10" }, sayInEnglish);
  expect(shown.beside).toEqual({ priority: "The priority is a whole number from 1 to 10,000." });
});

test("a rule is named after its products, and its id after its name", () => {
  const form = opened(someRule());
  expect(suggestedName(form)).toBe("Regency Teacup → Regency Cakestand 3 Tier");
  expect(suggestedName({ ...form, triggers: [...form.triggers, { id: CAKESTAND, title: "C", variants: [] }] })).toBe(
    "Regency Teacup +1 → Regency Cakestand 3 Tier",
  );
  expect(suggestedName(emptyForm)).toBe("");
  expect(newRuleId("Café & Thé → Kännchen!")).toMatch(/^cafe-the-kannchen-[0-9a-f]{6}$/);
  expect(newRuleId("茶碗")).toMatch(/^rule-[0-9a-f]{6}$/);
  expect(newRuleId("x".repeat(200)).length).toBeLessThanOrEqual(64);
});
