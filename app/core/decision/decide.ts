import type { Facts } from "../facts/facts.ts";
import type { CompiledRulebook } from "../rules/compile.ts";
import { candidatesFor } from "./candidates.ts";
import { chosenOffer } from "./chosen-offer.ts";
import type { Decision, NothingReason, Verdict } from "./decision.ts";
import { judge } from "./eligibility.ts";
import { best, verdictsOf } from "./ranking.ts";

/**
 * The one evaluator: which offer fits this purchase, or none, with a verdict for every candidate. Live requests, the
 * admin's preview, replay, command line and tests all call it; the same facts and rulebook give the same decision.
 */
export function decide(facts: Facts, rulebook: CompiledRulebook): Decision {
  const judged = candidatesFor(facts, rulebook).map((rule) => judge(rule, facts, rulebook));
  const winner = best(judged);
  const verdicts = verdictsOf(judged, winner?.rule);
  return winner
    ? { kind: "show", offer: chosenOffer(winner.rule, winner.product, facts, rulebook.version), verdicts }
    : { kind: "nothing", reason: reasonFor(verdicts), verdicts };
}

function reasonFor(verdicts: readonly Verdict[]): NothingReason {
  if (verdicts.length === 0) return "no-rules";
  const dropped = verdicts.flatMap(({ outcome }) => (outcome.kind === "dropped" ? [outcome.guard] : []));
  if (dropped.length === 0) return "no-rule-fits";
  return dropped.every(({ guard }) => guard === "shop-currency") ? "foreign-currency" : "nothing-to-sell";
}
