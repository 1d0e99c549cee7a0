import { listingOrder } from "../rules/listing-order.ts";
import type { Clause } from "../rules/rulebook.ts";
import type { CompiledRule } from "./compiled-rulebook.ts";
import type { ConditionTrace, NeededChange, Verdict, VerdictOutcome } from "./decision.ts";
import { rankedBy, standingOrder } from "./standing-order.ts";

/**
 * The fewest things that had to be otherwise for the rule to win, as far as deciding looked: what a rule that does not fit
 * would have offered is not looked at, so no guard is named for it.
 */
export function changesToWin(
  { conditions, outcome }: Pick<Verdict, "conditions" | "outcome">,
  rule: CompiledRule,
  winner: CompiledRule | undefined,
): NeededChange[] {
  const needed = changesToFit(outcome, rule, conditions);
  if (!winner) return needed;
  // What a rule that was not looked at is worth is not known: it is told by the rest.
  const wasLookedAt = outcome.kind === "lost" || outcome.kind === "dropped";
  const standsBehind = wasLookedAt ? standingOrder(winner, rule) < 0 : listingOrder(winner, rule) < 0;
  const by = rankedBy(winner, wasLookedAt ? rule : { ...rule, expectedValue: winner.expectedValue });
  return standsBehind ? [...needed, { kind: "rank", before: winner.rule.id, by }] : needed;
}

function changesToFit(
  outcome: VerdictOutcome,
  { rule }: CompiledRule,
  conditions: readonly ConditionTrace[],
): NeededChange[] {
  switch (outcome.kind) {
    case "unfit":
      return toHold(rule.when, new Places(conditions));
    case "dropped":
      return [{ kind: "guard", guard: outcome.guard }];
    case "not-scheduled":
      return [{ kind: "schedule" }];
    default:
      return [];
  }
}

/** The conditions in the order they are written, handed out one after the other as the clause is walked. */
class Places {
  readonly #conditions: readonly ConditionTrace[];
  #next = 0;

  constructor(conditions: readonly ConditionTrace[]) {
    this.#conditions = conditions;
  }

  next(): { readonly index: number; readonly holds: ConditionTrace["holds"] | undefined } {
    const index = this.#next++;
    return { index, holds: this.#conditions[index]?.holds };
  }
}

function toHold(clause: Clause, places: Places): NeededChange[] {
  if ("all" in clause) return clause.all.flatMap((part) => toHold(part, places));
  if ("any" in clause) return fewest(clause.any.map((part) => toHold(part, places)));
  if ("none" in clause) return clause.none.flatMap((part) => toFail(part, places));
  const { index, holds } = places.next();
  return holds === "true" ? [] : [{ kind: "condition", index, holds: true }];
}

function toFail(clause: Clause, places: Places): NeededChange[] {
  if ("all" in clause) return fewest(clause.all.map((part) => toFail(part, places)));
  if ("any" in clause) return clause.any.flatMap((part) => toFail(part, places));
  if ("none" in clause) return fewest(clause.none.map((part) => toHold(part, places)));
  const { index, holds } = places.next();
  return holds === "false" ? [] : [{ kind: "condition", index, holds: false }];
}

/** The first of the shortest. */
function fewest(ways: readonly NeededChange[][]): NeededChange[] {
  return ways.reduce((best, way) => (way.length < best.length ? way : best));
}
