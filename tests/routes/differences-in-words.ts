import { namesFor } from "#app/admin/names.ts";
import type { Differences } from "#app/admin/rulebook/differences.ts";
import { differenceSentence } from "#app/core/rules/diff.words.ts";
import { sayInEnglish } from "#app/locales/english.ts";

/** What an answer says is otherwise, as an English admin reads it. */
export function differencesInWords(differences: Differences): string[] {
  const names = namesFor(differences.titles, differences.timezone, sayInEnglish, "en-GB", differences);
  return differences.items.map((difference) => differenceSentence(difference, names));
}
