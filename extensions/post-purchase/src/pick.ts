import type { OfferView } from "#app/contracts/post-purchase.ts";
import { digitsOf } from "#extensions/shared/format-money.ts";
import type { Changeset } from "./page.ts";
import type { Words } from "./words.ts";

export type OfferedVariant = OfferView["variants"][number];

/** What the shopper has picked of the offer. */
export interface Pick {
  variant: OfferedVariant;
  quantity: number;
}

/** One piece of the first variant: nothing beyond that is preselected. Undefined when the offer has no variant. */
export function firstPick(offer: OfferView): Pick | undefined {
  const variant = offer.variants[0];
  return variant && { variant, quantity: 1 };
}

/** Another variant keeps the quantity as far as that variant allows it. */
export function withVariant(pick: Pick, variant: OfferedVariant): Pick {
  return { variant, quantity: Math.min(pick.quantity, variant.quantityMost) };
}

/** The same pick in an offer that has changed meanwhile, or its first one when the variant is gone. */
export function samePick(pick: Pick, offer: OfferView): Pick | undefined {
  const variant = offer.variants.filter(({ variantId }) => variantId === pick.variant.variantId)[0];
  return variant ? withVariant(pick, variant) : firstPick(offer);
}

/** The changes that the pick would make, unsigned: good for showing what it costs, never for applying. */
export function changesetOf(offer: OfferView, { variant, quantity }: Pick, words: Words): Changeset {
  const percentage = {
    value: offer.discountPercent,
    valueType: "percentage" as const,
    title: words.percentOff(offer.discountPercent),
  };
  const discount = offer.discountPercent > 0 ? { discount: percentage } : {};
  const shipping = offer.shippingPrice;
  return {
    changes: [
      { type: "add_variant" as const, variantId: Number(variant.variantId), quantity, ...discount },
      ...(shipping
        ? [
            {
              type: "add_shipping_line" as const,
              price: shipping.minor / 10 ** digitsOf(shipping.currency),
              title: words.shipping,
            },
          ]
        : []),
    ],
  };
}
