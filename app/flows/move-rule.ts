import { inListingOrder } from "#app/core/rules/listing-order.ts";
import { movedRule, withPriorities } from "#app/core/rules/moved-rule.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { type ChangeDraftNeeds, changeDraft, type Who } from "./change-draft.ts";

export interface MoveRuleAsk extends Who {
  readonly rule: RuleId;
  /** Where it is to stand: before or after another rule, or at a place of the whole list, 1 for the first. */
  readonly to: RulePlace;
  /** Of the draft whose list the merchant saw. */
  readonly seen?: number | undefined;
}

export type RulePlace = { readonly before: RuleId } | { readonly after: RuleId } | { readonly place: number };

export type MoveRuleOutcome =
  /** `changed` are the rules whose priority is another one now: 0 where it stood there already. */
  | {
      readonly kind: "moved";
      readonly place: number;
      readonly changed: number;
      /** Someone else has changed the rules since the list was seen. */
      readonly othersChanged: boolean;
    }
  /** It, or the one that it was to stand next to, is not there any more. */
  | { readonly kind: "not-found" }
  /** All 10,000 priorities are taken. */
  | { readonly kind: "no-room" }
  | { readonly kind: "changed-meanwhile" };

/** Gives the rule another place among the listed ones, by as few changed priorities as can be. In the draft only. */
export async function moveRule(
  needs: ChangeDraftNeeds,
  { rule, to, seen, ...who }: MoveRuleAsk,
): Promise<MoveRuleOutcome> {
  return changeDraft<MoveRuleOutcome>(needs, who, (rulebook, now, _tenant, draft) => {
    const list = listed(rulebook);
    const place = placeIn(list, rule, to);
    if (place === undefined) return { outcome: { kind: "not-found" } };
    const changes = movedRule(list, rule, place);
    if (!changes) return { outcome: { kind: "no-room" } };
    const othersChanged = seen !== undefined && seen !== draft.revision && draft.savedBy !== who.by;
    const outcome = { kind: "moved", place: place + 1, changed: changes.length, othersChanged } as const;
    return changes.length === 0 ? { outcome } : { outcome, rulebook: withPriorities(rulebook, changes, now) };
  });
}

/** As the merchant sees them: archived ones are not listed. */
function listed({ rules }: Rulebook): Rule[] {
  return inListingOrder(rules.filter(({ status }) => status !== "archived"));
}

/** The place it has afterwards, from 0. */
function placeIn(list: readonly Rule[], id: RuleId, to: RulePlace): number | undefined {
  if (!list.some((rule) => rule.id === id)) return undefined;
  if ("place" in to) return Math.min(Math.max(1, to.place), list.length) - 1;
  const others = list.filter((rule) => rule.id !== id);
  const neighbour = others.findIndex((rule) => rule.id === ("before" in to ? to.before : to.after));
  if (neighbour < 0) return undefined;
  return "before" in to ? neighbour : neighbour + 1;
}
