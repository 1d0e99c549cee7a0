import { differenceSentence } from "#app/core/rules/diff.words.ts";
import type { ShopNames } from "#app/core/rules/names.ts";
import type { Problem } from "#app/core/rules/reading.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { RulebookDifference } from "#app/core/rules/rulebook-difference.ts";
import { said } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";

/** The first of many sentences, and how many more there are. */
export interface Told<Item> {
  readonly items: readonly Item[];
  readonly more: number;
}

/** More than these nobody reads, and a page of ten thousand takes its time. */
const TOLD_MOST = 100;

export function firstOf<Item, Said>(all: readonly Item[], say: (item: Item) => Said): Told<Said> {
  return { items: all.slice(0, TOLD_MOST).map(say), more: Math.max(0, all.length - TOLD_MOST) };
}

export function differencesTold(differences: readonly RulebookDifference[], names: ShopNames): Told<string> {
  return firstOf(differences, (difference) => differenceSentence(difference, names));
}

/** "Teacups → Cakestand: This rule can never match on the post-purchase page: it needs the payment method." */
export function findingsTold(found: readonly Problem[], rulebook: Rulebook): Told<string> {
  return firstOf(found, ({ path, ...told }) => {
    const sentence = said(told, sayInEnglish);
    const rule = rulebook.rules[Number(/^rules\[(\d+)\]/.exec(path)?.[1])];
    return rule ? `${rule.name}: ${sentence}` : sentence;
  });
}
