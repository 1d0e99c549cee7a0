import fc from "fast-check";
import { expect, test } from "vitest";
import { inListingOrder } from "#app/core/rules/listing-order.ts";
import { orderDifference } from "#app/core/rules/order-difference.ts";
import { withRulesOf } from "#app/core/rules/published-order.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { someRule } from "#tests/support/builders.ts";

const rulebookOf = (priorities: Readonly<Record<string, number>>): Rulebook => ({
  format: 1,
  rules: Object.entries(priorities).map(([id, priority]) => someRule({ id: id as RuleId, priority })),
});
const rulesOf = ({ rules }: Rulebook, ...ids: readonly string[]) => rules.filter(({ id }) => ids.includes(id));
const order = ({ rules }: Rulebook) => inListingOrder(rules).map(({ id }) => id);

test("a new rule takes the place that it has in the draft, also where others made room for it", () => {
  const published = rulebookOf({ a: 1, b: 2, c: 3 });
  const draft = rulebookOf({ a: 1, b: 3, c: 4, d: 2 });
  expect(order(withRulesOf(draft, rulesOf(draft, "d"), published))).toEqual(["a", "d", "b", "c"]);
});

test("a rule whose own move is not published stays where it is", () => {
  const published = rulebookOf({ a: 1, b: 2, c: 3, d: 4 });
  const draft = rulebookOf({ d: 1, a: 2, b: 3, c: 4 });
  const next = withRulesOf(draft, rulesOf(draft, "b"), published);
  expect(order(next)).toEqual(["a", "b", "c", "d"]);
  expect(order(withRulesOf(draft, rulesOf(draft, "d"), next))).toEqual(["d", "a", "b", "c"]);
});

test("a rule that only made room keeps its place also towards those whose move is not published", () => {
  const published = rulebookOf({ a: 1, b: 2, c: 3 });
  const draft = rulebookOf({ c: 3, a: 4, b: 5 });
  expect(order(withRulesOf(draft, rulesOf(draft, "b"), published))).toEqual(["a", "b", "c"]);
});

test("rules that share a priority in the draft share it when they are published", () => {
  const published = rulebookOf({ a: 10 });
  const draft = rulebookOf({ a: 10, b: 10 });
  expect(withRulesOf(draft, rulesOf(draft, "b"), published).rules.map(({ priority }) => priority)).toEqual([10, 10]);
});

const priorities = fc.dictionary(fc.constantFrom(..."abcdef"), fc.integer({ min: 1, max: 8 }), { minKeys: 1 });

test("of any draft, what is published stands to what stayed as the draft has it, and nothing else is moved", () => {
  fc.assert(
    fc.property(priorities, priorities, fc.subarray([..."abcdef"], { minLength: 1 }), (before, after, chosen) => {
      const [published, draft] = [rulebookOf(before), rulebookOf(distinct(after))];
      const wanted = rulesOf(draft, ...chosen);
      const next = withRulesOf(draft, wanted, published);
      const ids = new Set(wanted.map(({ id }) => id));
      const { moved } = orderDifference(published.rules, draft.rules);
      const isSettled = ({ id }: Rule) => ids.has(id) || !moved.has(id);
      const settled = (rules: readonly Rule[]) => inListingOrder(rules.filter(isSettled)).map(({ id }) => id);
      const inBoth = new Set(
        next.rules.filter(({ id }) => draft.rules.some((one) => one.id === id)).map(({ id }) => id),
      );
      const among = (list: readonly RuleId[]) => list.filter((id) => inBoth.has(id));
      expect(among(settled(next.rules))).toEqual(among(settled(draft.rules)));
      const others = (rulebook: Rulebook) =>
        order({ ...rulebook, rules: rulebook.rules.filter(({ id }) => !ids.has(id)) });
      expect(others(next)).toEqual(others(published));
    }),
    { numRuns: 2_000 },
  );
});

/** As the list makes them: each rule with a priority of its own. */
function distinct(given: Readonly<Record<string, number>>): Record<string, number> {
  const sorted = Object.entries(given).sort(([, left], [, right]) => left - right);
  return Object.fromEntries(sorted.map(([id], index) => [id, index + 1]));
}
