import type { Instant } from "#app/core/values/instant.ts";
import type { Order } from "../store/state/order.ts";
import { type Html, html } from "../web/html.ts";
import { orderTotals } from "./order-totals.ts";

export function paymentBadge(order: Order): Html {
  const { net, refunded } = orderTotals(order);
  if (refunded.minor === 0) return html`<span class="badge">Paid</span>`;
  return net.minor <= 0
    ? html`<span class="badge">Refunded</span>`
    : html`<span class="badge warning">Partly refunded</span>`;
}

/** On hold while the shopper may still say yes to an offer: at most 60 minutes after the payment. */
export function holdBadge(order: Order, now: Instant): Html {
  if (order.cancelledAt !== undefined) return html`<span class="badge critical">Cancelled</span>`;
  return isOnHold(order, now)
    ? html`<span class="badge warning">On hold</span>`
    : html`<span class="badge attention">Unfulfilled</span>`;
}

export function isOnHold({ fulfillment }: Order, now: Instant): boolean {
  return fulfillment.holdUntil !== undefined && fulfillment.releasedAt === undefined && now < fulfillment.holdUntil;
}
