import type { OfferView } from "#app/contracts/post-purchase.ts";
import type { Pieces } from "./draw.ts";
import type { Language } from "./language.ts";
import { itemsOf, type Pick } from "./pick.ts";
import { percentOff } from "./words.ts";

/** What it costs in the shop and what it costs here: for one piece, of a bundle for all of it. */
export function priceOf(offer: OfferView, pick: Pick, { words, costs }: Language, pieces: Pieces) {
  const variants = itemsOf(offer, pick).map(({ variant }) => variant);
  const { currency } = pick.variant.price;
  const was = variants.reduce((sum, { price }) => sum + price.minor, 0);
  const now = variants.reduce((sum, { offerPrice }) => sum + offerPrice.minor, 0);
  const price = pieces.text(costs({ minor: now, currency }), { size: "large", emphasized: true });
  if (now >= was) return [price];
  return [
    pieces.forEars(words.was),
    pieces.text(costs({ minor: was, currency }), { role: "deletion", subdued: true, size: "large" }),
    pieces.forEars(words.now),
    price,
    pieces.text(whyLess(offer, now === 0, words), { size: "small" }),
  ];
}

function whyLess({ kind, discount }: OfferView, isFree: boolean, words: Language["words"]): string {
  if (kind === "gift" && isFree) return words.gift;
  return discount.kind === "percent" ? percentOff(words, discount.percent) : words.withThisOrder;
}
