import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { mergedWords } from "#app/core/values/merge-fields.ts";
import type { SurfacePage } from "../page.ts";
import { writeMoney } from "../page-money.ts";
import { nameOf, type Pick, pickedItems, pricesOf } from "./pick.ts";

/** The merchant's own words for what is picked; absent where there are none, or one of their fields says nothing here. */
export function ownWords(page: SurfacePage, offer: SurfaceOffer, pick: Pick) {
  const mergeable = {
    product: pickedItems(offer, pick)
      .map(({ product }) => nameOf(product))
      .join(" + "),
    bought: offer.because,
    ...pricesOf(offer, pick),
  };
  const merged = (words: string | undefined) => mergedWords(words, mergeable, (amount) => writeMoney(page, amount));
  return { headline: merged(offer.headline), reason: merged(offer.reason) };
}
