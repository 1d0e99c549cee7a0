import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { type ChangeDraftNeeds, changeDraft, type Who } from "./change-draft.ts";

export type RestoreRulesOutcome =
  | { readonly kind: "restored"; readonly rules: number }
  /** None of them is archived, or there any more. */
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-meanwhile" };

/** Puts archived rules back into the list, as drafts: nothing is live by it. */
export async function restoreRules(
  needs: ChangeDraftNeeds,
  { rules: wanted, ...who }: Who & { readonly rules: readonly RuleId[] },
): Promise<RestoreRulesOutcome> {
  return changeDraft<RestoreRulesOutcome>(needs, who, (rulebook, now) => {
    const isMeant = ({ id, status }: Rule) => status === "archived" && wanted.includes(id);
    const restored = rulebook.rules.filter(isMeant).length;
    if (restored === 0) return { outcome: { kind: "not-found" } };
    const rules = rulebook.rules.map((rule) =>
      isMeant(rule) ? { ...rule, status: "draft" as const, editedAt: Math.max(now, rule.editedAt + 1) } : rule,
    );
    return { outcome: { kind: "restored", rules: restored }, rulebook: { ...rulebook, rules } };
  });
}
