import { namesFrom, type ShopNames } from "#app/core/rules/names.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Say } from "#app/core/values/say.ts";
import { ADMIN_LANGUAGES, type AdminLanguage, loadCatalogue } from "#app/locales/catalogues.ts";
import { sayer } from "#app/locales/sayer.ts";
import {
  LUNCH_BAG,
  someCatalog,
  someCollection,
  someProduct,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";

/** A reader of the admin: their language, and what they call things. */
export interface Reader {
  readonly language: AdminLanguage;
  readonly say: Say;
  readonly names: ShopNames;
}

/** One reader of each language; the builders' shop, amounts as the language writes them. */
export const readers: readonly Reader[] = await Promise.all(
  ADMIN_LANGUAGES.map(async (language) => {
    const say = sayer(await loadCatalogue(language), language);
    return { language, say, names: namesOf(language, say) };
  }),
);

/** The reader of one of them. */
export function readerOf(language: AdminLanguage): Reader {
  return readers.find((reader) => reader.language === language) as Reader;
}

/** What a reader must never see: a place that was not filled, or what a programmer sees in its stead. */
export const UNFILLED = /[{}]|undefined|\bnull\b|NaN|\[object|\(\)/;

function namesOf(language: AdminLanguage, say: Say): ShopNames {
  return namesFrom({
    catalog: someCatalog({
      products: [
        someProduct(),
        someProduct({ id: TEACUP, title: "Regency Teacup", variants: [someVariant({ id: TEACUP_ROSE })] }),
        someProduct({ id: LUNCH_BAG, title: "Lunch Bag" }),
      ],
      collections: [someCollection()],
    }),
    rulebook: { rules: [{ id: "cakes" as Rule["id"], name: "Cakes" }] },
    money: ({ minor, currency }) =>
      new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(
        minor / 100,
      ),
    say,
  });
}
