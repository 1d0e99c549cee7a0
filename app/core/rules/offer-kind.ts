/** What an offer is to the shopper. In a file of its own: the wire contract needs it, and none of the conditions. */
export const OFFER_KINDS = [
  "cross-sell",
  "upsell",
  "bump",
  "downsell",
  "tripwire",
  "bundle",
  "gift",
  "partner",
] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];
