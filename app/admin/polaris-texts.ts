import type { AppProviderProps } from "@shopify/polaris";
import type { AdminLanguage } from "#app/locales/catalogues.ts";

/** What Polaris says by itself ("Clear", "Previous"), first the reader's language, then what that one leaves out. */
export type PolarisTexts = AppProviderProps["i18n"];

const loaded = new Map<AdminLanguage, PolarisTexts>();

/** Fetches them once. English comes with Polaris' own provider. */
export async function loadPolarisTexts(language: AdminLanguage): Promise<void> {
  if (loaded.has(language)) return;
  switch (language) {
    case "fr":
      loaded.set(language, (await import("@shopify/polaris/locales/fr.json", { with: { type: "json" } })).default);
      return;
    case "de":
      loaded.set(language, (await import("@shopify/polaris/locales/de.json", { with: { type: "json" } })).default);
      return;
    default:
  }
}

/** Undefined for English, and where they were not loaded. */
export function polarisTextsOf(language: AdminLanguage): PolarisTexts | undefined {
  return loaded.get(language);
}
