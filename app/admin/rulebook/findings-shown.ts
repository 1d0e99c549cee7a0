import type { Problem } from "#app/core/rules/reading.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { type FirstOf, firstOf } from "./first-of.ts";

/** What in a rulebook can never come true, with the name of the rule that it is about. */
export interface FindingShown {
  readonly found: Problem;
  readonly rule?: string;
}

export function findingsShown(found: readonly Problem[], rulebook: Rulebook): FirstOf<FindingShown> {
  const { items, more } = firstOf(found);
  return {
    items: items.map((one) => {
      const rule = rulebook.rules[Number(/^rules\[(\d+)\]/.exec(one.path)?.[1])];
      return { found: one, ...(rule && { rule: rule.name }) };
    }),
    more,
  };
}
