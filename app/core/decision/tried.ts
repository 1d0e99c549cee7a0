import type { Facts } from "../facts/facts.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import type { RuleId } from "../values/ids.ts";
import type { CompiledRulebook } from "./compiled-rulebook.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceOf } from "./evidence-of.ts";
import { explain } from "./explain.ts";

/** All that deciding a purchase needs elsewhere: of the rules those that fit it, and the one that is asked about. */
export interface Tried {
  readonly evidence: Evidence;
  readonly rulebook: Rulebook;
  /** So many more rules stand on the page and do not fit. */
  readonly unfit: number;
}

/**
 * What can change nothing is left out: a rule that does not fit never wins. `explainEvidence` over the answer decides as the
 * whole rulebook would.
 */
export function triedOf(facts: Facts, compiled: CompiledRulebook, asked: RuleId): Tried {
  const { verdicts } = explain(facts, compiled);
  const told = new Set(
    verdicts
      .filter(({ rule, outcome }) => rule === asked || (outcome.kind !== "unfit" && outcome.kind !== "not-scheduled"))
      .map(({ rule }) => rule),
  );
  const { rulebook } = compiled;
  return {
    evidence: evidenceOf(facts, compiled),
    rulebook: { ...rulebook, rules: rulebook.rules.filter(({ id }) => told.has(id)) },
    unfit: verdicts.length - told.size,
  };
}
