import type { Instant } from "#app/core/values/instant.ts";

/** Shopify stamps whole seconds, so two changes can carry the same time: "2026-11-21T18:04:02Z". */
export function isoSeconds(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
