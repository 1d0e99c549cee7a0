import type { RuleId } from "#app/core/values/ids.ts";
import { lockPublishing } from "#app/stores/rulebook-live.ts";
import { rulesEverPublished } from "#app/stores/rulebooks.ts";
import { type ChangeDraftNeeds, changeDraft, type Who } from "./change-draft.ts";

export type DeleteDraftsOutcome =
  /** `kept` were published once: orders speak of them, so they can be archived and not deleted. */
  | { readonly kind: "deleted"; readonly rules: number; readonly kept: number }
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-meanwhile" };

/** Takes rules out of the draft that no shopper was ever asked by. */
export async function deleteDrafts(
  needs: ChangeDraftNeeds,
  { rules: wanted, ...who }: Who & { readonly rules: readonly RuleId[] },
): Promise<DeleteDraftsOutcome> {
  return changeDraft<DeleteDraftsOutcome>(needs, who, async (rulebook, _now, tenant) => {
    const known = rulebook.rules.filter(({ id }) => wanted.includes(id)).map(({ id }) => id);
    if (known.length === 0) return { outcome: { kind: "not-found" } };
    // Else one that is being published at this moment would be live and in no list.
    await lockPublishing(tenant);
    const published = await rulesEverPublished(tenant, known);
    const gone = new Set(known.filter((id) => !published.has(id)));
    const outcome = { kind: "deleted", rules: gone.size, kept: known.length - gone.size } as const;
    if (gone.size === 0) return { outcome };
    return { outcome, rulebook: { ...rulebook, rules: rulebook.rules.filter(({ id }) => !gone.has(id)) } };
  });
}
