import { catalogOf } from "../catalog/catalog.ts";
import type { Path, Rulebook } from "../rules/rulebook.ts";
import type { ProductId, RuleId } from "../values/ids.ts";
import { compile } from "./compile.ts";
import type { CompiledRulebook } from "./compiled-rulebook.ts";
import type { Decision, GuardVerdict, TriedProduct } from "./decision.ts";
import type { Evidence } from "./evidence.ts";
import { objectionOfLimits } from "./guards.ts";
import { objectionsOnPath, offerOnPath } from "./offer-on-path.ts";

/** Where on a rule's path a step stands, and what was answered on the way there. */
export interface StepOfPath {
  readonly rule: RuleId;
  /** The answers that lead to it: at least one. */
  readonly after: readonly ("accepted" | "declined")[];
  /** Products accepted or declined on the way: not offered again. */
  readonly taken: readonly ProductId[];
}

/** What was shown after an answer, and why not something else: no rule is asked again, only the guards are. */
export interface StepExplanation {
  readonly decision: Decision;
  /** Looked at and dropped, with the guard that dropped it. */
  readonly tried: readonly TriedProduct[];
  /** The limit of the rule that had been reached. */
  readonly limit?: GuardVerdict;
}

/** A step decided again from its evidence: the same to the byte, always. Undefined where the rulebook has no such step. */
export function explainStep(
  evidence: Evidence,
  rulebook: Rulebook,
  version: number,
  { rule: id, after, taken }: StepOfPath,
): StepExplanation | undefined {
  const rule = rulebook.rules.find((one) => one.id === id);
  const path = rule && stepAt(rule.path, after);
  if (!rule || !path) return undefined;
  const { facts, shop, products, collections, use } = evidence;
  const compiled: CompiledRulebook = compile(
    { ...rulebook, rules: [rule] },
    version,
    catalogOf(shop, products, collections),
  );
  const used = use.find((one) => one.rule === id);
  const limit = rule.limits && objectionOfLimits(rule.limits, id, facts, shop.currency, used);
  if (limit) return { decision: { kind: "nothing", reason: "nothing-to-sell" }, tried: [], limit };
  const owner = { rule: id, ruleName: rule.name, rulebookVersion: version };
  const offer = offerOnPath(path, owner, facts, compiled, taken);
  return {
    decision: offer ? { kind: "show", offer } : { kind: "nothing", reason: "nothing-to-sell" },
    tried: objectionsOnPath(path, id, facts, compiled, taken),
  };
}

function stepAt(path: Path, after: StepOfPath["after"]): Path | undefined {
  return after.reduce<Path | undefined>(
    (step, answer) => (answer === "accepted" ? step?.ifAccepted : step?.ifDeclined),
    path,
  );
}
