import type { Facts } from "../facts/facts.ts";
import { comparedIn } from "../rules/conditions/words.ts";
import { conditionsOf } from "../rules/conjuncts.ts";
import { evaluate } from "../rules/evaluate.ts";
import { listingOrder } from "../rules/listing-order.ts";
import { truthIn } from "../rules/prepared-clause.ts";
import type { CompiledRule, CompiledRulebook } from "./compiled-rulebook.ts";
import { decide } from "./decide.ts";
import type { ConditionTrace, Explanation, GuardVerdict, TriedProduct, Verdict, VerdictOutcome } from "./decision.ts";
import { optionsOf } from "./fittest.ts";
import { objectionTo, objectionToBundle, objectionToRule, type RuleUses } from "./guards.ts";
import { changesToWin } from "./needed-changes.ts";
import { rankedBy, standingOrder } from "./standing-order.ts";

/**
 * The decision with what became of every active rule of the surface: each condition with the value it saw, each product
 * that was looked at, and for losers the smallest change that would have let them win. Recomputed on demand; asks every
 * rule, so it takes milliseconds where `decide` takes microseconds.
 */
export function explain(facts: Facts, compiled: CompiledRulebook, uses?: RuleUses): Explanation {
  const rules = compiled.surfaces.get(facts.surface)?.rules ?? [];
  const judged = rules.map((rule) => judge(rule, facts, compiled, uses));
  const winner = judged
    .filter(({ outcome }) => outcome.kind === "fits")
    .sort((left, right) => standingOrder(left.rule, right.rule))[0]?.rule;
  const verdicts = judged
    .sort((left, right) => listingOrder(left.rule, right.rule))
    .map((one) => verdictOn(one, winner));
  return { decision: decide(facts, compiled, uses), verdicts };
}

interface Judged {
  readonly rule: CompiledRule;
  readonly conditions: readonly ConditionTrace[];
  readonly tried: readonly TriedProduct[];
  readonly outcome: Exclude<VerdictOutcome, { kind: "won" | "lost" }> | { readonly kind: "fits" };
}

function judge(rule: CompiledRule, facts: Facts, compiled: CompiledRulebook, uses: RuleUses | undefined): Judged {
  const { catalog } = compiled;
  const conditions = conditionsOf(rule.rule.when).map((spec): ConditionTrace => {
    const was = comparedIn(spec, facts, catalog);
    return { kind: spec.kind, spec, holds: evaluate(spec, facts, catalog), ...(was === undefined ? {} : { was }) };
  });
  const holds = truthIn(rule.when, facts, catalog);
  if (holds !== "true") {
    const because = holds === "false" ? "failed" : "unknown";
    return { rule, conditions, tried: [], outcome: { kind: "unfit", because } };
  }
  if (facts.at < rule.from || facts.at >= rule.until) {
    return { rule, conditions, tried: [], outcome: { kind: "not-scheduled", ...rule.rule.schedule } };
  }
  const objection = objectionToRule(rule, facts, compiled, uses);
  if (objection) return { rule, conditions, tried: [], outcome: { kind: "dropped", guard: objection } };
  return { rule, conditions, ...judgeOptions(rule, facts, compiled) };
}

/** In the order in which they are tried: of a choice all are, of other sources until one may be shown. */
function judgeOptions(rule: CompiledRule, facts: Facts, compiled: CompiledRulebook): Pick<Judged, "tried" | "outcome"> {
  const { offer } = rule;
  const { kind } = offer.source;
  const options = optionsOf(rule, facts, compiled);
  const tried: TriedProduct[] = [];
  let shown = 0;
  for (const option of options) {
    const guard = objectionTo(option, offer, facts, compiled);
    if (guard) tried.push({ product: option.product, guard });
    else shown += 1;
    if (shown > 0 && kind !== "choice" && kind !== "bundle") break;
  }
  const dropped = (guard: GuardVerdict) => ({ tried, outcome: { kind: "dropped", guard } as const });
  const [first] = tried;
  if (first && (kind === "bundle" || shown === 0)) return dropped(first.guard);
  if (shown === 0) return dropped({ guard: "something-to-offer", source: kind });
  const whole = kind === "bundle" ? objectionToBundle(options, facts, compiled) : undefined;
  return whole ? dropped(whole) : { tried, outcome: { kind: "fits" } };
}

function verdictOn({ rule, conditions, tried, outcome }: Judged, winner: CompiledRule | undefined): Verdict {
  const { id, name, priority } = rule.rule;
  const said = { rule: id, ruleName: name, priority, conditions, tried };
  if (outcome.kind !== "fits") return withChanges({ ...said, outcome }, rule, winner);
  if (!winner || winner === rule) return { ...said, outcome: { kind: "won" } };
  return withChanges(
    { ...said, outcome: { kind: "lost", to: winner.rule.id, by: rankedBy(winner, rule) } },
    rule,
    winner,
  );
}

function withChanges(verdict: Verdict, rule: CompiledRule, winner: CompiledRule | undefined): Verdict {
  return { ...verdict, wouldHaveWon: changesToWin(verdict, rule, winner) };
}
