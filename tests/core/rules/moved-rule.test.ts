import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inListingOrder } from "#app/core/rules/listing-order.ts";
import { lastPriority, movedRule, type NewPriority, withPriorities } from "#app/core/rules/moved-rule.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { NOON, someRule } from "#tests/support/builders.ts";

const rulesOf = (...priorities: readonly number[]) =>
  priorities.map((priority, index) => someRule({ id: `rule-${index}` as RuleId, priority }));

const move = (rules: readonly Rule[], place: number, to: number) =>
  movedRule(rules, rules[place]?.id as RuleId, to)?.map(({ rule, priority }) => `${rule}: ${priority}`);

describe("a rule moved to another place of the list", () => {
  test("takes a priority between its neighbours', and nothing else changes", () => {
    expect(move(rulesOf(10, 20, 30), 2, 1)).toEqual(["rule-2: 15"]);
    expect(move(rulesOf(10, 20, 30), 2, 0)).toEqual(["rule-2: 5"]);
    expect(move(rulesOf(10, 20, 30), 0, 2)).toEqual(["rule-0: 40"]);
  });

  test("pushes its neighbours no farther than they must go, to whichever side takes fewer of them", () => {
    expect(move(rulesOf(1, 2, 3, 9), 3, 1)).toEqual(["rule-1: 10", "rule-2: 11"]);
    expect(move(rulesOf(1, 4, 5, 6, 7, 8), 5, 2)).toEqual(["rule-1: 3", "rule-5: 4"]);
    expect(move(rulesOf(1, 2), 1, 0)).toEqual(["rule-0: 3"]);
  });

  test("into the midst of rules of one priority, parts them", () => {
    expect(move(rulesOf(1, 1, 1, 1), 3, 2)).toEqual(["rule-3: 2", "rule-2: 3"]);
  });

  test("to the end leaves a gap behind the one that was last, as long as there is room for one", () => {
    expect(move(rulesOf(1, 9_990), 0, 1)).toEqual(["rule-0: 9995"]);
    expect(move(rulesOf(1, 9_999), 0, 1)).toEqual(["rule-0: 10000"]);
    expect(lastPriority([])).toBe(10);
    expect(lastPriority(rulesOf(30, 10))).toBe(40);
    expect(lastPriority(rulesOf(10_000))).toBe(10_000);
  });

  test("to where it stands already changes nothing, and beyond the end is the end", () => {
    expect(move(rulesOf(1, 2, 3), 1, 1)).toEqual([]);
    expect(move(rulesOf(1, 2, 3), 1, 99)).toEqual(["rule-1: 13"]);
    expect(move(rulesOf(1, 2, 3), 2, -1)).toEqual(["rule-0: 4", "rule-1: 5"]);
  });

  test("finds a place at the end of all priorities, and says where there is none left", () => {
    expect(move(rulesOf(1, 9_999, 10_000), 0, 2)).toEqual(["rule-1: 9998", "rule-2: 9999", "rule-0: 10000"]);
    const all = rulesOf(...Array.from({ length: 10_000 }, (_, index) => index + 1));
    expect(
      movedRule([...all, someRule({ id: "last" as RuleId, priority: 10_000 })], "last" as RuleId, 5),
    ).toBeUndefined();
  });
});

const arbitraryList = fc
  .array(
    fc.record({
      priority: fc.integer({ min: 1, max: 12 }),
      asks: fc.constantFrom({ all: [] }, someRule().when),
      editedAt: fc.integer({ min: NOON - 3, max: NOON + 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rules) =>
    inListingOrder(
      rules.map(({ priority, asks, editedAt }, index) =>
        someRule({ id: `rule-${index}` as RuleId, priority, when: asks, editedAt }),
      ),
    ),
  );
const place = fc.integer({ min: 0, max: 12 });

test("of any list, a rule stands where it was moved to, and the others as they stood", () => {
  fc.assert(
    fc.property(arbitraryList, place, place, (rules, from, to) => {
      const moved = rules[from % rules.length] as Rule;
      const changes = movedRule(rules, moved.id, to);
      const after = inListingOrder(withPriorities({ format: 1, rules }, changes ?? [], NOON).rules);
      const others = rules.filter((rule) => rule !== moved);
      const wanted = others.toSpliced(Math.min(to, others.length), 0, moved);
      expect(after.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      const touched = new Set(changes?.map(({ rule }) => rule));
      for (const rule of after) {
        const before = rules.find(({ id }) => id === rule.id) as Rule;
        if (touched.has(rule.id)) expect(rule.editedAt).toBeGreaterThan(before.editedAt);
        else expect(rule).toBe(before);
      }
    }),
    { numRuns: 2_000 },
  );
});

describe.each([
  { where: "where there is room above", least: 1, most: 7, end: 14 },
  { where: "at the end of all priorities", least: 9_994, most: 10_000, end: 10_000 },
])("of any list of different priorities, $where", ({ least, most, end }) => {
  test("no fewer changes would do", () => {
    const different = fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(different, place, place, (priorities, from, to) => {
        const rules = rulesOf(...priorities.toSorted((left, right) => left - right));
        const moved = rules[from % rules.length] as Rule;
        const others = rules.filter((rule) => rule !== moved);
        const wanted = others.toSpliced(Math.min(to, others.length), 0, moved);
        const changes = movedRule(rules, moved.id, to) as readonly NewPriority[];
        const range = { above: Math.max(0, least - 6), end };
        expect(changes.length).toBe(
          fewestChanges(
            wanted.map(({ priority }) => priority),
            range,
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** By trying all: priorities that rise from the first to the last, as many as can be as they were. */
function fewestChanges(
  [first, ...rest]: readonly number[],
  { above, end }: { readonly above: number; readonly end: number },
): number {
  if (first === undefined) return 0;
  const ways = Array.from({ length: end - above }, (_, index) => above + 1 + index);
  return Math.min(...ways.map((way) => (way === first ? 0 : 1) + fewestChanges(rest, { above: way, end })), 99);
}
