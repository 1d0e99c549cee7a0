import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";

const EMPTY: Rulebook = { format: 1, rules: [] };

/**
 * What publishing the whole draft would change for shoppers: not a rule that stays a draft, nor one that
 * says the same or only made room for others.
 */
export function unpublishedIn({
  draft,
  published,
}: {
  readonly draft: { readonly rulebook: Rulebook };
  readonly published?: { readonly rulebook: Rulebook } | undefined;
}): RulebookDifference[] {
  return diffRulebooks(published?.rulebook ?? EMPTY, draft.rulebook).filter(
    (difference) =>
      difference.kind !== "saved-again" &&
      difference.kind !== "rules-aside" &&
      (difference.kind !== "rule-added" || difference.rule.status === "active"),
  );
}
