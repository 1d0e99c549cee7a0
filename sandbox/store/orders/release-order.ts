import type { Engine } from "../engine.ts";
import type { Order } from "../state/order.ts";

/** The shopper is on the thank-you page: fulfilment may begin, nothing can be added any more. */
export function releaseOrder(engine: Engine, order: Order): void {
  if (order.fulfillment.releasedAt !== undefined) return;
  order.fulfillment.releasedAt = engine.now();
  engine.changed();
}
