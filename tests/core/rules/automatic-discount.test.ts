import { describe, expect, test } from "vitest";
import { automaticDiscountOf, automaticDiscountsOf } from "#app/core/rules/automatic-discount.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { CAKESTAND, pounds, someRule, TEACUP } from "#tests/support/builders.ts";

const LONDON = "Europe/London";
type Offer = Rule["path"]["offer"];

function bump(overrides: Partial<Rule> = {}, offer: Partial<Offer> = {}): Rule {
  const rule = someRule({ surfaces: ["checkout"] });
  return { ...rule, path: { offer: { ...rule.path.offer, quantityMost: 1, ...offer } }, ...overrides };
}
const of = (overrides: Partial<Rule> = {}, offer: Partial<Offer> = {}) =>
  automaticDiscountOf(bump(overrides, offer), LONDON);
const cups = { kind: "product", lines: "any", products: [TEACUP] } as const;

test("teacups in the cart take 15 % off one cakestand, in every cart", () => {
  expect(of()).toMatchObject({ triggers: [TEACUP], products: [CAKESTAND], variants: [], percent: 15 });
});

test("a schedule is meant in the shop's own time", () => {
  expect(of({ schedule: { from: "2026-07-01T09:00" } })).toMatchObject({ from: Date.UTC(2026, 6, 1, 8) });
});

describe("Shopify cannot apply by itself what turns on more than the cart's products:", () => {
  test.each<[string, Partial<Rule>, Partial<Offer>]>([
    ["another surface", { surfaces: ["thank-you"] }, {}],
    ["a paused rule", { status: "paused" }, {}],
    ["a second condition", { when: { all: [cups, { kind: "product", lines: "none", products: [CAKESTAND] }] } }, {}],
    ["every order", { when: { all: [] } }, {}],
    ["alternatives", { when: { any: [cups, cups] } }, {}],
    ["all of several products", { when: { all: [{ ...cups, lines: "all" }] } }, {}],
    ["a limit", { limits: { acceptsPerDay: 5 } }, {}],
    ["an amount off", {}, { discount: { kind: "amount", amounts: [pounds(5)] } }],
    ["no discount", {}, { discount: { kind: "none" } }],
    ["several pieces", {}, { quantityMost: 2 }],
    ["what takes the trigger's place", {}, { replaces: true }],
    ["whatever sells best", {}, { source: { kind: "complementary" } }],
    ["more of the same", {}, { source: { kind: "named", products: [{ product: TEACUP }] } }],
  ])("%s", (_what, overrides, offer) => {
    expect(of(overrides, offer)).toBeUndefined();
  });
});

test("what a trial tries otherwise is not everyone's", () => {
  const same = bump({ id: "same" as RuleId });
  const live = { format: 1, rules: [bump(), same] } as const;
  const tried = { format: 1, rules: [bump({}, { discount: { kind: "percent", percent: 50 } }), same] } as const;
  expect(automaticDiscountsOf([live, tried], LONDON).map(({ rule }) => rule)).toEqual(["same"]);
});

test("no product is sold below the margin floor by a discount that everyone gets", () => {
  const rulebook = { format: 1, rules: [bump()] } as const;
  expect(automaticDiscountsOf([rulebook], LONDON)).toHaveLength(1);
  expect(automaticDiscountsOf([{ ...rulebook, guards: { marginFloorPercent: 20 } }], LONDON)).toEqual([]);
});

test("another percentage is another discount, another name is not", () => {
  expect(of({}, { discount: { kind: "percent", percent: 16 } })?.digest).not.toBe(of()?.digest);
  expect(of({ name: "Renamed" })?.digest).toBe(of()?.digest);
});
