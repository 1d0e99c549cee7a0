import { useMemo } from "react";
import { type NamedRules, namesFrom, type ShopNames } from "#app/core/rules/names.ts";
import type { Say } from "#app/core/values/say.ts";
import { instantOfLocal } from "#app/core/values/shop-time.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import { type Format, formatFor, useFormat } from "./format.tsx";
import { useSay } from "./say.tsx";

/**
 * What this merchant calls things: titles for ids, amounts and days as they write them, in their language. The same object
 * for as long as what it is made of stays the same. `rulebook` gives rules their names.
 */
export function useNames(titles: Titles, timezone: string, rulebook?: NamedRules): ShopNames {
  const say = useSay();
  const format = useFormat(timezone);
  return useMemo(() => namesIn({ titles, timezone, rulebook, say, format }), [titles, timezone, rulebook, say, format]);
}

/** The same without a screen; `locale` is a BCP 47 tag, "fr-CA". */
export function namesFor(titles: Titles, timezone: string, say: Say, locale: string, rulebook?: NamedRules): ShopNames {
  return namesIn({ titles, timezone, rulebook, say, format: formatFor(locale, timezone) });
}

interface Known {
  readonly titles: Titles;
  readonly timezone: string;
  readonly rulebook: NamedRules | undefined;
  readonly say: Say;
  readonly format: Format;
}

function namesIn({ titles: { products, collections }, timezone, rulebook, say, format }: Known): ShopNames {
  const catalog = {
    shop: { timezone },
    products: new Map(products.map((product) => [product.id, product])),
    collections: new Map(collections.map((collection) => [collection.id, collection])),
  };
  const moment = (local: string) => {
    const at = instantOfLocal(local, timezone);
    return local.includes("T") ? format.dateTime(at) : format.day(at);
  };
  return namesFrom({ catalog, rulebook, money: format.money, say, day: format.day, moment, language: format.language });
}
