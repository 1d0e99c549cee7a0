/** The channels of NOTIFY: each message's payload is the shop that changed, sent as its transaction commits. */
export const RULEBOOK_CHANNEL = "encore_rulebook";
export const CATALOG_CHANNEL = "encore_catalog";
export const SHOP_CHANNEL = "encore_shop";
