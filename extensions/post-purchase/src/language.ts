import { type FormatMoney, moneyFormat } from "#extensions/shared/format-money.ts";
import { type Words, wordsOver } from "./words.ts";

/** How the page speaks to this shopper. */
export interface Language {
  words: Words;
  /** Those of them that came from the app, to be kept for the same page opened again. */
  sent: Partial<Words> | undefined;
  format: FormatMoney;
  /** A price in words: "Free" where there is nothing to pay. */
  costs(price: { minor: number; currency: string }): string;
}

/** Prices as `locale` writes them; words as the app sent them, else English. */
export function languageOf(locale: string, sent?: Partial<Words>): Language {
  const words = wordsOver(sent);
  const format = moneyFormat(locale);
  return { words, sent, format, costs: ({ minor, currency }) => (minor === 0 ? words.free : format(minor, currency)) };
}
