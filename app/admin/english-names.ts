import { namesFrom, type ShopNames } from "#app/core/rules/names.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import { moneyText } from "./money-text.ts";

/** Names for the sentences that the server still makes, in English: of every screen that speaks for itself `useNames` takes their place. */
export function namesOf({ products, collections }: Titles, timezone: string, rulebook?: Rulebook): ShopNames {
  const catalog = {
    shop: { timezone },
    products: new Map(products.map((product) => [product.id, product])),
    collections: new Map(collections.map((collection) => [collection.id, collection])),
  };
  return namesFrom({ catalog, rulebook, money: (amount) => moneyText(amount), say: sayInEnglish });
}
