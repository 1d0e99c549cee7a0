import type { Limits } from "../rules/rulebook.ts";
import type { RuleId } from "../values/ids.ts";

/** How far a rule with limits of the shop has used them up, at one moment. */
export interface RuleUse {
  readonly rule: RuleId;
  /** On the shop's present day. */
  readonly acceptsToday: number;
  /** What its discounts have cost so far, in the shop's minor unit. */
  readonly discountGiven: number;
}

/** Whether the rule has limits that are used up by whoever accepts it, not by this customer. */
export function hasLimitsOfTheShop(limits: Limits | undefined): boolean {
  return limits?.acceptsPerDay !== undefined || limits?.discountBudget !== undefined;
}
