/** The form, the summary and the blocks of the checkout tell each other what changed. */

/** The form has: country, currency, sending, codes. */
export const CHECKOUT_CHANGED = "sandbox:checkout-changed";
/** A block has: lines or codes. */
export const LINES_CHANGED = "sandbox:lines-changed";
