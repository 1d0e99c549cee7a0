import type { RuleId, Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/stores/database.ts";
import { takeRulesOff } from "./take-rules-off.ts";

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

/** Takes one rule off the shop, as `takeRulesOff` does. Pausing what is paused changes nothing. */
export async function pauseRule(
  needs: { readonly database: Pick<Database, "inShop">; readonly now: Clock },
  { rule, ...ask }: PauseRuleAsk,
): Promise<PauseRuleOutcome> {
  const outcome = await takeRulesOff(needs, { ...ask, rules: [rule], as: "paused" });
  if (outcome.kind !== "taken-off") return outcome;
  return outcome.version === undefined ? { kind: "not-found" } : { kind: "paused", version: outcome.version };
}
