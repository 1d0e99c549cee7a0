import type { Rule, Rulebook } from "./rulebook.ts";

/** The rulebook with this rule in the place of the one with its id, or at the end where it has none. */
export function withRule(rulebook: Rulebook, rule: Rule): Rulebook {
  const isKnown = rulebook.rules.some(({ id }) => id === rule.id);
  const rules = isKnown
    ? rulebook.rules.map((other) => (other.id === rule.id ? rule : other))
    : [...rulebook.rules, rule];
  return { ...rulebook, rules };
}
