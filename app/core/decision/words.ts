import type { NameOf } from "../rules/conditions/condition-words.ts";
import { conditionSentence } from "../rules/conditions/words.ts";
import type { ConditionTrace } from "../rules/evaluate.ts";
import type { RuleId } from "../values/ids.ts";
import { unreachable } from "../values/invariant.ts";
import type { GuardVerdict, NothingReason, Verdict } from "./decision.ts";

/** What became of a candidate, as a merchant would be told: "Lunch bags lost to Teacups → Cakestand: priority 2 after 1." */
export function sentenceOf(verdict: Verdict, all: readonly Verdict[], nameOf: NameOf): string {
  const { outcome, ruleName } = verdict;
  switch (outcome.kind) {
    case "won":
      return `${ruleName} won${rivals(all)}.`;
    case "lost":
      return `${ruleName} fitted too, but ${lossTo(verdict, outcome.to, outcome.by, all)}.`;
    case "unfit":
      return outcome.because === "failed"
        ? `${ruleName} did not fit: its conditions do not hold for this order.`
        : `${ruleName} could not be judged: this page does not know everything its conditions ask.`;
    case "dropped":
      return `${ruleName} fitted, but ${guardSentence(outcome.guard, nameOf)}.`;
    default:
      return unreachable(outcome);
  }
}

/** One condition with its outcome: "✓ bought Regency Teacup (line 2)". The mark says passed, failed or unknown. */
export function traceSentence({ parameters, outcome }: ConditionTrace, nameOf: NameOf): string {
  const sentence = conditionSentence(parameters, nameOf);
  switch (outcome.kind) {
    case "passed":
      return `✓ ${sentence}${lineIn(outcome.was)}`;
    case "failed":
      return `✗ ${sentence}`;
    case "unknown":
      return `? ${sentence} (not known here: ${outcome.missing.join(", ")})`;
    default:
      return unreachable(outcome);
  }
}

/** Why a purchase was shown nothing, before the details. */
export function whyNothing(reason: NothingReason): string {
  switch (reason) {
    case "no-rules":
      return "No rule was live on this page at that moment.";
    case "no-rule-fits":
      return "No live rule fits this order.";
    case "nothing-to-sell":
      return "A rule fits, but what it offers could not be sold to this order.";
    case "foreign-currency":
      return "This order was paid in another currency than the shop's: Shopify shows no post-purchase page for those.";
    default:
      return unreachable(reason);
  }
}

/** Completes "it fitted, but …". */
function guardSentence(verdict: GuardVerdict, nameOf: NameOf): string {
  switch (verdict.guard) {
    case "known-product":
      return `the shop has no product ${verdict.product} any more`;
    case "available":
      return `${nameOf(verdict.product)} is ${verdict.status}, not active`;
    case "in-stock":
      return `${nameOf(verdict.product)} is sold out`;
    case "one-time-purchase":
      return `${nameOf(verdict.product)} is sold by subscription only`;
    case "not-in-purchase":
      return `${nameOf(verdict.product)} is already in this order`;
    case "shop-currency":
      return `the order is paid in ${verdict.paidIn}, not in ${verdict.shopCurrency}`;
    case "priced-in-shop-currency":
      return `${nameOf(verdict.product)} is priced in ${verdict.pricedIn} in our copy, not in ${verdict.shopCurrency}`;
    case "shipping-in-shop-currency":
      return `its shipping is priced in ${verdict.pricedIn}, not in ${verdict.shopCurrency}`;
    default:
      return unreachable(verdict);
  }
}

function rivals(all: readonly Verdict[]): string {
  const fitting = all.filter(({ outcome }) => outcome.kind === "won" || outcome.kind === "lost").length;
  return fitting > 1 ? ` of ${fitting} that fit` : ": it fits and nothing stands before it";
}

function lossTo(
  loser: Verdict,
  winner: RuleId,
  by: "priority" | "edited-later" | "id",
  all: readonly Verdict[],
): string {
  const to = all.find(({ rule }) => rule === winner);
  const name = to?.ruleName ?? winner;
  switch (by) {
    case "priority":
      return `${name} stands before it: priority ${loser.priority} after ${to?.priority ?? "a lower number"}`;
    case "edited-later":
      return `${name} has the same priority and was edited later`;
    case "id":
      return `${name} has the same priority and was edited at the same moment; the earlier id goes first`;
    default:
      return unreachable(by);
  }
}

function lineIn(was: unknown): string {
  return typeof was === "object" && was !== null && "line" in was ? ` (line ${String(was.line)})` : "";
}
