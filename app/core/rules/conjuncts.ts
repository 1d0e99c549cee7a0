import type { ConditionSpec } from "./conditions/index.ts";
import type { Clause } from "./rulebook.ts";

/** What all must hold for the clause to hold, with nested `all`s opened: the clause itself where it is no `all`. */
export function conjunctsOf(clause: Clause): readonly Clause[] {
  return "all" in clause ? clause.all.flatMap(conjunctsOf) : [clause];
}

/** Every condition of the clause in the order it is written, whatever groups it stands in. */
export function conditionsOf(clause: Clause): readonly ConditionSpec[] {
  if ("all" in clause) return clause.all.flatMap(conditionsOf);
  if ("any" in clause) return clause.any.flatMap(conditionsOf);
  if ("none" in clause) return clause.none.flatMap(conditionsOf);
  return [clause];
}

export function isCondition(clause: Clause): clause is ConditionSpec {
  return "kind" in clause;
}

/**
 * How many conditions have to be as they are for the clause to hold: of alternatives the least that one of them asks. What
 * must not hold turns groups around: of `all` under a `none`, one that fails is enough.
 */
export function specificityOf(clause: Clause, toHold = true): number {
  if ("kind" in clause) return 1;
  if ("none" in clause) return specificityOf({ any: clause.none }, !toHold);
  const asked = ("all" in clause ? clause.all : clause.any).map((part) => specificityOf(part, toHold));
  const needsEach = "all" in clause === toHold;
  return needsEach ? asked.reduce((total, one) => total + one, 0) : Math.min(...asked);
}
