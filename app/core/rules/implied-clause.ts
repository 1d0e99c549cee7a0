import type { ConditionSpec } from "./conditions/index.ts";
import { impliesCondition } from "./implied-condition.ts";
import type { Clause } from "./rulebook.ts";

/** A clause without `none`: what must not hold says so itself. */
export type PlainClause =
  | { readonly all: readonly PlainClause[] }
  | { readonly any: readonly PlainClause[] }
  | { readonly spec: ConditionSpec; readonly holds: boolean };

/** `holds` is whether the clause is to hold, or must not. */
export function plainClause(clause: Clause, holds = true): PlainClause {
  if ("kind" in clause) return { spec: clause, holds };
  if ("none" in clause) return plainClause({ any: clause.none }, !holds);
  const parts = ("all" in clause ? clause.all : clause.any).map((part) => plainClause(part, holds));
  return "all" in clause === holds ? { all: parts } : { any: parts };
}

/** Two clauses of a hundred parts each are compared in some ten thousand steps; deep nests of groups could take any number. */
const STEPS_MOST = 20_000;

/**
 * Whether the second holds for every purchase that the first holds for, told from what they say alone. Never wrongly
 * true; false also where it is not seen.
 */
export function implies(first: PlainClause, second: PlainClause): boolean {
  return impliesWithin(first, second, { steps: STEPS_MOST });
}

function impliesWithin(first: PlainClause, second: PlainClause, left: { steps: number }): boolean {
  if (left.steps-- <= 0) return false;
  if ("all" in second) return second.all.every((part) => impliesWithin(first, part, left));
  if ("any" in first) return first.any.every((part) => impliesWithin(part, second, left));
  if ("any" in second && second.any.some((part) => impliesWithin(first, part, left))) return true;
  if ("all" in first) return first.all.some((part) => impliesWithin(part, second, left));
  if ("any" in second || first.holds !== second.holds) return false;
  return first.holds ? impliesCondition(first.spec, second.spec) : impliesCondition(second.spec, first.spec);
}
