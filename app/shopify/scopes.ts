/** The access scopes without which what a shop has in Shopify cannot be changed: shops that installed before lack them. */
const METAFIELDS_SCOPE = "write_products";
const DISCOUNTS_SCOPE = "write_discounts";

/** Whether products may be written: what the surfaces decide by is kept in metafields on them. */
export function mayKeepMetafields(scopes: readonly string[]): boolean {
  return scopes.includes(METAFIELDS_SCOPE);
}

/** Whether discount codes and automatic discounts may be made. A granted write includes the read. */
export function mayMakeDiscounts(scopes: readonly string[]): boolean {
  return scopes.includes(DISCOUNTS_SCOPE);
}
