/**
 * What Shopify's documentation leaves open about discounts, and which way the sandbox takes it.
 */

/** Of the pieces that a Buy X get Y discount may take, the cheapest are taken first, and the dearest count as bought. */
export const CHEAPEST_ARE_GIVEN: boolean = true;

/**
 * "The best discount or combination of discounts automatically applies"
 * (https://help.shopify.com/manual/discounts/discount-combinations): what of two equally good combinations applies is not
 * said. Taken to be the one with more of the buyer's own codes.
 */
export const OWN_CODES_WIN_A_DRAW = true;

/** A shop may have this many active automatic discounts. https://help.shopify.com/manual/discounts/discount-types */
export const AUTOMATIC_DISCOUNTS_MOST = 25;
