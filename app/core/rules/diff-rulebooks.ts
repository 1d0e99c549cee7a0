import { diffClauses } from "./diff-clauses.ts";
import { diffPaths } from "./diff-paths.ts";
import type { GuardSettings, Rule, Rulebook } from "./rulebook.ts";
import { type Changed, PLAIN_FIELDS, type RulebookDifference, type RuleDifference } from "./rulebook-difference.ts";
import { isSameDocument } from "./same-document.ts";

/**
 * What is otherwise in `after` than in `before`: the guards, the rules of `after` in their order (which means nothing
 * itself), then those that are gone. The same each time; nothing where the documents say the same.
 */
export function diffRulebooks(before: Rulebook, after: Rulebook): RulebookDifference[] {
  const earlier = new Map(before.rules.map((rule) => [rule.id, rule]));
  const later = new Set(after.rules.map(({ id }) => id));
  return [
    ...diffGuards(before.guards ?? {}, after.guards ?? {}),
    ...after.rules.flatMap((rule): RulebookDifference[] => {
      const was = earlier.get(rule.id);
      if (!was) return [{ kind: "rule-added", rule }];
      return diffRules(was, rule).map((one) => ({ ...one, rule: rule.id, ruleName: rule.name }));
    }),
    ...before.rules.flatMap((rule): RulebookDifference[] =>
      later.has(rule.id) ? [] : [{ kind: "rule-removed", rule }],
    ),
  ];
}

/** What one rule says otherwise than before. */
function diffRules(before: Rule, after: Rule): RuleDifference[] {
  const found: RuleDifference[] = [
    ...PLAIN_FIELDS.flatMap((kind) => changed(kind, before[kind], after[kind]) as RuleDifference[]),
    ...diffClauses(before.when, after.when),
    ...diffPaths(before.path, after.path),
  ];
  return found.length === 0 && !isSameDocument(before, after) ? [{ kind: "saved-again" }] : found;
}

function diffGuards(before: GuardSettings, after: GuardSettings): RulebookDifference[] {
  return (["priceCapPercent", "marginFloorPercent"] as const).flatMap((guard) =>
    changed(guard, before[guard], after[guard]),
  );
}

function changed<Kind extends string, Value>(kind: Kind, before: Value, after: Value): Changed<Kind, Value>[] {
  return isSameDocument(before, after) ? [] : [{ kind, before, after }];
}
