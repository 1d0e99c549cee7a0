import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadDraft, type RulebookDraft, saveDraft } from "#app/stores/rulebooks.ts";

export interface ChangeDraftNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly now: Clock;
}

export interface Who {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
}

/** The draft as it is to be from now on, and what is answered then; without a rulebook nothing is saved. */
export interface DraftChange<Outcome> {
  readonly outcome: Outcome;
  readonly rulebook?: Rulebook;
}

/**
 * Changes the draft as it is at that moment; what is live stays as it is. When another change came in between, it is made
 * anew upon that one; three times over is `changed-meanwhile`.
 */
export async function changeDraft<Outcome>(
  { database, now }: ChangeDraftNeeds,
  { shop, by }: Who,
  change: (
    rulebook: Rulebook,
    now: Instant,
    tenant: Tenant,
    draft: RulebookDraft,
  ) => DraftChange<Outcome> | Promise<DraftChange<Outcome>>,
): Promise<Outcome | { readonly kind: "changed-meanwhile" }> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const done = await database.inShop(shop, async (tenant) => {
      const at = now();
      const draft = await loadDraft(tenant);
      const { outcome, rulebook: changed } = await change(draft.rulebook, at, tenant, draft);
      if (!changed) return { outcome };
      const saved = await saveDraft(tenant, changed, { expectedRevision: draft.revision, by, now: at });
      return saved === "saved" ? { outcome } : undefined;
    });
    if (done) return done.outcome;
  }
  return { kind: "changed-meanwhile" };
}
