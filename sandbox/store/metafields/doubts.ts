/**
 * What Shopify's documentation leaves open about metafields, and which way the sandbox takes it.
 */

/** Merchants and apps report that writing a product's or an order's metafield sends products/update, orders/updated. */
export const METAFIELD_CHANGES_UPDATE_THE_OWNER = true;

/** "Values are limited to 16 KB" since 2026-04: taken to be this many bytes of UTF-8. */
export const VALUE_BYTES_MOST = 16_384;

/** `metafieldsSet` "requires the same access level as mutating the owner"; for the shop itself no scope is named. */
export const SCOPE_TO_WRITE: Readonly<Record<string, string | undefined>> = {
  Product: "write_products",
  ProductVariant: "write_products",
  Collection: "write_products",
  Customer: "write_customers",
  Order: "write_orders",
};
