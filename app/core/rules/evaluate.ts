import type { Facts } from "../facts/facts.ts";
import type { Outcome } from "./conditions/condition.ts";
import { type ConditionKind, type ConditionSpec, conditions } from "./conditions/index.ts";
import type { Clause } from "./rulebook.ts";

/** What became of one condition, kept so that it can be told: its kind, its parameters, what was compared. */
export interface ConditionTrace {
  readonly kind: ConditionKind;
  readonly parameters: ConditionSpec;
  readonly outcome: Outcome;
}

/** Kleene's three values: unknown is neither true nor false, and a rule fits only on true. */
export type Truth = "true" | "false" | "unknown";

/** Whether the clause holds for the facts, with every condition's outcome in the order they are written. */
export function evaluate(clause: Clause, facts: Facts): { readonly holds: Truth; readonly trace: ConditionTrace[] } {
  const trace: ConditionTrace[] = [];
  return { holds: truthOf(clause, facts, trace), trace };
}

function truthOf(clause: Clause, facts: Facts, trace: ConditionTrace[]): Truth {
  if ("all" in clause) return allOf(clause.all.map((part) => truthOf(part, facts, trace)));
  if ("any" in clause) return anyOf(clause.any.map((part) => truthOf(part, facts, trace)));
  if ("none" in clause) return opposite(anyOf(clause.none.map((part) => truthOf(part, facts, trace))));
  const outcome = check(clause, facts);
  trace.push({ kind: clause.kind, parameters: clause, outcome });
  return outcome.kind === "passed" ? "true" : outcome.kind === "failed" ? "false" : "unknown";
}

function check(spec: ConditionSpec, facts: Facts): Outcome {
  const condition = conditions[spec.kind];
  const missing = condition.needs.filter((fact) => facts[fact] === undefined);
  return missing.length > 0 ? { kind: "unknown", missing } : condition.check(spec, facts);
}

function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes("false")) return "false";
  return parts.includes("unknown") ? "unknown" : "true";
}

function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes("true")) return "true";
  return parts.includes("unknown") ? "unknown" : "false";
}

function opposite(truth: Truth): Truth {
  return truth === "unknown" ? "unknown" : truth === "true" ? "false" : "true";
}
