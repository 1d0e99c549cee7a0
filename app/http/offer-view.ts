import type { OfferView } from "#app/contracts/post-purchase.ts";
import { POST_PURCHASE_LANGUAGES } from "#app/contracts/post-purchase-languages.ts";
import type { ChosenOffer, OfferedProduct } from "#app/core/decision/decision.ts";
import { wordsFor } from "#app/core/values/language.ts";
import type { OfferInHand } from "#app/flows/offer-in-hand.ts";

/** What the extension draws: the merchant's words in the shopper's language, nothing of the rule behind it. */
export function offerView({ offer, step, follows, ticket }: OfferInHand, locale: string): OfferView {
  const headline = wordsFor(offer.words.headline, locale, POST_PURCHASE_LANGUAGES);
  const reason = wordsFor(offer.words.reason, locale, POST_PURCHASE_LANGUAGES);
  return {
    step,
    kind: offer.kind,
    arrangement: offer.arrangement,
    products: offer.products.map(productView),
    discount: offer.discount,
    ...shippingIn(offer),
    ...(offer.partner ? { partner: offer.partner.name } : {}),
    ...(headline ? { headline } : {}),
    ...(reason ? { reason } : {}),
    ...(offer.because ? { because: offer.because } : {}),
    follows,
    ticket,
  };
}

function productView(product: OfferedProduct): OfferView["products"][number] {
  const { title, image, pieces, variants } = product;
  return {
    title,
    ...(image ? { image } : {}),
    pieces,
    variants: variants.map(({ variant, title, price, offerPrice, quantityMost, image }) => ({
      variantId: variant,
      title,
      price,
      offerPrice,
      quantityMost,
      ...(image ? { image } : {}),
    })),
    ...choiceIn(product),
  };
}

function shippingIn({ shipping }: ChosenOffer): Pick<OfferView, "shippingPrice"> {
  return shipping.kind === "price" && shipping.price.minor > 0 ? { shippingPrice: shipping.price } : {};
}

function choiceIn({ variants }: OfferedProduct): { readonly choice?: string } {
  const [option, ...others] = variants[0]?.options ?? [];
  return option && others.length === 0 && variants.length > 1 ? { choice: option.name } : {};
}
