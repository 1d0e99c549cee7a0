import type { POST_PURCHASE_LANGUAGES } from "#app/contracts/post-purchase-languages.ts";
import type { PostPurchaseWords } from "#app/contracts/post-purchase-words.ts";
import { languageOf } from "#app/core/values/language.ts";
import { german } from "./de.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { japanese } from "./ja.ts";
import { portuguese } from "./pt.ts";

type Sent = Exclude<(typeof POST_PURCHASE_LANGUAGES)[number], "en">;

const LANGUAGES: Readonly<Record<Sent, PostPurchaseWords>> = {
  fr: french,
  de: german,
  es: spanish,
  pt: portuguese,
  ja: japanese,
};

/** The post-purchase page's words in the locale's language; undefined where the page reads its own, the English ones. */
export function pageWordsFor(locale: string): PostPurchaseWords | undefined {
  const language = languageOf(locale);
  return Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language as Sent] : undefined;
}
