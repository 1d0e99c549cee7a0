import { inListingOrder } from "#app/core/rules/listing-order.ts";
import { movedRule, withPriorities } from "#app/core/rules/moved-rule.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
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

/** A copy of the rule as the draft has it, as a draft of its own that is asked right after it. */
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
    return { outcome: { kind: "duplicated", rule: copy }, rulebook: withRuleAfter(rulebook, duplicate, original, now) };
  });
}

/** Where all 10,000 priorities are taken, they share one. */
function withRuleAfter(rulebook: Rulebook, rule: Rule, original: Rule, now: Instant): Rulebook {
  const isListed = ({ id, status }: Rule) => status !== "archived" || id === original.id;
  const listed = inListingOrder(rulebook.rules.filter(isListed));
  const place = listed.indexOf(original) + 1;
  const priorities = movedRule([rule, ...listed], rule.id, place);
  return withPriorities(withRule(rulebook, rule), priorities ?? [], now);
}

/** At whole characters: half an emoji is none. */
function cut(name: string): string {
  const whole = name.trim().toWellFormed().replaceAll("\0", "");
  if (whole.length <= NAME_MOST) return whole;
  const cutOff = whole.slice(0, NAME_MOST);
  return (cutOff.isWellFormed() ? cutOff : cutOff.slice(0, -1)).trim();
}
