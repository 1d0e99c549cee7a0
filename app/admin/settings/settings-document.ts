import { differenceSentence } from "#app/core/rules/diff.words.ts";
import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import { type RulebookSettings, settingsOf } from "#app/core/rules/rulebook-settings.ts";
import type { RuleDocument } from "../rule-editor/editing.tsx";

/** What holds for every rule as it is edited: with a place for everything that can be written. */
export function documentOf({ guards, words, look }: RulebookSettings): RuleDocument {
  return { guards: { ...guards }, words: { headline: {}, reason: {}, ...words }, look: { ...look } };
}

/** The document as it is sent: without what says nothing. */
export function sentDocument(document: RuleDocument): RuleDocument {
  // Right or not yet: only what is empty is looked for.
  return settingsOf(document as RulebookSettings) as RuleDocument;
}

/** What is otherwise in `after`, sentence by sentence. */
export function settingsDifferences(
  before: RulebookSettings,
  after: RulebookSettings,
  names: ShopNames,
): readonly string[] {
  return diffRulebooks({ format: 1, rules: [], ...before }, { format: 1, rules: [], ...after }).map((difference) =>
    differenceSentence(difference, names),
  );
}
