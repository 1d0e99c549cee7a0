/**
 * What Shopify's documentation leaves open about the shop's data, and which way the sandbox takes it; those of the
 * post-purchase page stand in post-purchase/doubts.ts.
 */

/**
 * customers/update "occurs whenever a customer is updated", customer.tags_added "when tags are added to a customer"
 * (https://shopify.dev/docs/api/webhooks): a change of tags is taken to be both. The payload of customers/update has had
 * no tags since 2025-01, so an app must read them again or listen to the tags' own topics.
 */
export const TAG_CHANGES_UPDATE_THE_CUSTOMER = true;
