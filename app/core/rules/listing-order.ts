import { specificityOf } from "./conjuncts.ts";
import type { Rule } from "./rulebook.ts";

/** A rule with how much it asks of an order: see `specificityOf`. */
export interface ListedRule {
  readonly rule: Rule;
  readonly specificity: number;
}

/** The order in which rules are listed: that of standing but for the value, which is known only of what was looked at. */
export function listingOrder(left: ListedRule, right: ListedRule): number {
  return (
    standingByRule(left, right) || right.rule.editedAt - left.rule.editedAt || (left.rule.id < right.rule.id ? -1 : 1)
  );
}

/** Which of two rules is asked first by what they say themselves; 0 where their value decides, or when they were edited. */
export function standingByRule(left: ListedRule, right: ListedRule): number {
  return left.rule.priority - right.rule.priority || right.specificity - left.specificity;
}

export function asListed(rule: Rule): ListedRule {
  return { rule, specificity: specificityOf(rule.when) };
}

/** The rules as a merchant sees them listed, the one that is asked first at the top. */
export function inListingOrder(rules: readonly Rule[]): Rule[] {
  return rules
    .map(asListed)
    .sort(listingOrder)
    .map(({ rule }) => rule);
}
