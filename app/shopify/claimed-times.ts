import type { Instant } from "#app/core/values/instant.ts";

/** Shopify's clock and ours may differ by so much, either way. */
export const CLOCK_LEEWAY_MS = 10_000;

export type TimeFault = "bad-time" | "expired" | "from-the-future";

/** What is wrong with a token's times, in seconds as RFC 7519 has them; `nbf` and `iat` may be absent, `exp` may not. */
export function faultOfTimes(
  { exp, nbf, iat }: { readonly exp?: unknown; readonly nbf?: unknown; readonly iat?: unknown },
  now: Instant,
): TimeFault | undefined {
  if (!isSeconds(exp)) return "bad-time";
  if (exp * 1000 + CLOCK_LEEWAY_MS <= now) return "expired";
  for (const from of [nbf, iat]) {
    if (from === undefined) continue;
    if (!isSeconds(from)) return "bad-time";
    if (from * 1000 > now + CLOCK_LEEWAY_MS) return "from-the-future";
  }
  return undefined;
}

function isSeconds(claim: unknown): claim is number {
  return typeof claim === "number" && Number.isFinite(claim) && claim >= 0;
}
