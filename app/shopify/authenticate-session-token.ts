import type { CustomerId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { faultOfTimes, type TimeFault } from "./claimed-times.ts";
import { shopIn } from "./read-shop-domain.ts";
import { type Claims, claimsVerifier } from "./verified-claims.ts";

/** Whose page asks, or why the token is not one of a checkout or account page's. */
export type SessionTokenReading =
  | {
      readonly kind: "authenticated";
      readonly shop: Shop;
      /** Only of one who is signed in, and where the app may read customers. */
      readonly customer?: CustomerId;
    }
  | { readonly kind: "refused"; readonly why: SessionTokenFault };

export type SessionTokenFault =
  | "no-token"
  | "bad-signature"
  | "wrong-audience"
  | "wrong-kind"
  | "wrong-subject"
  | "wrong-shop"
  | TimeFault;

/**
 * What tokens of other kinds say, signed with the same secret: the admin's has a `sid` and is issued at …/admin, the
 * post-purchase page's has an `input_data`, our own changesets `changes`. A checkout's token has none of them.
 */
const CLAIMS_OF_OTHERS = ["sid", "input_data", "changes"] as const;

function isOfAnotherKind(claims: Claims): boolean {
  return isIssuedByTheAdmin(claims) || CLAIMS_OF_OTHERS.some((claim) => claims[claim] !== undefined);
}

/** What a merchant's browser has, and no shopper's: the admin is the issuer, "https://….myshopify.com/admin". */
export function isIssuedByTheAdmin({ iss }: { readonly iss?: unknown }): boolean {
  return typeof iss === "string" && /\/admin\/?$/.test(iss);
}

/**
 * Verifies the `Authorization` header of checkout, thank-you and order status: HS256 with the app's secret, made for this
 * app (`aud`), of a shop at myshopify.com (`dest`, with or without https://), valid now (`exp`, `nbf`, `iat`; 10 s of
 * leeway), and of no other kind. The subject is absent or a customer. It names no purchase: what the body says of one is
 * the browser's word. Whether the shop has the app installed is the caller's question.
 * Source: shopify.dev/docs/api/checkout-ui-extensions/2026-07/apis/session-token.
 */
export function sessionTokenAuthenticator({
  apiKey,
  apiSecret,
}: {
  readonly apiKey: string;
  readonly apiSecret: string;
}) {
  const verify = claimsVerifier(apiSecret);

  return (authorization: string | undefined, now: Instant): SessionTokenReading => {
    const reading = verify(authorization);
    if (reading.kind === "refused") return reading;
    const { claims } = reading;
    if (claims.aud !== apiKey) return refused("wrong-audience");
    if (isOfAnotherKind(claims)) return refused("wrong-kind");
    const shop = shopIn(claims.dest);
    if (!shop) return refused("wrong-shop");
    const fault = faultOfTimes(claims, now);
    if (fault) return refused(fault);
    if (claims.sub === undefined || claims.sub === null) return { kind: "authenticated", shop };
    const customer = customerIn(claims.sub);
    return customer ? { kind: "authenticated", shop, customer } : refused("wrong-subject");
  };
}

function customerIn(subject: unknown): CustomerId | undefined {
  if (typeof subject !== "string") return undefined;
  return /^gid:\/\/shopify\/Customer\/(\d{1,20})$/.exec(subject)?.[1] as CustomerId | undefined;
}

function refused(why: SessionTokenFault): SessionTokenReading {
  return { kind: "refused", why };
}
