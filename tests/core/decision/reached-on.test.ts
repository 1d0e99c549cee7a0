import { describe, expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { reachedOn } from "#app/core/decision/reached-on.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import {
  CAKESTAND,
  LUNCH_BAG,
  pounds,
  someCatalog,
  someFacts,
  someProduct,
  someRule,
} from "#tests/support/builders.ts";

const catalog = someCatalog({ products: [someProduct(), someProduct({ id: LUNCH_BAG, title: "Lunch bag" })] });
const reached = (rules: readonly Rule[], changes: Partial<Facts> = {}) =>
  reachedOn(someFacts({ surface: "thank-you", ...changes }), compile({ format: 1, rules }, 3, catalog));

const rule = someRule({ surfaces: ["post-purchase"] });
const found = { rule: rule.id, ruleName: rule.name };
const EUR = "EUR" as Currency;

describe("an order that the post-purchase page stayed shut for", () => {
  test("would have been reached on thank-you by a rule that stands there, or that could", () => {
    expect(reached([{ ...rule, surfaces: ["post-purchase", "thank-you"] }])).toEqual({ ...found, isThere: true });
    expect(reached([rule])).toEqual({ ...found, isThere: false });
  });

  test("is told first of the rule that stands there, whatever else could", () => {
    const there = someRule({ id: "there" as RuleId, name: "There", surfaces: ["thank-you"], priority: 9 });
    expect(reached([rule, there])).toEqual({ rule: "there", ruleName: "There", isThere: true });
  });

  test("would not have been reached by a rule that does not fit it, is off, or has nothing to sell", () => {
    expect(reached([])).toBeUndefined();
    expect(reached([{ ...rule, status: "paused" }])).toBeUndefined();
    expect(reached([{ ...rule, surfaces: ["cart"] }])).toBeUndefined();
    expect(
      reached([{ ...rule, when: { all: [{ kind: "product", lines: "any", products: [LUNCH_BAG] }] } }]),
    ).toBeUndefined();
    const soldOut = compile({ format: 1, rules: [rule] }, 3, someCatalog({ products: [] }));
    expect(reachedOn(someFacts({ surface: "thank-you" }), soldOut)).toBeUndefined();
  });

  test("paid in another currency is reached by what names no amount, and nothing else is promised", () => {
    const fixed = { ...rule.path.offer, discount: { kind: "fixed-price" as const, prices: [pounds(8)] } };
    const asksForPounds = { kind: "order-value" as const, atLeast: pounds(20) };
    expect(reached([rule], { presentmentCurrency: EUR })).toEqual({ ...found, isThere: false });
    expect(reached([{ ...rule, path: { offer: fixed } }], { presentmentCurrency: EUR })).toBeUndefined();
    expect(reached([{ ...rule, path: { offer: fixed } }])).toEqual({ ...found, isThere: false });
    const conditional = { ...rule, when: { all: [asksForPounds] } };
    expect(reached([conditional])).toEqual({ ...found, isThere: false });
    expect(reached([conditional], { presentmentCurrency: EUR })).toBeUndefined();
  });

  test("that holds the offered product already is not said to be reached", () => {
    const [line] = someFacts().lines;
    if (!line) throw new Error("a purchase has a line");
    expect(reached([rule], { lines: [line, { ...line, product: CAKESTAND }] })).toBeUndefined();
  });
});
