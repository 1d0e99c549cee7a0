import type { Message } from "#app/core/values/say.ts";

/** Every text of one language, in ICU's message syntax. https://unicode-org.github.io/icu/userguide/format_parse/messages/ */
export type Catalogue = Readonly<Record<Message, string>>;

/** The languages that the admin speaks. */
export const ADMIN_LANGUAGES = ["en", "fr", "de"] as const;
export type AdminLanguage = (typeof ADMIN_LANGUAGES)[number];

/** "fr-CA" → "fr"; a language that we don't speak is answered in English. */
export function languageOf(locale: string): AdminLanguage {
  const [language] = locale.toLowerCase().split("-");
  return ADMIN_LANGUAGES.find((one) => one === language) ?? "en";
}

const loaded = new Map<AdminLanguage, Catalogue>();

/** Fetches the language once. Awaited before anything is drawn: by the server before it answers, by the browser before it hydrates. */
export async function loadCatalogue(language: AdminLanguage): Promise<Catalogue> {
  const catalogue = loaded.get(language) ?? (await texts(language));
  loaded.set(language, catalogue);
  return catalogue;
}

/** What was loaded. Undefined before: a mistake of ours. */
export function catalogueOf(language: AdminLanguage): Catalogue | undefined {
  return loaded.get(language);
}

async function texts(language: AdminLanguage): Promise<Catalogue> {
  switch (language) {
    case "fr":
      return (await import("./fr.json", { with: { type: "json" } })).default;
    case "de":
      return (await import("./de.json", { with: { type: "json" } })).default;
    default:
      return (await import("./en.json", { with: { type: "json" } })).default;
  }
}
