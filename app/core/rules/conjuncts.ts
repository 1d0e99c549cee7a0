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

/** How many conditions have to be as they are: of alternatives the least that one of them asks. */
export function specificityOf(clause: Clause): number {
  if ("all" in clause) return clause.all.reduce((total, part) => total + specificityOf(part), 0);
  if ("any" in clause) return Math.min(...clause.any.map(specificityOf));
  if ("none" in clause) return clause.none.reduce((total, part) => total + specificityOf(part), 0);
  return 1;
}
