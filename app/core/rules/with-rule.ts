import type { RuleId } from "../values/ids.ts";
import type { Rule, Rulebook } from "./rulebook.ts";

/** The rulebook with this rule in the place of the one with its id, or at the end where it has none. */
export function withRule(rulebook: Rulebook, rule: Rule): Rulebook {
  const isKnown = rulebook.rules.some(({ id }) => id === rule.id);
  return isKnown ? withChangedRule(rulebook, rule.id, () => rule) : { ...rulebook, rules: [...rulebook.rules, rule] };
}

/** The rulebook with the rule of this id changed; as it is where it has none. */
export function withChangedRule(rulebook: Rulebook, id: RuleId, change: (rule: Rule) => Rule): Rulebook {
  return { ...rulebook, rules: rulebook.rules.map((rule) => (rule.id === id ? change(rule) : rule)) };
}
