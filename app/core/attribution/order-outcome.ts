/**
 * What became of an order as far as offers go, one for each order: what the shopper did where an offer was seen, else why
 * none was. The first that is true stands. Made in the database wherever something of the order arrives
 * (`encore_outcome_of`, prisma/migrations/20261122000080_order_outcomes), filtered and counted by these names.
 */
export const ORDER_OUTCOMES = [
  /** A yes to any step of any page. */
  "accepted",
  /** A yes that Shopify did not carry out, so the page told. */
  "not-added",
  "declined",
  /** Seen, and left without an answer. */
  "seen",
  /** The order is itself what an offer after an earlier order brought, in a checkout of its own. */
  "from-offer",
  /** A page other than the post-purchase one had an offer ready and has not told that it was seen. */
  "not-looked-at",
  /** A page asked; no rule was live. */
  "no-rules",
  /** A page asked; no rule fits this order. */
  "no-rule-fits",
  /** A page asked; a rule fits, but what it offers could not be sold. */
  "nothing-to-sell",
  /** Shopify opens no post-purchase page for these: see page-barrier.ts. */
  "other-channel",
  "second-currency",
  "wallet",
  "paypal",
  "other-payment",
  "nothing-to-send",
  "too-small",
  /** An offer was ready for the post-purchase page, which never opened; why, the order does not say. */
  "not-opened",
  /** No page asked, and the order does not say why: picked up in the shop, another app chosen, placed before we came. */
  "not-asked",
] as const;

export type OrderOutcome = (typeof ORDER_OUTCOMES)[number];

/** An offer was in front of the shopper: accept rates are of these orders. */
export const SAW_AN_OFFER: readonly OrderOutcome[] = ["accepted", "not-added", "declined", "seen"];

/** The order itself kept Shopify from opening the post-purchase page. */
export const PAGE_BARRIERS = [
  "other-channel",
  "second-currency",
  "wallet",
  "paypal",
  "other-payment",
  "nothing-to-send",
  "too-small",
] as const satisfies readonly OrderOutcome[];

export type PageBarrier = (typeof PAGE_BARRIERS)[number];

/** The post-purchase page stayed shut for what the order is, or for a reason that it does not tell. */
export function isShutOut(outcome: OrderOutcome | undefined): boolean {
  return outcome === "not-opened" || PAGE_BARRIERS.some((barrier) => barrier === outcome);
}

/** So it did, and all the same the order ended on the thank-you page, as every order of the online store does. */
export function couldMeetThankYou(outcome: OrderOutcome | undefined): boolean {
  return isShutOut(outcome) && outcome !== "other-channel";
}

export function isOrderOutcome(text: string | null | undefined): text is OrderOutcome {
  return ORDER_OUTCOMES.some((outcome) => outcome === text);
}
