import { differenceSentence } from "#app/core/rules/diff.words.ts";
import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";

/** What is otherwise in `after`, sentence by sentence; a rule that was not there before is told whole. */
export function differencesOf(before: Rule | undefined, after: Rule, names: ShopNames): readonly string[] {
  return diffRulebooks({ format: 1, rules: before ? [before] : [] }, { format: 1, rules: [after] })
    .filter(({ kind }) => kind !== "saved-again")
    .map((difference) => differenceSentence(difference, names));
}
