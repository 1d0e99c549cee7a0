import { type FormatMoney, moneyFormat } from "#extensions/shared/format-money.ts";
import { type Words, wordsFor } from "./words.ts";

/** How the page speaks to this shopper. */
export interface Language {
  words: Words;
  format: FormatMoney;
  /** A price in words: "Free" where there is nothing to pay. */
  costs(price: { minor: number; currency: string }): string;
}

export function languageOf(locale: string): Language {
  const words = wordsFor(locale);
  const format = moneyFormat(locale);
  return { words, format, costs: ({ minor, currency }) => (minor === 0 ? words.free : format(minor, currency)) };
}
