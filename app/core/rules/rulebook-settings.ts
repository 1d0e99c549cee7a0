import type { Rulebook } from "./rulebook.ts";

/** What a rulebook says of every rule. */
export type RulebookSettings = Pick<Rulebook, "guards" | "words" | "look">;

/** Those parts that say something: an empty one means the same as an absent one. */
export function settingsOf({
  guards,
  words,
  look,
}: {
  readonly [Part in keyof RulebookSettings]?: RulebookSettings[Part] | undefined;
}): RulebookSettings {
  return Object.fromEntries(Object.entries({ guards, words, look }).filter(([, part]) => saysSomething(part)));
}

/** The same rules under these settings. */
export function withSettings(rulebook: Rulebook, settings: RulebookSettings): Rulebook {
  const { guards: _guards, words: _words, look: _look, ...rules } = rulebook;
  return { ...rules, ...settingsOf(settings) };
}

function saysSomething(part: unknown): boolean {
  return typeof part === "object" && part !== null ? Object.values(part).some(saysSomething) : part !== undefined;
}
