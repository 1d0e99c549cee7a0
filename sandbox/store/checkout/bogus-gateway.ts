/**
 * Shopify's Bogus Gateway knows three card numbers: 1 approves, 2 declines, 3 fails. The sandbox adds two whose second
 * charge fails, which no test card of Shopify's does. https://help.shopify.com/manual/checkout-settings/test-orders
 */
export const BOGUS_CARDS = {
  approved: "1",
  declined: "2",
  gatewayFails: "3",
  /** The first purchase is paid; what is added after it is refused before the order is touched. */
  secondChargeDeclined: "11",
  /** The first purchase is paid; the order is edited, and then the charge fails: `partially_processed`. */
  secondChargeFailsAfterEdit: "12",
} as const;

export type ChargeAnswer = { readonly kind: "charged" } | { readonly kind: "refused"; readonly message: string };

/** What the gateway says to the purchase itself. */
export function chargeCard(number: string): ChargeAnswer {
  switch (number.replaceAll(" ", "")) {
    case BOGUS_CARDS.approved:
    case BOGUS_CARDS.secondChargeDeclined:
    case BOGUS_CARDS.secondChargeFailsAfterEdit:
      return { kind: "charged" };
    case BOGUS_CARDS.declined:
      return { kind: "refused", message: "Your card was declined. Try another card." };
    case BOGUS_CARDS.gatewayFails:
      return { kind: "refused", message: "There was an issue processing your payment. Try again in a moment." };
    default:
      return { kind: "refused", message: "Enter a valid card number. This shop takes test cards: 1, 2 and 3." };
  }
}

export type SecondCharge = "charged" | "declined" | "declined-after-edit";

/** What the same card says when it is charged again for an accepted offer. */
export function chargeAgain(number: string, dial: "as-the-card" | "declined" | "declined-after-edit"): SecondCharge {
  if (dial !== "as-the-card") return dial;
  if (number === BOGUS_CARDS.secondChargeDeclined) return "declined";
  if (number === BOGUS_CARDS.secondChargeFailsAfterEdit) return "declined-after-edit";
  return "charged";
}
