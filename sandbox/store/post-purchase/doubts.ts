/**
 * What Shopify's documentation leaves open about the post-purchase page, and which way the sandbox takes it. Each is to
 * be settled on a development store; until then an app that depends on one of them should say so.
 */

/** `referenceId` and `sub`: taken to be the checkout's token, so that an order's `checkoutToken` leads back to the page. */
export function referenceOf(checkoutToken: string): string {
  return checkoutToken;
}

/** The package types `variantId`; public code signs `variantID` in its tokens. Signed tokens may use either. */
export const SIGNED_TOKENS_MAY_SAY_VARIANT_ID_IN_CAPITALS = true;

/** RFC 7519 counts `iat` in seconds; most public code signs milliseconds. A number this large is milliseconds. */
export const MILLISECONDS_FROM = 100_000_000_000;

/** Whether Shopify's own token carries `exp` is not known; ours does not (undefined), so that nobody relies on it. */
export const INPUT_TOKEN_LIFETIME_SECONDS: number | undefined = undefined;

/**
 * `customerId` is optional and nothing says when it is there: taken to be the numeric id, as products and variants have,
 * of an e-mail address that the shop knew before this purchase. A first purchase has none, on neither extension point.
 */
export const CUSTOMER_IS_NAMED_WHEN_KNOWN_BEFORE = true;

/** What `add_variant` answers for a variant that is sold by subscription only: its error code is not documented. */
export const CODE_FOR_SUBSCRIPTION_ONLY = "invalid_request";

/** Whether a `fixed_amount` discount is taken off each piece or, as here, once off the line: Shopify's pages don't say. */
export const FIXED_DISCOUNT_IS_PER_PIECE: boolean = false;

/** What a fourth changeset is answered with: the limit of three is documented, its error code is not. */
export const CODE_PAST_THE_LIMIT = "invalid_request";
