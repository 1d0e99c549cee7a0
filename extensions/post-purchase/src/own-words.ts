import type { OfferView } from "#app/contracts/post-purchase.ts";
import { mergedWords } from "#app/core/values/merge-fields.ts";
import type { Language } from "./language.ts";
import { itemsOf, nameOf, type Pick } from "./pick.ts";
import { pricesOf } from "./price.ts";

/** The merchant's own words for what is picked; absent where there are none, or one of their fields says nothing here. */
export function ownWords(offer: OfferView, pick: Pick, { format }: Language) {
  const product = itemsOf(offer, pick)
    .map((item) => nameOf(item.product))
    .join(" + ");
  const mergeable = Object.assign({ product, bought: offer.because }, pricesOf(offer, pick));
  const merged = (words: string | undefined) =>
    mergedWords(words, mergeable, ({ minor, currency }) => format(minor, currency));
  return { headline: merged(offer.headline), reason: merged(offer.reason) };
}
