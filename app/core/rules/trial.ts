import { hashOf } from "../values/hash.ts";
import type { CustomerId, PurchaseReference, Shop } from "../values/ids.ts";

/** A version that a share of the shoppers is asked by, while everyone else is asked by the live one. */
export interface Trial {
  readonly version: number;
  /** A whole number from 1 to 99. */
  readonly percent: number;
  /** The version the trial began with: the shares are dealt by it for as long as the trial runs. */
  readonly seed: number;
}

/** Who is asked: a customer, or where Shopify names none the purchase. */
export interface Shopper {
  readonly customer?: CustomerId;
  readonly reference: PurchaseReference;
}

/**
 * Whether the shopper is among those who try the version: the same answer on every machine, for a customer at every
 * purchase, and still true when the trial is widened.
 */
export function isInTrial(shop: Shop, { percent, seed }: Trial, { customer, reference }: Shopper): boolean {
  const place = Number.parseInt(hashOf(`${shop} trial ${seed} ${customer ?? reference}`).slice(0, 8), 16);
  return place < (percent / 100) * 2 ** 32;
}
