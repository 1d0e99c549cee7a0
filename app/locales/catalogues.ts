import type { Message } from "#app/core/values/say.ts";
import type { Catalogue } from "./sayer.ts";

/** The languages that the admin speaks. */
export const ADMIN_LANGUAGES = ["en", "fr", "de"] as const;
export type AdminLanguage = (typeof ADMIN_LANGUAGES)[number];

/** "fr-CA" → "fr"; a language that we don't speak is answered in English. */
export function languageOf(locale: string): AdminLanguage {
  const [language] = locale.toLowerCase().split("-");
  return ADMIN_LANGUAGES.find((one) => one === language) ?? "en";
}

const loaded = new Map<AdminLanguage, Catalogue>();

/** Reads the whole language once: what the server awaits before it answers. A browser fetches areas of it (areas.ts). */
export async function loadCatalogue(language: AdminLanguage): Promise<Catalogue> {
  const catalogue = loaded.get(language) ?? (await wholeCatalogue(language));
  keepCatalogue(language, catalogue);
  return catalogue;
}

/** From now on this language is spoken by it. */
export function keepCatalogue(language: AdminLanguage, catalogue: Catalogue): void {
  loaded.set(language, catalogue);
}

/** What was loaded of it. Undefined before anything was: a mistake of ours. */
export function catalogueOf(language: AdminLanguage): Catalogue | undefined {
  return loaded.get(language);
}

async function wholeCatalogue(language: AdminLanguage): Promise<Catalogue> {
  // A browser is never to load what reads texts: 9 KB on the wire.
  const [{ readTexts }, texts] = await Promise.all([import("./read-texts.ts"), textsOf(language)]);
  return readTexts(texts);
}

async function textsOf(language: AdminLanguage): Promise<Readonly<Record<Message, string>>> {
  switch (language) {
    case "fr":
      return (await import("./fr.json", { with: { type: "json" } })).default;
    case "de":
      return (await import("./de.json", { with: { type: "json" } })).default;
    default:
      return (await import("./en.json", { with: { type: "json" } })).default;
  }
}
