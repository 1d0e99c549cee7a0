/** A language as shops name them: lower-case ISO 639-1, "en", "de". */
export type Language = string;

/** The words a merchant wrote for one thing, by language. */
export type Worded = Readonly<Record<Language, string>>;

/**
 * The merchant's words for a shopper's locale ("de-CH" → "de"), undefined where the surface's own read better: it speaks
 * the shopper's language (`spoken`) and the merchant wrote none in it. A shopper of any other language reads the surface
 * in its first language, and the merchant's words in that.
 */
export function wordsFor(
  words: Worded,
  locale: string,
  spoken: readonly [Language, ...Language[]],
): string | undefined {
  const language = languageOf(locale);
  return words[language] ?? (spoken.includes(language) ? undefined : words[spoken[0]]);
}

/** "pt-BR" → "pt". */
export function languageOf(locale: string): Language {
  const end = locale.search(/[-_]/);
  return (end < 0 ? locale : locale.slice(0, end)).toLowerCase();
}
