import type { ChosenOffer } from "../decision/decision.ts";
import type { Change, Pick } from "./acceptance.ts";

/** What merchant and shopper read beside the discount on the order: true in any language, and no rule's private name. */
const discountTitle = ({ discountPercent }: ChosenOffer) => `−${discountPercent} %`;

/** The changes of the order that the pick means: the variant with the offer's discount, and what sending it costs. */
export function changesFor(offer: ChosenOffer, { variant, quantity }: Pick): Change[] {
  const discount =
    offer.discountPercent > 0 ? { discount: { percent: offer.discountPercent, title: discountTitle(offer) } } : {};
  const added: Change = { type: "add_variant", variant, quantity, ...discount };
  return offer.shipping.kind === "free" || offer.shipping.price.minor === 0
    ? [added]
    : [added, { type: "add_shipping_line", price: offer.shipping.price, title: "Shipping" }];
}
