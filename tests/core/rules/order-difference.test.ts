import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceSentence } from "#app/core/rules/diff.words.ts";
import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import { inListingOrder } from "#app/core/rules/listing-order.ts";
import { movedRule, withPriorities } from "#app/core/rules/moved-rule.ts";
import { namesFrom } from "#app/core/rules/names.ts";
import { orderDifference } from "#app/core/rules/order-difference.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { NOON, pounds, someRule } from "#tests/support/builders.ts";

const id = (index: number) => `rule-${index}` as RuleId;
const rulesOf = (...priorities: readonly number[]) =>
  priorities.map((priority, index) => someRule({ id: id(index), name: `Rule ${index}`, priority }));
const renumbered = (rules: readonly Rule[], ...priorities: readonly number[]) =>
  rules.map((rule, index) => ({ ...rule, priority: priorities[index] ?? rule.priority }));
const moved = (rules: readonly Rule[], from: number, to: number) =>
  withPriorities({ format: 1, rules }, movedRule(rules, id(from), to) ?? [], NOON + 1).rules;

const names = namesFrom({ money: (amount) => String(amount.minor), say: sayInEnglish });
const told = (before: readonly Rule[], after: readonly Rule[]) =>
  diffRulebooks({ format: 1, rules: before }, { format: 1, rules: after }).map((one) => differenceSentence(one, names));

describe("a rule that was moved", () => {
  test("among rules without gaps is told as one move, whatever made room for it", () => {
    const rules = rulesOf(...Array.from({ length: 300 }, (_, index) => index + 1));
    expect(told(rules, moved(rules, 299, 0))).toEqual([
      "Rule 299: it moved from place 300 to place 1.",
      "299 rules only made room: they have other priorities, and stand among the others as before.",
    ]);
  });

  test("to the front of rules that all have the first priority is told as the one that moved, though it kept its own", () => {
    const rules = inListingOrder(rulesOf(...Array.from({ length: 300 }, () => 1)));
    const last = rules[299] as Rule;
    const after = withPriorities({ format: 1, rules }, movedRule(rules, last.id, 0) ?? [], NOON + 1).rules;
    expect(after.find((rule) => rule.id === last.id)?.priority).toBe(1);
    expect(told(rules, after)).toEqual([
      `${last.name}: it moved from place 300 to place 1.`,
      "299 rules only made room: they have other priorities, and stand among the others as before.",
    ]);
  });

  test("is told beside what else was changed in it", () => {
    const rules = rulesOf(10, 20, 30);
    const [first, second, third] = moved(rules, 2, 0) as [Rule, Rule, Rule];
    expect(told(rules, [first, second, { ...third, name: "Spoons" }])).toEqual([
      "Spoons: it moved from place 3 to place 1.",
      "Spoons: its name is Spoons instead of Rule 2.",
    ]);
  });

  test("is told also where another's conditions ask for more now, so that it stands behind that one", () => {
    const [first, second] = rulesOf(1, 1) as [Rule, Rule];
    const asksMore: Rule = {
      ...second,
      when: { all: [second.when, { kind: "order-value", atLeast: pounds(20) }] },
      editedAt: first.editedAt - 1,
    };
    expect(told([{ ...first, editedAt: first.editedAt + 1 }, second], [first, asksMore])).toContain(
      "Rule 1: it moved from place 2 to place 1.",
    );
  });
});

describe("a rule that was not moved", () => {
  test("is told with its new priority when it alone was given another one", () => {
    expect(told(rulesOf(10, 20), rulesOf(10, 25))).toEqual(["Rule 1: its priority is 25 instead of 20."]);
  });

  test("is told with its new priority when it shares one with another from now on, or no longer does", () => {
    expect(told(rulesOf(1, 2), rulesOf(1, 1))).toEqual(["Rule 1: its priority is 1 instead of 2."]);
    expect(told(rulesOf(1, 1), rulesOf(1, 2))).toEqual(["Rule 1: its priority is 2 instead of 1."]);
  });

  test("is not told one by one when all were numbered anew", () => {
    expect(told(rulesOf(1, 2, 3), rulesOf(10, 20, 30))).toEqual([
      "3 rules only made room: they have other priorities, and stand among the others as before.",
    ]);
  });

  test("is told when others went around it, at the same place", () => {
    const rules = rulesOf(1, 2, 3, 4, 5);
    expect(told(rules, renumbered(rules, 4, 5, 3, 1, 2)).filter((sentence) => sentence.includes("Rule 2"))).toEqual([
      "Rule 2: it stays at place 3, but others have gone around it.",
    ]);
  });

  test("stands where it stood although others came, went, or were archived", () => {
    const [first, second, third] = rulesOf(1, 2, 3) as [Rule, Rule, Rule];
    const archived: Rule = { ...first, status: "archived", priority: 9 };
    const { moved: none } = orderDifference([first, second, third], [archived, second, third]);
    expect(none.size).toBe(0);
    expect(orderDifference([first, second], [second, third]).moved.size).toBe(0);
  });
});

const standsBefore = (rules: readonly Rule[], first: number, second: number) =>
  Math.sign((rules[first]?.priority ?? 0) - (rules[second]?.priority ?? 0));

test("of any two orders, the rules that are not told as moved stand to each other as before, and no fewer moves would do", () => {
  const orders = fc
    .integer({ min: 1, max: 7 })
    .chain((length) =>
      fc.tuple(
        ...([0, 1] as const).map(() =>
          fc.array(fc.integer({ min: 1, max: 6 }), { minLength: length, maxLength: length }),
        ),
      ),
    );
  fc.assert(
    fc.property(orders, ([before = [], after = []]) => {
      const rules = rulesOf(...before);
      const now = renumbered(rules, ...after);
      const agree = (kept: readonly number[]) =>
        kept.every((one) => kept.every((other) => standsBefore(rules, one, other) === standsBefore(now, one, other)));
      const places = rules.map((_, index) => index);
      const stayed = places.filter((index) => !orderDifference(rules, now).moved.has(id(index)));
      expect(agree(stayed)).toBe(true);
      const most = Math.max(...subsetsOf(places).map((kept) => (agree(kept) ? kept.length : 0)));
      expect(stayed.length).toBe(most);
    }),
    { numRuns: 500 },
  );
});

function subsetsOf([first, ...rest]: readonly number[]): number[][] {
  if (first === undefined) return [[]];
  return subsetsOf(rest).flatMap((kept) => [kept, [first, ...kept]]);
}

test("ten thousand rules of which each changed its place are told by all but one of them", () => {
  const rules = rulesOf(...Array.from({ length: 10_000 }, (_, index) => index + 1));
  const turned = renumbered(rules, ...rules.map(({ priority }) => 10_001 - priority));
  expect(orderDifference(rules, turned).moved.size).toBe(9_999);
});
