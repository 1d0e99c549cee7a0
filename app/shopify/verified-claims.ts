import { createVerifier } from "fast-jwt";

export type Claims = Readonly<Record<string, unknown>>;

export type ClaimsReading =
  | { readonly kind: "verified"; readonly claims: Claims }
  | { readonly kind: "refused"; readonly why: "no-token" | "bad-signature" };

/**
 * Shopify's tokens carry `alg` and perhaps `typ`. A header that names a key or where to fetch one (kid, jku, jwk, x5u,
 * x5c) or adds its own must-understand rules (crit) asks for another key than our secret. Should Shopify ever begin to
 * send `kid` with a page's token, it is added here: none of ten public apps shows one (state: November 2026).
 */
const HEADER_FIELDS: ReadonlySet<string> = new Set(["alg", "typ"]);

/**
 * Reads the claims of an `Authorization: Bearer …` header, if it is HS256 with the app's secret. Whose token it is, and
 * whether it is still good by the clock that is handed in, is the caller's to judge: one secret signs tokens of many kinds.
 */
export function claimsVerifier(apiSecret: string): (authorization: string | undefined) => ClaimsReading {
  const verify: (token: string) => unknown = createVerifier({
    key: apiSecret,
    algorithms: ["HS256"],
    complete: true,
    ignoreExpiration: true,
    ignoreNotBefore: true,
  });

  return (authorization) => {
    const token = /^Bearer +([\w.-]+) *$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return { kind: "refused", why: "no-token" };
    try {
      const { header, payload } = verify(token) as { header: Claims; payload: Claims };
      const isPlain = Object.keys(header).every((field) => HEADER_FIELDS.has(field));
      return isPlain ? { kind: "verified", claims: payload } : { kind: "refused", why: "bad-signature" };
    } catch {
      // fast-jwt throws for every malformed or wrongly signed token: to the caller they are one refusal.
      return { kind: "refused", why: "bad-signature" };
    }
  };
}
