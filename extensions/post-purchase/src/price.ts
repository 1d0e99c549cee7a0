import type { OfferView } from "#app/contracts/post-purchase.ts";
import type { Pieces } from "./draw.ts";
import type { Language } from "./language.ts";
import { itemsOf, type Pick } from "./pick.ts";
import { percentOff } from "./words.ts";

/** What it costs in the shop and what it costs here: for one piece, of a bundle for all of it. */
export function pricesOf(offer: OfferView, pick: Pick) {
  const variants = itemsOf(offer, pick).map(({ variant }) => variant);
  const { currency } = pick.variant.price;
  return {
    was: { minor: variants.reduce((sum, { price }) => sum + price.minor, 0), currency },
    now: { minor: variants.reduce((sum, { offerPrice }) => sum + offerPrice.minor, 0), currency },
  };
}

/** The two prices as they are drawn, and why it is less. */
export function priceOf(offer: OfferView, pick: Pick, { words, costs }: Language, pieces: Pieces) {
  const { was, now } = pricesOf(offer, pick);
  const price = pieces.text(costs(now), { size: "large", emphasized: true });
  if (now.minor >= was.minor) return [price];
  return [
    pieces.forEars(words.was),
    pieces.text(costs(was), { role: "deletion", subdued: true, size: "large" }),
    pieces.forEars(words.now),
    price,
    pieces.text(whyLess(offer, now.minor === 0, words), { size: "small" }),
  ];
}

function whyLess({ kind, discount }: OfferView, isFree: boolean, words: Language["words"]): string {
  if (kind === "gift" && isFree) return words.gift;
  return discount.kind === "percent" ? percentOff(words, discount.percent) : words.withThisOrder;
}
