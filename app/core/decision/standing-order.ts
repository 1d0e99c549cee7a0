import type { CompiledRule } from "./compiled-rulebook.ts";
import type { RankedBy } from "./decision.ts";

/**
 * Which of two rules stands first, and what told them apart: priority (1 before 2), then the more specific, then the more
 * valuable, then the one edited last, then the id: a total order, the same everywhere.
 */
export function standingOrder(left: CompiledRule, right: CompiledRule): number {
  return (
    left.rule.priority - right.rule.priority ||
    right.specificity - left.specificity ||
    right.expectedValue - left.expectedValue ||
    right.rule.editedAt - left.rule.editedAt ||
    (left.rule.id < right.rule.id ? -1 : 1)
  );
}

/** What put `first` before `second`. */
export function rankedBy(first: CompiledRule, second: CompiledRule): RankedBy {
  if (first.rule.priority !== second.rule.priority) return "priority";
  if (first.specificity !== second.specificity) return "specificity";
  if (first.expectedValue !== second.expectedValue) return "expected-value";
  return first.rule.editedAt !== second.rule.editedAt ? "edited-later" : "id";
}
