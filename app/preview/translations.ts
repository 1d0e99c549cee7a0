import type { PreviewBundle } from "#app/contracts/preview.ts";
import { languageOf } from "#app/core/values/language.ts";

/** The extension's first language, which Shopify falls back to. */
const FIRST = "en";

/** The words that Shopify would give the extension for a shopper's locale. */
export function translationsIn({ locales }: Pick<PreviewBundle, "locales">, locale: string) {
  const chosen = [locale, languageOf(locale)].find((name) => Object.hasOwn(locales, name)) ?? FIRST;
  return { locale: chosen, strings: locales[chosen] ?? {} };
}
