import type { Rule } from "#app/core/rules/rulebook.ts";
import { withRule } from "#app/core/rules/with-rule.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadDraft, loadPublished, publishVersion, saveDraft } from "#app/stores/rulebooks.ts";

export interface PauseRuleAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  readonly rule: RuleId;
}

export type PauseRuleOutcome =
  | { readonly kind: "paused"; readonly version: number }
  /** It was never published, or is not there any more. */
  | { readonly kind: "not-found" }
  /** The draft was saved by someone else at the same moment, three times over. */
  | { readonly kind: "changed-meanwhile" };

/**
 * Takes the rule off the shop: the next version has it as it was published, paused. Unpublished edits of it stay in the
 * draft, and publishing makes it live again. Pausing what is paused changes nothing.
 */
export async function pauseRule(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  ask: PauseRuleAsk,
): Promise<PauseRuleOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await database.inShop(ask.shop, (tenant) => pauseOnce(tenant, ask, now()));
    if (outcome.kind !== "changed-meanwhile" || attempt === 3) return outcome;
  }
}

async function pauseOnce(tenant: Tenant, { by, rule: id }: PauseRuleAsk, now: Instant): Promise<PauseRuleOutcome> {
  const published = await loadPublished(tenant, { toReplace: true });
  const live = published?.rulebook.rules.find((rule) => rule.id === id);
  if (!published || !live) return { kind: "not-found" };
  if (live.status === "paused") return { kind: "paused", version: published.version };
  const { rulebook: draft, revision } = await loadDraft(tenant);
  const edited = draft.rules.find((rule) => rule.id === id) ?? live;
  const saved = await saveDraft(tenant, withRule(draft, paused(edited)), { expectedRevision: revision, by, now });
  if (saved === "changed-meanwhile") return { kind: "changed-meanwhile" };
  const next = withRule(published.rulebook, paused(live));
  return { kind: "paused", version: await publishVersion(tenant, next, { by, now, note: `Paused "${live.name}"` }) };
}

const paused = (rule: Rule): Rule => ({ ...rule, status: "paused" });
