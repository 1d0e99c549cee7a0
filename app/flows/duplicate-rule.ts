import type { Rule } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { type ChangeDraftNeeds, changeDraft, type Who } from "./change-draft.ts";

export interface DuplicateRuleAsk extends Who {
  readonly rule: RuleId;
  /** The copy's own id. */
  readonly copy: RuleId;
  /** What the copy is called, in the merchant's language; cut to the 120 characters a name may have. */
  readonly name: string;
}

export type DuplicateRuleOutcome =
  | { readonly kind: "duplicated"; readonly rule: RuleId }
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-meanwhile" };

const NAME_MOST = 120;

/** A copy of the rule as the draft has it, as a draft of its own. */
export async function duplicateRule(
  needs: ChangeDraftNeeds,
  { rule: id, copy, name, ...who }: DuplicateRuleAsk,
): Promise<DuplicateRuleOutcome> {
  return changeDraft<DuplicateRuleOutcome>(needs, who, (rulebook, now) => {
    const original = rulebook.rules.find((rule) => rule.id === id);
    if (!original) return { outcome: { kind: "not-found" } };
    const { pausedBecause: _itsOwn, ...rest } = original;
    const duplicate: Rule = {
      ...rest,
      id: copy,
      name: cut(name) || original.name,
      status: "draft",
      editedAt: Math.max(now, original.editedAt + 1),
    };
    return { outcome: { kind: "duplicated", rule: copy }, rulebook: withRule(rulebook, duplicate) };
  });
}

/** At whole characters: half an emoji is none. */
function cut(name: string): string {
  const whole = name.trim().toWellFormed().replaceAll("\0", "");
  if (whole.length <= NAME_MOST) return whole;
  const cutOff = whole.slice(0, NAME_MOST);
  return (cutOff.isWellFormed() ? cutOff : cutOff.slice(0, -1)).trim();
}
