import { describe, expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { conflictOfRule, conflictsAmong as conflictsFound } from "#app/core/decision/conflicts.ts";
import { explain } from "#app/core/decision/explain.ts";
import type { ConditionSpec } from "#app/core/rules/conditions/index.ts";
import { conjunctsOf } from "#app/core/rules/conjuncts.ts";
import { implies, plainClause } from "#app/core/rules/implied-clause.ts";
import { prepareClause, truthIn } from "#app/core/rules/prepared-clause.ts";
import type { Clause, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId } from "#app/core/values/ids.ts";
import { Dice } from "#bench/frame/dice.ts";
import { LUNCH_BAG, pounds, someRule, TEACUP } from "#tests/support/builders.ts";
import { generatedClause } from "./generated/conditions.ts";
import { type Generated, generated } from "./generated.ts";

const conflictsAmong = (rules: readonly Rule[]) => conflictsFound(rules).conflicts;
const bought = (...products: string[]): Clause => ({
  kind: "product",
  lines: "any",
  products: products as ProductId[],
});
const teacups = someRule({ id: "teacups" as RuleId, priority: 1, when: { all: [bought(TEACUP, LUNCH_BAG)] } });
const behind = (changes: Partial<Rule> = {}) =>
  someRule({ id: "behind" as RuleId, priority: 2, when: { all: [bought(TEACUP)] }, ...changes });
const withOffer = (changes: Partial<Rule["path"]["offer"]>): Rule["path"] => ({
  offer: { ...someRule().path.offer, ...changes },
});
const anotherProduct = withOffer({ source: { kind: "named", products: [{ product: LUNCH_BAG }] } });

describe("a rule can never win", () => {
  test("behind one that fits whatever it fits and offers the same", () => {
    expect(conflictsAmong([teacups, behind()])).toEqual([{ rule: "behind", behind: ["teacups"], never: true }]);
  });

  test("but where the other has nothing to offer, when it offers something else", () => {
    expect(conflictsAmong([teacups, behind({ path: anotherProduct })])).toMatchObject([{ never: false }]);
  });

  test("behind one that every order fits, whatever it asks itself", () => {
    const everyone = { ...teacups, when: { all: [] } };
    const asks: Clause = {
      any: [{ kind: "signed-in", signedIn: true }, { none: [{ kind: "device", devices: ["phone"] }] }],
    };
    expect(conflictsAmong([everyone, behind({ when: asks })])).toHaveLength(1);
  });

  test("when two others share its pages between them", () => {
    const rules = [
      { ...teacups, id: "cart" as RuleId, surfaces: ["cart"] as const },
      { ...teacups, id: "after" as RuleId, surfaces: ["thank-you"] as const },
      behind({ surfaces: ["cart", "thank-you"] }),
    ];
    expect(conflictsAmong(rules)).toMatchObject([{ behind: ["cart", "after"] }]);
    expect(conflictsAmong(rules.slice(1))).toEqual([]);
  });

  test("also as a draft that is not among the rules yet, told while it is written", () => {
    expect(conflictOfRule(behind({ status: "draft" }), [teacups])).toMatchObject({ behind: ["teacups"] });
  });
});

describe("among many rules", () => {
  const worth = (index: number, changes: Partial<Rule> = {}) =>
    someRule({
      id: `worth-${index}` as RuleId,
      priority: index,
      when: { kind: "order-value", atLeast: pounds(2_000 - index) },
      ...changes,
    });
  const many = (count: number) => Array.from({ length: count }, (_, index) => worth(index + 1));

  test("each of three hundred is compared with all that are asked before it", () => {
    const last = worth(300, { when: { all: [{ kind: "order-value", atLeast: pounds(2_000 - 280) }, bought(TEACUP)] } });
    expect(conflictsFound([...many(299), last])).toEqual({
      conflicts: [{ rule: "worth-300", behind: ["worth-280"], never: true }],
      notCompared: 0,
    });
  });

  test("it is said of how many not all was looked at", () => {
    const { conflicts, notCompared } = conflictsFound(many(1_000));
    expect(conflicts).toEqual([]);
    expect(notCompared).toBe(1_000 - 251);
    expect(conflictOfRule(worth(1_001, { when: worth(999).when }), many(1_000))).toMatchObject({
      behind: ["worth-999"],
    });
  });

  test("those that speak of other things are not in the way of looking", () => {
    const others = Array.from({ length: 2_000 }, (_, index) =>
      someRule({
        id: `tagged-${index}` as RuleId,
        priority: 1,
        when: { kind: "customer-tag", of: "any", tags: [`tag ${index}`] },
      }),
    );
    const everyone = worth(5, { when: { kind: "order-value", atLeast: pounds(10) } });
    const rules = [...others, everyone, worth(6)];
    expect(conflictsFound(rules)).toMatchObject({
      conflicts: [{ rule: "worth-6", behind: ["worth-5"] }],
      notCompared: 0,
    });
  });
});

describe("no conflict is told", () => {
  const cases: readonly (readonly [string, Rule, Rule])[] = [
    ["when it is asked first", { ...teacups, priority: 3 }, behind()],
    ["when what they are worth decides which is asked first", { ...teacups, priority: 2 }, behind()],
    ["when it fits an order that the other does not", teacups, behind({ when: { all: [bought(TEACUP, "7")] } })],
    ["when the other is not live", { ...teacups, status: "paused" }, behind()],
    ["when the other has a limit that can be used up", { ...teacups, limits: { acceptsPerDay: 5 } }, behind()],
    ["when the other ends before it", { ...teacups, schedule: { until: "2026-12-24" } }, behind()],
    ["when it speaks on a page where the other does not", teacups, behind({ surfaces: ["post-purchase", "cart"] })],
    [
      "when the other replaces what was bought, where nothing can be",
      { ...teacups, path: withOffer({ replaces: true }) },
      behind(),
    ],
    [
      "when the other waits for what is yet to be learned",
      { ...teacups, path: withOffer({ source: { kind: "suggestions" } }) },
      behind(),
    ],
    ["of a rule that is paused", teacups, behind({ status: "paused" })],
  ];
  test.each(cases)("%s", (_, first, second) => {
    expect(conflictsAmong([first, second])).toEqual([]);
  });
});

describe("one condition holds wherever the other does", () => {
  const cases: readonly (readonly [ConditionSpec, ConditionSpec])[] = [
    [
      { kind: "order-value", atLeast: pounds(50) },
      { kind: "order-value", atLeast: pounds(20) },
    ],
    [
      { kind: "country", countries: ["GB"] },
      { kind: "country", countries: ["IE", "GB"] },
    ],
    [
      { kind: "tag", lines: "all", tags: ["tea", "gift"] },
      { kind: "tag", lines: "any", tags: ["gift"] },
    ],
    [
      { kind: "vendor", lines: "only", vendors: ["Old Forge"] },
      { kind: "vendor", lines: "any", vendors: ["Old Forge"] },
    ],
    [
      { kind: "type", lines: "none", types: ["Spade", "Teapot"] },
      { kind: "type", lines: "none", types: ["Spade"] },
    ],
    [
      { kind: "date", from: "2026-11-27", until: "2026-11-28" },
      { kind: "date", from: "2026-11-27T00:00" },
    ],
    [
      { kind: "random-share", percent: 10, seed: "a" },
      { kind: "random-share", percent: 20, seed: "a" },
    ],
    [
      { kind: "bought-before", products: [TEACUP], withinDays: 30 },
      { kind: "bought-before", products: [TEACUP, LUNCH_BAG] },
    ],
  ];
  test.each(cases)("%j, then %j", (first, second) => {
    expect(implies(plainClause(first), plainClause(second))).toBe(true);
    expect(implies(plainClause(second), plainClause(first))).toBe(false);
    expect(implies(plainClause({ none: [second] }), plainClause({ none: [first] }))).toBe(true);
  });
});

/** Other questions than the oracle's, the golden file's and the properties'. */
const FROM = 9_000_000;
const questions = (count: number) => Array.from({ length: count }, (_, index) => generated(FROM + index));

describe("of any shop, purchase and rules", { timeout: 120_000 }, () => {
  test("what is told to hold wherever another clause does, holds wherever it does", () => {
    let told = 0;
    let held = 0;
    for (const { number, facts, catalog } of questions(1_000)) {
      const dice = new Dice(number);
      const clauses = Array.from({ length: 6 }, () => generatedClause(dice, facts, catalog));
      const all = [...clauses, ...clauses.map((clause, index) => narrowed(dice, clause, clauses[index - 1]))];
      const truths = all.map((clause) => truthIn(prepareClause(clause), facts, catalog));
      const plain = all.map((clause) => plainClause(clause));
      for (const [first, one] of plain.entries()) {
        for (const [second, other] of plain.entries()) {
          if (first === second || !implies(one, other)) continue;
          told++;
          if (truths[first] !== "true") continue;
          held++;
          expect(truths[second], JSON.stringify([all[first], all[second]])).toBe("true");
        }
      }
    }
    expect(told).toBeGreaterThan(5_000);
    expect(held).toBeGreaterThan(1_000);
  });

  test("a rule in conflict wins only where the rules before it fit and have nothing to offer, and never where it never can", () => {
    let conflicts = 0;
    let won = 0;
    for (const question of questions(1_500)) {
      const { facts, catalog, rulebook, uses } = question;
      const rules = crowded(question);
      const compiled = compile({ ...rulebook, rules }, 1, catalog);
      const { verdicts } = explain(facts, compiled, uses);
      for (const { rule, behind: before, never } of conflictsAmong(rules)) {
        conflicts++;
        const verdict = verdicts.find((one) => one.rule === rule);
        if (verdict?.outcome.kind !== "won") continue;
        won++;
        expect(never).toBe(false);
        const first = verdicts.filter((one) => before.includes(one.rule)).map(({ outcome }) => outcome.kind);
        expect(first).toContain("dropped");
      }
    }
    expect(conflicts).toBeGreaterThan(1_000);
    expect(won).toBeGreaterThan(10);
  });
});

/** The question's rules, and as many again that ask for more of the same behind them. */
function crowded({ number, facts, catalog, rulebook }: Generated): Rule[] {
  const dice = new Dice(number);
  const rules = rulebook.rules.map((rule): Rule => ({ ...rule, status: "active" }));
  const more = rules.map(
    (rule, index): Rule => ({
      ...rule,
      id: `more-${index}` as RuleId,
      priority: rule.priority + dice.between(0, 2),
      when: narrowed(dice, rule.when, generatedClause(dice, facts, catalog)),
      path: dice.percent(50) ? rule.path : dice.oneOf(rules).path,
    }),
  );
  return [...rules, ...more];
}

/** Asks for the same and more, or of lists and ranges for less. */
function narrowed(dice: Dice, clause: Clause, more: Clause | undefined): Clause {
  if (more && dice.percent(30)) return { all: [...conjunctsOf(clause), ...conjunctsOf(more)] };
  if ("all" in clause) return { all: clause.all.map((part) => narrowed(dice, part, undefined)) };
  if ("any" in clause) return { any: clause.any.slice(dice.between(0, clause.any.length - 1)) };
  if ("none" in clause) return { none: more && "kind" in more ? [...clause.none, more] : clause.none };
  const fewer = Object.entries(clause).map(([name, value]) =>
    Array.isArray(value) && value.length > 1 && dice.percent(70) ? [name, value.slice(1)] : [name, value],
  );
  return Object.fromEntries(fewer) as Clause;
}
