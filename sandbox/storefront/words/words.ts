import type { Money } from "#app/core/values/money.ts";
import { decimalOf } from "#app/core/values/money.ts";
import { german } from "./de.ts";
import { english, type Words } from "./en.ts";

export type { Words } from "./en.ts";

export type Language = "en" | "de";

const LANGUAGES: Readonly<Record<Language, Words>> = { en: english, de: german };

export const languages = Object.entries(LANGUAGES) as readonly [Language, Words][];

export function wordsIn(language: Language): Words {
  return LANGUAGES[language];
}

/** What the shopper chose, else what their browser asks for first, else English. */
export function languageFor(chosen: string | undefined, acceptLanguage: string | undefined): Language {
  if (chosen === "en" || chosen === "de") return chosen;
  return /^de\b/i.test(acceptLanguage ?? "") ? "de" : "en";
}

/** "£12.75", "12,75 £". */
export function amount(of: Money, words: Words): string {
  const format = new Intl.NumberFormat(words.locale, { style: "currency", currency: of.currency });
  return format.format(Number(decimalOf(of)));
}

/** "20%", "20 %". */
export function percent(rate: number, words: Words): string {
  return new Intl.NumberFormat(words.locale, { style: "percent", maximumFractionDigits: 1 }).format(rate);
}

/** "21 November 2026", in the shop's time zone. */
export function day(at: number, words: Words, timeZone: string): string {
  return new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone }).format(at);
}
