import type { Rule } from "../rules/rulebook.ts";
import type { Verdict } from "./decision.ts";
import { type Judged, verdictOn } from "./eligibility.ts";

/** What is best of what may be shown: the rule that stands first in the rulebook's order (`standingOrder`). */
export function best(judged: readonly Judged[]): Extract<Judged, { kind: "kept" }> | undefined {
  return judged.find((one) => one.kind === "kept");
}

/** Every candidate's verdict, in the order they were asked: the winner's, the losers', and those refused before. */
export function verdictsOf(judged: readonly Judged[], winner: Rule | undefined): Verdict[] {
  return judged.map((one) => {
    if (one.kind === "refused") return one.verdict;
    const { rule, conditions } = one;
    return verdictOn(rule, conditions, winner && winner !== rule ? lostTo(winner, rule) : { kind: "won" });
  });
}

function lostTo(winner: Rule, loser: Rule): Verdict["outcome"] {
  const by =
    winner.priority !== loser.priority ? "priority" : winner.editedAt !== loser.editedAt ? "edited-later" : "id";
  return { kind: "lost", to: winner.id, by };
}
