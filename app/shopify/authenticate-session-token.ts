import { createVerifier } from "fast-jwt";
import type { CustomerId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { faultOfTimes, type TimeFault } from "./claimed-times.ts";
import { shopIn } from "./read-shop-domain.ts";

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

/** As with the post-purchase token: a header that names a key or adds rules of its own asks for another key than ours. */
const HEADER_FIELDS: ReadonlySet<string> = new Set(["alg", "typ"]);

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
  const verify = createVerifier({
    key: apiSecret,
    algorithms: ["HS256"],
    complete: true,
    // Times are judged below, by the clock that is handed in.
    ignoreExpiration: true,
    ignoreNotBefore: true,
  });

  return (authorization: string | undefined, now: Instant): SessionTokenReading => {
    const token = /^Bearer +([\w.-]+) *$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return refused("no-token");
    const claims = verifiedClaims(verify, token);
    if (!claims) return refused("bad-signature");
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

type Claims = Readonly<Record<string, unknown>>;

function verifiedClaims(verify: (token: string) => unknown, token: string): Claims | undefined {
  try {
    const { header, payload } = verify(token) as { header: Claims; payload: Claims };
    return Object.keys(header).every((field) => HEADER_FIELDS.has(field)) ? payload : undefined;
  } catch {
    // fast-jwt throws for every malformed or wrongly signed token: to the caller they are one refusal.
    return undefined;
  }
}

function customerIn(subject: unknown): CustomerId | undefined {
  if (typeof subject !== "string") return undefined;
  return /^gid:\/\/shopify\/Customer\/(\d{1,20})$/.exec(subject)?.[1] as CustomerId | undefined;
}

function refused(why: SessionTokenFault): SessionTokenReading {
  return { kind: "refused", why };
}
