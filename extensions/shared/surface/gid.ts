/** "gid://shopify/Product/40123" → "40123"; on thank-you an order may be an `OrderIdentity`. Undefined for anything else. */
export function idIn(gid: string): string | undefined {
  return /\/(\d{1,20})$/.exec(gid)?.[1];
}

export function variantGid(id: string): string {
  return `gid://shopify/ProductVariant/${id}`;
}
