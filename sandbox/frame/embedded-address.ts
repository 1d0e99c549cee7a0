import { createHmac, randomUUID } from "node:crypto";
import type { Instant } from "#app/core/values/instant.ts";

export interface EmbeddedAddressNeeds {
  /** "encore-demo.myshopify.com" */
  readonly shop: string;
  readonly clientSecret: string;
  readonly idToken: string;
  /** The merchant's own, whatever the shop speaks. */
  readonly locale: string;
  readonly now: Instant;
}

/**
 * The address Shopify's admin opens in the app's iframe: the page asked for, and who asks, signed with the client secret
 * over the sorted parameters (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant#verify-the-installation-request).
 */
export function embeddedAddress(origin: string, ownPath: string, needs: EmbeddedAddressNeeds): string {
  const address = new URL(ownPath, origin);
  const added = {
    embedded: "1",
    host: Buffer.from(`admin.shopify.com/store/${storeHandle(needs.shop)}`).toString("base64"),
    id_token: needs.idToken,
    locale: needs.locale,
    session: randomUUID().replaceAll("-", ""),
    shop: needs.shop,
    timestamp: String(Math.floor(needs.now / 1000)),
  };
  for (const [name, value] of Object.entries(added)) address.searchParams.set(name, value);
  address.searchParams.delete("hmac");
  const signed = new URLSearchParams(address.searchParams);
  signed.sort();
  const hmac = createHmac("sha256", needs.clientSecret).update(signed.toString()).digest("hex");
  address.searchParams.set("hmac", hmac);
  return address.href;
}

export function storeHandle(shop: string): string {
  return shop.replace(/\.myshopify\.com$/, "");
}
