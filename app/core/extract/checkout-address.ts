import { MARK_ATTRIBUTE, type Mark, markText } from "./mark.ts";

/**
 * How several codes stand in one address: a doubtful point, for Shopify's page on permalinks shows one code only. A comma is
 * what the AJAX cart's `discount` takes. Source: shopify.dev/docs/apps/build/checkout/create-cart-permalinks
 */
const BETWEEN_CODES = ",";

/**
 * The address of a checkout of its own with these items in it, the codes applied and the order marked: Shopify's cart
 * permalink. `storefrontUrl` is the shop's, with or without a slash at its end; variants are numeric ids.
 */
export function checkoutAddress(
  storefrontUrl: string,
  items: readonly { readonly variantId: string; readonly quantity: number }[],
  codes: readonly string[],
  mark: Mark,
): string {
  const cart = items.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join(",");
  const discount = codes.length > 0 ? [`discount=${codes.map(encodeURIComponent).join(BETWEEN_CODES)}`] : [];
  const marked = `attributes[${MARK_ATTRIBUTE}]=${encodeURIComponent(markText(mark))}`;
  return `${storefrontUrl.replace(/\/+$/, "")}/cart/${cart}?${[...discount, marked].join("&")}`;
}
