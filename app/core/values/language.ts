/** A language as shops name them: lower-case ISO 639-1, "en", "de". */
export type Language = string;

/** The words a merchant wrote for one thing, by language. */
export type Worded = Readonly<Record<Language, string>>;

/**
 * The text for a shopper's locale ("de-CH" → "de"), else the shop's first language given in `fallback`, else any that
 * there is; undefined when there is none.
 */
export function wordsFor(words: Worded, locale: string, fallback: Language = "en"): string | undefined {
  const language = languageOf(locale);
  return words[language] ?? words[fallback] ?? Object.values(words)[0];
}

/** "pt-BR" → "pt". */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().split(/[-_]/)[0] ?? "";
}
