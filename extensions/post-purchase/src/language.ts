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

/** The languages whose pages are read from right to left. None of them is spoken here. */
const RIGHT_TO_LEFT = /^(ar|fa|he|iw|ur)\b/;
const MARK = "\u200e";

/** On such a page: marked, so that each sentence keeps its full stop at its end and its number where it stands. */
function leftToRight(words: Words): Words {
  const marked = { ...words };
  for (const key of Object.keys(words) as (keyof Words)[]) {
    if (key !== "decimalMark") marked[key] = MARK + words[key] + MARK;
  }
  return marked;
}

/** Prices as `locale` writes them; words as the app sent them, else English. */
export function languageOf(locale: string, sent?: Partial<Words>): Language {
  const words = sent || !RIGHT_TO_LEFT.test(locale) ? wordsOver(sent) : leftToRight(wordsOver(sent));
  const format = moneyFormat(locale);
  return { words, sent, format, costs: ({ minor, currency }) => (minor === 0 ? words.free : format(minor, currency)) };
}
