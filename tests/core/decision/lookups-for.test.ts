import { expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { lookupsFor } from "#app/core/decision/lookups-for.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { CustomerId, RuleId } from "#app/core/values/ids.ts";
import { LUNCH_BAG, pounds, someCatalog, someFacts, someRule } from "#tests/support/builders.ts";

const named = (id: string, overrides: Partial<Rule> = {}) => someRule({ id: id as RuleId, ...overrides });
const elsewhere: Rule["when"] = { all: [{ kind: "product", lines: "any", products: [LUNCH_BAG] }] };
const ANN = "71" as CustomerId;

const asked = (rules: readonly Rule[], facts = someFacts({ customer: ANN })) =>
  lookupsFor(facts, compile({ format: 1, rules }, 1, someCatalog()));

test("asks nothing where no rule can fit", () => {
  expect(asked([named("a", { when: elsewhere, limits: { acceptsPerDay: 1 } })])).toBeUndefined();
});

test("asks nothing of a guest where no candidate has limits of the shop", () => {
  const { customer: _nobody, ...guest } = someFacts();
  expect(asked([named("a"), named("b", { limits: { oncePerCustomer: {} } })], guest)).toBeUndefined();
});

test("asks for the customer where any rule may fit, whether or not it has limits", () => {
  expect(asked([named("a")])).toEqual({ customer: ANN, rules: [] });
});

test("asks for every candidate with limits of the shop, the first and the last, and for no other rule", () => {
  const rules = [
    named("first", { priority: 1, limits: { acceptsPerDay: 5 } }),
    named("free", { priority: 2 }),
    named("elsewhere", { priority: 3, when: elsewhere, limits: { acceptsPerDay: 5 } }),
    named("last", { priority: 4, limits: { discountBudget: pounds(5) } }),
    named("after", { priority: 5 }),
  ];
  expect(asked(rules)?.rules).toEqual(["first", "last"]);
});

test("asks no further than the hundredth limited candidate: all are counted again at accept", () => {
  const rules = Array.from({ length: 120 }, (_, index) => named(`rule-${index}`, { limits: { acceptsPerDay: 1 } }));
  expect(asked(rules)?.rules).toHaveLength(100);
});
