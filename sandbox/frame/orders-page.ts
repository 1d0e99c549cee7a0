import type { Instant } from "#app/core/values/instant.ts";
import type { Order } from "../store/state/order.ts";
import type { ShopIdentity } from "../store/state/shop-identity.ts";
import { type Html, html } from "../web/html.ts";
import { pageBody } from "./admin-layout.ts";
import { holdBadge, paymentBadge } from "./order-badges.ts";
import { orderTotals } from "./order-totals.ts";
import { atShop, counted, inMoney } from "./words.ts";

/** Every order, newest first. */
export function ordersPage(orders: readonly Order[], shop: ShopIdentity, base: string, now: Instant): Html {
  const rows = orders.map((order) => {
    const added = order.lines.length - boughtFirst(order);
    return html`<tr>
      <td><a class="row-link strong" href="${base}/orders/${order.id}">${order.name}</a></td>
      <td class="subdued">${atShop(order.createdAt, shop)}</td>
      <td>${order.email}</td>
      <td>${paymentBadge(order)}</td>
      <td>${holdBadge(order, now)}</td>
      <td>${counted(order.lines.length, "line")}${added > 0 && html` <span class="badge info">${added} added by an app</span>`}</td>
      <td class="number">${inMoney(orderTotals(order).net)}</td>
    </tr>`;
  });
  const list =
    orders.length === 0
      ? html`<section class="card empty-state"><h2>Your orders will show here</h2><p>Buy something in the store: it takes a minute and a card number of 1.</p></section>`
      : html`<section class="card flush"><div class="scroll"><table class="table clickable">
          <thead><tr><th>Order</th><th>Date</th><th>Customer</th><th>Payment</th><th>Fulfilment</th><th>Items</th><th class="number">Total</th></tr></thead>
          <tbody>${rows}</tbody></table></div></section>`;
  return pageBody(html`<h1>Orders</h1>`, [list]);
}

function boughtFirst(order: Order): number {
  const first = order.agreements.find(({ reason }) => reason === "ORDER");
  return first ? first.sales.filter(({ what }) => what.kind === "product").length : order.lines.length;
}
