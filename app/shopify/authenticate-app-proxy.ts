import { createHmac, timingSafeEqual } from "node:crypto";
import type { CustomerId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { shopIn } from "./read-shop-domain.ts";

/** Whose storefront asks, or why Shopify's proxy did not send this. */
export type AppProxyReading =
  | {
      readonly kind: "authenticated";
      readonly shop: Shop;
      /** Of one who is signed in to the storefront. */
      readonly customer?: CustomerId;
    }
  | { readonly kind: "refused"; readonly why: AppProxyFault };

export type AppProxyFault = "no-signature" | "repeated-parameter" | "bad-signature" | "wrong-shop" | "wrong-time";

/** As Shopify's own library has it (@shopify/shopify-api 15.0.0, hmac-validator). */
const TIME_LEEWAY_MS = 90_000;

/**
 * Verifies a request's query as Shopify's app proxy signs it: HMAC-SHA256 with the app's secret, in hex, of all other
 * parameters as `key=value`, sorted and put together without a mark between them. A parameter that comes twice is refused:
 * whoever asks could have added the other one, and two readers could each believe another.
 * Source: shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies.
 */
export function appProxyAuthenticator({ apiSecret }: { readonly apiSecret: string }) {
  return (url: string | undefined, now: Instant): AppProxyReading => {
    const start = (url ?? "").indexOf("?");
    const query = new URLSearchParams(start < 0 ? "" : (url ?? "").slice(start + 1));
    const names = [...query.keys()];
    if (new Set(names).size !== names.length) return refused("repeated-parameter");
    const signature = query.get("signature");
    if (!signature) return refused("no-signature");
    if (!isSignedBy(apiSecret, query, signature)) return refused("bad-signature");
    const shop = shopIn(query.get("shop"));
    if (!shop) return refused("wrong-shop");
    const timestamp = query.get("timestamp") ?? "";
    const isOfNow = /^\d{1,12}$/.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= TIME_LEEWAY_MS;
    if (!isOfNow) return refused("wrong-time");
    const customer = query.get("logged_in_customer_id") ?? "";
    return {
      kind: "authenticated",
      shop,
      ...(/^[1-9]\d{0,19}$/.test(customer) ? { customer: customer as CustomerId } : {}),
    };
  };
}

function isSignedBy(secret: string, query: URLSearchParams, signature: string): boolean {
  const signed = [...query]
    .filter(([name]) => name !== "signature")
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("");
  const wanted = createHmac("sha256", secret).update(signed).digest();
  const given = Buffer.from(signature, "hex");
  return /^[0-9a-f]{64}$/i.test(signature) && timingSafeEqual(wanted, given);
}

function refused(why: AppProxyFault): AppProxyReading {
  return { kind: "refused", why };
}
