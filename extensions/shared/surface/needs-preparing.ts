import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import type { Place } from "./page.ts";

/**
 * Whether the offer stands only by codes of ours: of its discount, or, on a checkout of its own, of its shipping. On the
 * checkout that the shopper is in, what it is sent for is the checkout's.
 */
export function needsPreparing({ priced, isSentFree }: SurfaceOffer, { surface }: Place): boolean {
  return priced === "code" || (isSentFree && surface !== "checkout");
}
