import type { ChosenOffer } from "../decision/decision.ts";
import { decimalOf } from "../values/money.ts";
import type { Change, ChangeDiscount } from "./acceptance.ts";
import type { PricedItem } from "./check-pick.ts";

/** The changes of the order that the pick means: each item with the offer's discount, and what sending it costs. */
export function changesFor(offer: ChosenOffer, items: readonly PricedItem[]): Change[] {
  const added = items.map((item): Change => {
    const discount = discountOn(item, offer);
    return {
      type: "add_variant",
      variant: item.variant,
      quantity: item.quantity,
      ...(discount ? { discount } : {}),
    };
  });
  return offer.shipping.kind === "free" || offer.shipping.price.minor === 0
    ? added
    : [...added, { type: "add_shipping_line", price: offer.shipping.price, title: "Shipping" }];
}

/** The titles are what merchant and shopper read on the order: true in any language, and no rule's private name. */
function discountOn({ off }: PricedItem, { discount }: ChosenOffer): ChangeDiscount | undefined {
  if (discount.kind === "percent") {
    return { kind: "percent", percent: discount.percent, title: `−${discount.percent} %` };
  }
  return discount.kind === "none" || off.minor === 0
    ? undefined
    : { kind: "amount", off, title: `−${decimalOf(off)} ${off.currency}` };
}
