import type { Instant } from "#app/core/values/instant.ts";
import { financialStatusOf } from "../store/orders/amounts.ts";
import type { Order } from "../store/state/order.ts";
import { type Html, html } from "../web/html.ts";

export function paymentBadge(order: Order): Html {
  switch (financialStatusOf(order)) {
    case "REFUNDED":
      return html`<span class="badge">Refunded</span>`;
    case "PARTIALLY_REFUNDED":
      return html`<span class="badge warning">Partly refunded</span>`;
    case "PARTIALLY_PAID":
      return html`<span class="badge warning">Partly paid</span>`;
    case "PENDING":
      return html`<span class="badge warning">Payment pending</span>`;
    default:
      return html`<span class="badge">Paid</span>`;
  }
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
