import type { ChosenOffer } from "../decision/decision.ts";
import { invariant } from "../values/invariant.ts";
import { type Money, minus, sum, times } from "../values/money.ts";
import type { Acceptance, Pick as PickedItems } from "./acceptance.ts";
import { chosenIn } from "./check-pick.ts";

/**
 * A pick at the prices that were shown, for where the shopper buys it as any other line and Shopify says what is paid.
 * Undefined when the offer does not hold it.
 */
export function itemsAsShown(
  offer: ChosenOffer,
  pick: PickedItems,
): Pick<Acceptance, "items" | "discountGiven"> | undefined {
  const chosen = chosenIn(offer, pick);
  if (!chosen) return undefined;
  const [first] = chosen;
  invariant(first, "a pick has an item");
  const offs: Money[] = chosen.map(({ shown, times: count }) => times(minus(shown.price, shown.offerPrice), count));
  return {
    items: chosen.map(({ product, shown, times: count }) => ({
      product: product.product,
      variant: shown.variant,
      quantity: product.pieces * count,
      amount: times(shown.offerPrice, count),
    })),
    discountGiven: sum(offs, first.shown.price.currency),
  };
}
