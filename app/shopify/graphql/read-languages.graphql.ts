import { adminDocument } from "./document.ts";

/**
 * Needs no access scope: `shopLocales` would ask for read_locales. A language that is published on another domain only is
 * not among these.
 */
export const READ_LANGUAGES = adminDocument<ReadLanguagesData, Record<string, never>>(`#graphql
  query EncoreReadLanguages {
    shop {
      currencyCode
      enabledPresentmentCurrencies
      primaryDomain { localization { defaultLocale alternateLocales } }
    }
  }
`);

interface ReadLanguagesData {
  readonly shop: {
    readonly currencyCode: string;
    readonly enabledPresentmentCurrencies: readonly string[];
    readonly primaryDomain: {
      /** Null when the domain redirects. */
      readonly localization: { readonly defaultLocale: string; readonly alternateLocales: readonly string[] } | null;
    };
  };
}
