import { languageOf, loadCatalogue } from "#app/locales/catalogues.ts";
import { loadPolarisTexts } from "./polaris-texts.ts";

/**
 * A tag that `Intl` knows and whose language the admin speaks, whatever the query says: "fr-ca" → "fr-CA", "ja" → "en".
 */
export function spokenLocale(wanted: string | null | undefined): string {
  const known = canonical(wanted ?? "") ?? "en";
  return known.split("-")[0] === languageOf(known) ? known : "en";
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** All texts of the language: awaited before anything is drawn, by the server as by the browser. */
export async function loadLanguage(locale: string): Promise<void> {
  const language = languageOf(locale);
  await Promise.all([loadCatalogue(language), loadPolarisTexts(language)]);
}
