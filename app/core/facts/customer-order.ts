import type { CustomerId, OrderId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { PastOrder } from "./customer-history.ts";

/** One order of a customer, as history needs it. */
export interface CustomerOrder {
  readonly id: OrderId;
  readonly customer: CustomerId;
  readonly past: PastOrder;
  /** Whether it is history: paid, and neither cancelled nor wholly refunded. */
  readonly counts: boolean;
  readonly isCancelled: boolean;
  /** Shopify's own: an older reading never replaces a newer one. */
  readonly updatedAt: Instant;
}
