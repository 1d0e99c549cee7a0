import type { Facts } from "#app/core/facts/facts.ts";
import type { Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { CLOCK_LEEWAY_MS } from "./claimed-times.ts";
import { readPurchase } from "./read-purchase.ts";
import { shopIn } from "./read-shop-domain.ts";
import { type Claims, claimsVerifier } from "./verified-claims.ts";

/** Who asks, or why the token is not one of the post-purchase page's. */
export type Authentication =
  | { readonly kind: "authenticated"; readonly facts: Facts }
  | { readonly kind: "refused"; readonly why: TokenFault }
  /** Signed by Shopify for this page, yet not a purchase as documented. */
  | { readonly kind: "unreadable"; readonly where: string };

export type TokenFault =
  | "no-token"
  | "bad-signature"
  | "wrong-issuer"
  | "no-purchase"
  | "wrong-subject"
  | "wrong-shop"
  | "bad-time"
  | "too-old"
  | "from-the-future"
  | "expired";

const AGE_MOST_MS = 2 * 60 * 60 * 1000;

/**
 * The unit of `iat` and `exp` is seconds by RFC 7519, but public apps for this page deal in milliseconds as often as
 * not and shopify.dev/docs/api/checkout-extensions/post-purchase/jwt-specification does not say which Shopify sends.
 * Above this (the year 5138 in seconds, 1973 in milliseconds) it can only be milliseconds.
 */
const SECONDS_MOST = 100_000_000_000;

/**
 * Verifies the `Authorization` header of the post-purchase page and reads the purchase from the token.
 *
 * Demands all that the page's token has and nothing it lacks (it has no `aud` and no `dest`): HS256 with the app's
 * secret, issued by the literal "shopify", an `input_data` claim, a subject that is the purchase's reference, a shop
 * at myshopify.com, an age of at most 2 h. The same secret signs admin and checkout session tokens and our own changesets:
 * issuer and `input_data` are what tells them apart. Whether the shop has the app installed is the caller's question.
 */
export function postPurchaseAuthenticator({ apiSecret }: { readonly apiSecret: string }) {
  const verify = claimsVerifier(apiSecret);

  return (authorization: string | undefined, now: Instant): Authentication => {
    const verified = verify(authorization);
    if (verified.kind === "refused") return verified;
    const { claims } = verified;
    const fault = faultOf(claims, now);
    if (fault) return { kind: "refused", why: fault };
    const reading = readPurchase(claims.input_data, shopOf(claims.input_data) as Shop, now);
    return reading.kind === "read" ? { kind: "authenticated", facts: reading.facts } : reading;
  };
}

function faultOf({ iss, sub, iat, exp, nbf, input_data }: Claims, now: Instant): TokenFault | undefined {
  if (iss !== "shopify") return "wrong-issuer";
  const reference = fieldOf(fieldOf(input_data, "initialPurchase"), "referenceId");
  if (typeof reference !== "string" || reference === "") return "no-purchase";
  if (sub !== reference) return "wrong-subject";
  if (!shopOf(input_data)) return "wrong-shop";
  const issued = instantOf(iat);
  if (issued === undefined) return "bad-time";
  if (issued > now + CLOCK_LEEWAY_MS) return "from-the-future";
  if (now - issued > AGE_MOST_MS) return "too-old";
  return (
    timeFault(exp, (expires) => expires + CLOCK_LEEWAY_MS <= now, "expired") ??
    timeFault(nbf, (from) => from > now + CLOCK_LEEWAY_MS, "from-the-future")
  );
}

/** Whether Shopify's token carries `exp` at all is not documented: honoured where it is. */
function timeFault(claim: unknown, isFault: (at: Instant) => boolean, fault: TokenFault): TokenFault | undefined {
  if (claim === undefined) return undefined;
  const at = instantOf(claim);
  if (at === undefined) return "bad-time";
  return isFault(at) ? fault : undefined;
}

function instantOf(claim: unknown): Instant | undefined {
  if (typeof claim !== "number" || !Number.isFinite(claim) || claim < 0) return undefined;
  return claim > SECONDS_MOST ? claim : claim * 1000;
}

function shopOf(input: unknown): Shop | undefined {
  return shopIn(fieldOf(fieldOf(input, "shop"), "domain"));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Claims)[name] : undefined;
}
