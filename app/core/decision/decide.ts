import type { Facts } from "../facts/facts.ts";
import { chosenOffer } from "./chosen-offer.ts";
import type { CompiledRulebook } from "./compiled-rulebook.ts";
import type { Decision, NothingReason } from "./decision.ts";
import { fittest, type Seen } from "./fittest.ts";
import type { RuleUses } from "./guards.ts";

/**
 * The one evaluator: which offer fits this purchase, or none. Live requests, the admin's preview, replay, command line and
 * tests all call it; the same facts, rulebook, shop's copy and rule use give the same decision, on every machine.
 *
 * `uses` is how far limits are used up; a rule it does not tell of counts as unused.
 */
export function decide(facts: Facts, compiled: CompiledRulebook, uses?: RuleUses): Decision {
  const seen: Seen = { fitted: false, onlyForeign: true };
  const winner = fittest(facts, compiled, uses, seen);
  if (winner) return { kind: "show", offer: chosenOffer(winner, facts, compiled) };
  return { kind: "nothing", reason: compiled.surfaces.has(facts.surface) ? reasonOf(seen) : "no-rules" };
}

function reasonOf({ fitted, onlyForeign }: Seen): NothingReason {
  if (!fitted) return "no-rule-fits";
  return onlyForeign ? "foreign-currency" : "nothing-to-sell";
}
