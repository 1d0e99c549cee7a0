import type { GuardVerdict } from "../decision/decision.ts";
import { objectionOfLimits } from "../decision/guards.ts";
import type { RuleUse } from "../decision/rule-use.ts";
import type { CustomerHistory } from "../facts/customer-history.ts";
import type { Facts } from "../facts/facts.ts";
import type { Limits } from "../rules/rulebook.ts";
import type { RuleId } from "../values/ids.ts";
import type { Money } from "../values/money.ts";

/** What is known of a rule's limits, for certain, while it is locked. */
export interface LimitsKnown {
  readonly rule: RuleId;
  readonly facts: Facts;
  /** `history` is absent for a guest. */
  readonly known: { readonly history?: CustomerHistory; readonly use: readonly RuleUse[] };
}

/**
 * The limit that one more acceptance, with this discount, would pass: those that deciding asks as well, and the budget
 * with what this one, in the shop's currency, costs. An earlier answer of the same purchase, to another step, is not an answer to an earlier offer.
 */
export function limitReached(
  limits: Limits,
  { rule, facts, known: { history, use } }: LimitsKnown,
  discount: Money,
): GuardVerdict["guard"] | undefined {
  const used = use.find((one) => one.rule === rule);
  const objection = objectionOfLimits(limits, rule, { ...facts, history }, discount.currency, used);
  if (objection) return objection.guard;
  const budget = limits.discountBudget;
  return budget && (used?.discountGiven ?? 0) + discount.minor > budget.minor ? "discount-budget" : undefined;
}
