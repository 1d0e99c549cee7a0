import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { withChangedRule, withRule } from "#app/core/rules/with-rule.ts";
import type { RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Told } from "#app/core/values/say.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadLive } from "#app/stores/rulebook-live.ts";
import { loadDraft, loadVersion, republish, saveDraft } from "#app/stores/rulebooks.ts";
import { wantExtracts } from "./want-extracts.ts";

export interface TakeRulesOffAsk {
  readonly shop: Shop;
  /** The staff member, by Shopify's id. */
  readonly by: string;
  readonly rules: readonly RuleId[];
  /** `archived` ones are kept for what they earned and not listed. */
  readonly as: "paused" | "archived";
}

export type TakeRulesOffOutcome =
  /** How many of them were asked of shoppers until now. `version` is the one that is live: a new one if any was. */
  | { readonly kind: "taken-off"; readonly wereLive: number; readonly version?: number }
  /** None of them was ever published (to be paused), or none is there any more. */
  | { readonly kind: "not-found" }
  /** The draft was saved by someone else at the same moment, three times over. */
  | { readonly kind: "changed-meanwhile" };

/**
 * Takes rules off the shop, all of them in one version: the next has them as they were published, paused or archived.
 * Unpublished edits of them stay in the draft, and publishing makes them live again. What is off already stays as it is;
 * what was never published cannot be paused. While a trial runs they are off for everyone, and the trial goes on with the
 * same shoppers: a merchant who takes a rule off the shop is in a hurry.
 */
export async function takeRulesOff(
  { database, now }: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  ask: TakeRulesOffAsk,
): Promise<TakeRulesOffOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await database.inShop(ask.shop, (tenant) => takeOffOnce(tenant, ask, now()));
    if (outcome.kind !== "changed-meanwhile" || attempt === 3) return outcome;
  }
}

async function takeOffOnce(
  tenant: Tenant,
  { by, rules: wanted, as }: TakeRulesOffAsk,
  now: Instant,
): Promise<TakeRulesOffOutcome> {
  const published = await loadPublishedRules(tenant);
  const { rulebook: draft, revision } = await loadDraft(tenant);
  const off = (rule: Rule): Rule => ({ ...rule, status: as });
  const known = [...new Set(wanted)].flatMap((id) => {
    const inDraft = draft.rules.find((rule) => rule.id === id);
    const live = published.rules.filter((rule) => rule.id === id);
    const rule = inDraft ?? live[0];
    if (!rule || (live.length === 0 && as === "paused")) return [];
    const isOff = live.every(({ status }) => status === as) && rule.status === as;
    return [
      { id, rule, isOff, wasAsked: live.some(({ status }) => status === "active"), isPublished: live.length > 0 },
    ];
  });
  if (known.length === 0) return { kind: "not-found" };
  const on = known.filter(({ isOff }) => !isOff);
  const { version } = published;
  const standing = { kind: "taken-off", wereLive: 0, ...(version !== undefined && { version }) } as const;
  if (on.length === 0) return standing;

  const changed = on.reduce((rulebook, { rule }) => withRule(rulebook, off(rule)), draft);
  const saved = await saveDraft(tenant, changed, { expectedRevision: revision, by, now });
  if (saved === "changed-meanwhile") return { kind: "changed-meanwhile" };
  const live = on.filter(({ isPublished }) => isPublished);
  if (live.length === 0) return standing;
  const without = (rulebook: Rulebook) => live.reduce((result, { id }) => withChangedRule(result, id, off), rulebook);
  const next = await republish(tenant, without, { by, now, note: noteOf(as, live) });
  await wantExtracts(tenant);
  return {
    ...standing,
    wereLive: on.filter(({ wasAsked }) => wasAsked).length,
    ...(next !== undefined && { version: next }),
  };
}

/** The rules of what everyone is asked by, then of what a share of the shoppers tries. Nobody publishes until the end. */
async function loadPublishedRules(
  tenant: Tenant,
): Promise<{ readonly version?: number; readonly rules: readonly Rule[] }> {
  const live = await loadLive(tenant, { toReplace: true });
  if (!live) return { rules: [] };
  const versions = [live.version, ...(live.trial ? [live.trial.version] : [])];
  const known = await Promise.all(versions.map((version) => loadVersion(tenant, version)));
  return { version: live.version, rules: known.flatMap((one) => one?.rulebook.rules ?? []) };
}

function noteOf(as: "paused" | "archived", rules: readonly { readonly rule: Rule }[]): Told {
  return { message: `versions.note.${as}`, values: { count: rules.length, rule: rules[0]?.rule.name ?? "" } };
}
