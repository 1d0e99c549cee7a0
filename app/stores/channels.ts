/** The channels of NOTIFY: each message's payload is the shop that changed, sent as its transaction commits. */
export const RULEBOOK_CHANNEL = "encore_rulebook";
export const CATALOG_CHANNEL = "encore_catalog";
export const SHOP_CHANNEL = "encore_shop";
/** A shop that has not the app any more: it is not only to be read again, what is in memory of it is to be dropped. */
export const SHOP_GONE_CHANNEL = "encore_shop_gone";
