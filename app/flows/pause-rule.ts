import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { withChangedRule, withRule } from "#app/core/rules/with-rule.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadLive } from "#app/stores/rulebook-live.ts";
import { loadDraft, loadVersion, republish, saveDraft } from "#app/stores/rulebooks.ts";
import { wantExtracts } from "./want-extracts.ts";

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
 * draft, and publishing makes it live again. Pausing what is paused changes nothing. While a trial runs it is paused for
 * everyone, and the trial goes on with the same shoppers: a merchant who takes a rule off the shop is in a hurry.
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
  const versions = await loadLive(tenant, { toReplace: true });
  if (!versions) return { kind: "not-found" };
  const asked = [versions.version, ...(versions.trial ? [versions.trial.version] : [])];
  const rulebooks = await Promise.all(asked.map((version) => loadVersion(tenant, version)));
  const live = rulebooks.flatMap((known) => known?.rulebook.rules.filter((rule) => rule.id === id) ?? []);
  const [first] = live;
  if (!first) return { kind: "not-found" };
  if (live.every(({ status }) => status === "paused")) return { kind: "paused", version: versions.version };
  const { rulebook: draft, revision } = await loadDraft(tenant);
  const edited = draft.rules.find((rule) => rule.id === id) ?? first;
  const saved = await saveDraft(tenant, withRule(draft, paused(edited)), { expectedRevision: revision, by, now });
  if (saved === "changed-meanwhile") return { kind: "changed-meanwhile" };
  const pause = (rulebook: Rulebook) => withChangedRule(rulebook, id, paused);
  const version = await republish(tenant, pause, { by, now, note: `Paused "${first.name}"` });
  await wantExtracts(tenant);
  return { kind: "paused", version: version ?? versions.version };
}

const paused = (rule: Rule): Rule => ({ ...rule, status: "paused" });
