import type { OfferView } from "#app/contracts/post-purchase.ts";
import { digitsOf } from "#extensions/shared/format-money.ts";
import type { Changeset } from "./page.ts";
import { itemsOf, type Pick, piecesIn } from "./pick.ts";
import { percentOff, type Words } from "./words.ts";

/**
 * Whether a `fixed_amount` is taken off the line, all pieces together, or off each piece: shopify.dev's page on
 * post-purchase changes does not say, and @shopify/post-purchase-ui-extensions 0.13.5 types it as a number only. Taken
 * for the line, as the app signs it; to be confirmed on a development store. Were it wrong, the total on the screen
 * would still be the one that is charged: both are Shopify's own calculation.
 */
const FIXED_AMOUNT_IS_OFF_THE_LINE: boolean = true;

/** The changes that the pick would make, unsigned: good for showing what it costs, never for applying. */
export function changesetOf(offer: OfferView, pick: Pick, words: Words): Changeset {
  const shipping = offer.shippingPrice;
  return {
    changes: [
      ...itemsOf(offer, pick).map((item) => addVariant(item, discountOn(item, offer, words))),
      ...(shipping ? [{ type: "add_shipping_line" as const, price: decimalOf(shipping), title: words.shipping }] : []),
    ],
  };
}

function addVariant(item: Pick, discount: ReturnType<typeof discountOn>) {
  const added = { type: "add_variant" as const, variantId: Number(item.variant.variantId), quantity: piecesIn(item) };
  return discount ? Object.assign(added, { discount }) : added;
}

function discountOn(item: Pick, { discount }: OfferView, words: Words) {
  if (discount.kind === "percent") {
    const value = discount.percent;
    return { value, valueType: "percentage" as const, title: percentOff(words, value) };
  }
  const { price, offerPrice } = item.variant;
  const minor = (price.minor - offerPrice.minor) * item.quantity;
  if (discount.kind === "none" || minor <= 0) return undefined;
  const value = decimalOf({ minor, currency: price.currency }) / (FIXED_AMOUNT_IS_OFF_THE_LINE ? 1 : piecesIn(item));
  return { value, valueType: "fixed_amount" as const, title: words.withThisOrder };
}

function decimalOf({ minor, currency }: { minor: number; currency: string }): number {
  return minor / 10 ** digitsOf(currency);
}
