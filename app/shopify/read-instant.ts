import { type Instant, parseInstant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";

/** Shopify's `DateTime` is ISO 8601: anything else is a bug of the caller. */
export function readInstant(iso: string): Instant {
  const at = parseInstant(iso);
  invariant(at !== undefined, `${iso} is not a moment`);
  return at;
}
