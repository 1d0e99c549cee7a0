import type { Currency } from "#app/core/values/currency.ts";
import { type Language, languageOf } from "#app/core/values/language.ts";
import type { Admin } from "./admin-client.ts";
import { READ_LANGUAGES } from "./graphql/read-languages.graphql.ts";
import { readCurrency } from "./read-money.ts";

/** What the shop's pages can be read in and paid in, its own first. No languages where its domain does not say. */
export interface SpokenAndPaid {
  readonly languages: readonly Language[];
  readonly currencies: readonly [Currency, ...Currency[]];
}

export async function readLanguages(admin: Admin): Promise<SpokenAndPaid> {
  const { shop } = await admin.ask(READ_LANGUAGES, {});
  const { localization } = shop.primaryDomain;
  const locales = localization ? [localization.defaultLocale, ...localization.alternateLocales] : [];
  const own = readCurrency(shop.currencyCode);
  const currencies = shop.enabledPresentmentCurrencies.map(readCurrency);
  return {
    languages: [...new Set(locales.map(languageOf))],
    currencies: [own, ...currencies.filter((currency) => currency !== own)],
  };
}
