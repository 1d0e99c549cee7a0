import type { Money } from "#app/core/values/money.ts";
import { decimalOf } from "#app/core/values/money.ts";
import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { english, type Words } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { japanese } from "./ja.ts";
import { portuguese } from "./pt.ts";

export type { Words } from "./en.ts";

const LANGUAGES = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
  pt: portuguese,
  ja: japanese,
  ar: arabic,
} as const satisfies Readonly<Record<string, Words>>;

export type Language = keyof typeof LANGUAGES;

export const languages = Object.entries(LANGUAGES) as readonly [Language, Words][];

export function wordsIn(language: Language): Words {
  return LANGUAGES[language];
}

export function isLanguage(code: string | null | undefined): code is Language {
  return code !== null && code !== undefined && Object.hasOwn(LANGUAGES, code);
}

/** What the shopper chose, else what their browser asks for first, else English. */
export function languageFor(chosen: string | undefined, acceptLanguage: string | undefined): Language {
  if (isLanguage(chosen)) return chosen;
  const first = /^[a-z]+/i.exec(acceptLanguage ?? "")?.[0].toLowerCase();
  return isLanguage(first) ? first : "en";
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
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
