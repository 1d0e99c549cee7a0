import { ownDifferenceSentence } from "#app/core/rules/diff.words.ts";
import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { PlaceChange } from "#app/core/rules/order-difference.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";

/**
 * What is otherwise in `after`, sentence by sentence; a rule that was not there before is told whole. Where it was moved
 * among the others, that is told instead of its priority.
 */
export function differencesOf(
  before: Rule | undefined,
  after: Rule,
  names: ShopNames,
  moved?: PlaceChange,
): readonly string[] {
  const found = diffRulebooks({ format: 1, rules: before ? [before] : [] }, { format: 1, rules: [after] });
  const place = moved && ({ kind: "moved", ...moved, rule: after.id, ruleName: after.name } as const);
  return [...(place ? [place] : []), ...found]
    .filter(({ kind }) => kind !== "saved-again" && !(place && kind === "priority"))
    .map((difference) => ownDifferenceSentence(difference, names));
}
