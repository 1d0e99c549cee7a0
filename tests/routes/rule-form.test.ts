import { expect, test } from "vitest";
import { newRuleId } from "#app/admin/rules/new-rule-id.ts";
import { problemsShown } from "#app/admin/rules/problems.ts";
import { documentOf, emptyForm, formOf, numberIn, suggestedName } from "#app/admin/rules/rule-form.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import { CAKESTAND, GBP, NOON, pounds, someProduct, someRule, TEACUP } from "#tests/support/builders.ts";

const products = [someProduct({ id: TEACUP, title: "Regency Teacup" }), someProduct()];

test("a rule that was opened and saved untouched says the same as before", () => {
  const base = someRule();
  const rule = someRule({
    when: { any: [{ kind: "bought-any-of", products: [TEACUP] }] },
    path: {
      ifDeclined: { offer: base.path.offer },
      offer: {
        ...base.path.offer,
        discount: { kind: "percent", percent: 12.5 },
        shipping: { kind: "price", price: pounds(3.5) },
        words: { headline: { en: "Tea", de: "Tee", fr: "Thé" }, reason: {} },
      },
    },
  });
  const { id, status, editedAt, ...said } = rule;
  expect(documentOf(formOf(rule, products), GBP, rule)).toEqual(said);
});

test("what was typed with a comma or left empty becomes what was meant", () => {
  const form = { ...formOf(someRule(), products), percent: " 12,5 ", shipping: "price" as const, shippingPrice: "3,5" };
  expect(documentOf(form, GBP)).toMatchObject({
    path: { offer: { discount: { percent: 12.5 }, shipping: { price: pounds(3.5) } } },
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
  const shown = problemsShown(validated.kind === "invalid" ? validated.problems : [], form, form);
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
    { path: "path.offer.discount.percent", sentence: "Too much." },
    { path: "priority", sentence: "No number." },
  ];
  const shown = problemsShown(problems, emptyForm, { ...emptyForm, percent: "10" });
  expect(shown.beside).toEqual({ priority: "No number." });
});

test("a rule is named after its products, and its id after its name", () => {
  const form = formOf(someRule(), products);
  expect(suggestedName(form)).toBe("Regency Teacup → Regency Cakestand 3 Tier");
  expect(suggestedName({ ...form, triggers: [...form.triggers, { id: CAKESTAND, title: "C", variants: [] }] })).toBe(
    "Regency Teacup +1 → Regency Cakestand 3 Tier",
  );
  expect(suggestedName(emptyForm)).toBe("");
  expect(newRuleId("Café & Thé → Kännchen!")).toMatch(/^cafe-the-kannchen-[0-9a-f]{6}$/);
  expect(newRuleId("茶碗")).toMatch(/^rule-[0-9a-f]{6}$/);
  expect(newRuleId("x".repeat(200)).length).toBeLessThanOrEqual(64);
});
