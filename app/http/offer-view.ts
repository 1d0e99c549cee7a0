import { type OfferView, POST_PURCHASE_LANGUAGES } from "#app/contracts/post-purchase.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import { wordsFor } from "#app/core/values/language.ts";

/** An offer that can be shown: what was chosen, and the ticket that is handed back to accept it. */
export interface OfferToShow {
  readonly offer: ChosenOffer;
  readonly step: number;
  readonly ticket: string;
}

/** What the extension draws: the merchant's words in the shopper's language, nothing of the rule behind it. */
export function offerView({ offer, step, ticket }: OfferToShow, locale: string): OfferView {
  const headline = wordsFor(offer.words.headline, locale, POST_PURCHASE_LANGUAGES);
  const reason = wordsFor(offer.words.reason, locale, POST_PURCHASE_LANGUAGES);
  return {
    step,
    productTitle: offer.productTitle,
    ...(offer.image ? { image: offer.image } : {}),
    variants: offer.variants.map(({ variant, title, price, offerPrice, quantityMost, image }) => ({
      variantId: variant,
      title,
      price,
      offerPrice,
      quantityMost,
      ...(image ? { image } : {}),
    })),
    ...choiceIn(offer),
    discountPercent: offer.discountPercent,
    ...(offer.shipping.kind === "price" && offer.shipping.price.minor > 0
      ? { shippingPrice: offer.shipping.price }
      : {}),
    ...(headline ? { headline } : {}),
    ...(reason ? { reason } : {}),
    ...(offer.because ? { because: offer.because } : {}),
    ticket,
  };
}

function choiceIn({ variants }: ChosenOffer): { readonly choice?: string } {
  const [option, ...others] = variants[0]?.options ?? [];
  return option && others.length === 0 && variants.length > 1 ? { choice: option.name } : {};
}
