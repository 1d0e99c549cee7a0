import type { Instant } from "#app/core/values/instant.ts";
import type { Agreement, Order, OrderLine } from "../store/state/order.ts";
import type { ShopIdentity } from "../store/state/shop-identity.ts";
import { type Html, html } from "../web/html.ts";
import { pageBody } from "./admin-layout.ts";
import { ICONS } from "./icons.ts";
import { holdBadge, isOnHold, paymentBadge } from "./order-badges.ts";
import { lineTotal, orderTotals } from "./order-totals.ts";
import { atShop, counted, inMoney } from "./words.ts";

export interface OrderPageView {
  readonly order: Order;
  readonly shop: ShopIdentity;
  readonly appName: string;
  readonly base: string;
  readonly storeUrl: string;
  readonly now: Instant;
  /** What the last press of a button did. */
  readonly notice?: string;
}

/** One order: its lines and who added each, what was paid, and the way to give it back. */
export function orderPage(view: OrderPageView): Html {
  const { order, shop, base, now } = view;
  const heading = html`<a class="back" href="${base}/orders" aria-label="Orders">${ICONS.back}</a>
    <h1>${order.name}</h1> ${paymentBadge(order)} ${holdBadge(order, now)}
    <p class="subdued page-subtitle">${atShop(order.createdAt, shop)} from Online Store · confirmation ${order.confirmationNumber}</p>`;
  return pageBody(heading, [
    ...(view.notice ? [html`<div class="banner" role="status">${view.notice}</div>`] : []),
    html`<div class="columns"><div>${linesCard(view)}${paymentCard(order)}${timelineCard(view)}</div><div>${asideCards(view)}</div></div>`,
  ]);
}

function linesCard(view: OrderPageView): Html {
  const { order, base, now } = view;
  const refundable = order.lines.some(({ currentQuantity }) => currentQuantity > 0);
  return html`<form class="card flush" method="post" action="${base}/orders/${order.id}/refund">
    <div class="card-heading"><h2>Items</h2>${
      isOnHold(order, now) &&
      html`<span class="subdued">Held for the post-purchase offer, at most until ${atShop(order.fulfillment.holdUntil ?? now, view.shop)}</span>`
    }</div>
    <div class="scroll"><table class="table lines"><thead><tr><th colspan="2">Product</th><th class="number">Price</th><th class="number">Quantity</th><th class="number">Total</th><th class="number">Refund</th></tr></thead>
    <tbody>${order.lines.map((line) => lineRow(line, view))}</tbody></table></div>
    ${refundable && html`<div class="card-actions"><span class="subdued">Refunded pieces go back into stock.</span><button class="button">Refund chosen items</button></div>`}
  </form>`;
}

function lineRow(line: OrderLine, { order, appName, storeUrl }: OrderPageView): Html {
  const agreement = addedBy(order, line);
  const full = { minor: line.unitPrice.minor * line.quantity, currency: line.unitPrice.currency };
  const total = lineTotal(line);
  const gone = line.quantity - line.currentQuantity;
  const discount = line.discountAllocations
    .map(({ application }) => order.discounts[application]?.title)
    .filter(Boolean);
  const hasChoice = line.variantTitle !== "" && line.variantTitle !== "Default Title";
  const picture = hasChoice ? `/pictures/${line.handle}/${line.variantId}.svg` : line.picture;
  return html`<tr>
    <td class="picture"><img src="${storeUrl}${picture}" alt="" width="48" height="48" loading="lazy"></td>
    <td><span class="strong">${line.title}</span>${hasChoice && html`<br><span class="subdued">${line.variantTitle}</span>`}
      <br><span class="subdued">${line.sku}</span>
      ${agreement?.by === "our-app" && html`<br><span class="badge info">Added by ${appName}</span>`}
      ${discount.length > 0 && html`<br><span class="subdued">${discount.join(", ")}</span>`}
      ${gone > 0 && html`<br><span class="badge">${gone} refunded</span>`}</td>
    <td class="number">${inMoney(line.unitPrice)}</td>
    <td class="number">${line.currentQuantity}${gone > 0 && html` <s class="subdued">${line.quantity}</s>`}</td>
    <td class="number">${total.minor < full.minor && html`<s class="subdued">${inMoney(full)}</s> `}${inMoney(total)}</td>
    <td class="number">${
      line.currentQuantity > 0
        ? html`<input class="quantity" type="number" name="line-${line.id}" value="0" min="0" max="${line.currentQuantity}" aria-label="Refund how many of ${line.title}">`
        : html`<span class="subdued">–</span>`
    }</td></tr>`;
}

function addedBy(order: Order, line: OrderLine): Agreement | undefined {
  return order.agreements.find(({ sales }) =>
    sales.some(({ what, action }) => what.kind === "product" && what.lineId === line.id && action !== "RETURN"),
  );
}

function paymentCard(order: Order): Html {
  const totals = orderTotals(order);
  const row = (label: string, note: string, amount: string, strong = false) =>
    html`<div class="sum ${strong && "strong"}"><span>${label}</span><span class="subdued">${note}</span><span>${amount}</span></div>`;
  return html`<section class="card"><h2>Payment</h2>
    ${row("Subtotal", counted(order.lines.length, "line"), inMoney(totals.subtotal))}
    ${row("Shipping", order.shippingLines.map(({ title }) => title).join(", "), inMoney(totals.shipping))}
    ${row("Tax", "VAT", inMoney(totals.tax))}
    ${row("Total", "", inMoney(totals.total), true)}
    <hr>
    ${row("Paid", order.paidWith, inMoney(totals.paid))}
    ${totals.refunded.minor > 0 && row("Refunded", "", `−${inMoney(totals.refunded)}`)}
    ${totals.refunded.minor > 0 && row("Net payment", "", inMoney(totals.net), true)}
  </section>`;
}

function timelineCard({ order, shop, appName }: OrderPageView): Html {
  const who = { "online-store": "The shopper", "our-app": appName, "store-admin": "You" };
  const did = { ORDER: "placed the order", ORDER_EDIT: "edited the order", REFUND: "refunded" };
  const events = [
    ...order.agreements.map((made) => ({ at: made.at, text: `${who[made.by]} ${did[made.reason]}` })),
    ...order.transactions.map(({ at, kind, status, amount }) => ({
      at,
      text: `${inMoney(amount)} ${kind === "sale" ? "charged:" : "given back:"} ${order.paidWith}${status === "failure" ? ", which failed" : ""}`,
    })),
    ...(order.fulfillment.releasedAt ? [{ at: order.fulfillment.releasedAt, text: "Released to fulfilment" }] : []),
    ...(order.cancelledAt ? [{ at: order.cancelledAt, text: "Cancelled" }] : []),
  ].sort((left, right) => right.at - left.at);
  return html`<section class="card"><h2>Timeline</h2><ol class="timeline">${events.map(
    ({ at, text }) => html`<li><time class="subdued">${atShop(at, shop)}</time><span>${text}</span></li>`,
  )}</ol></section>`;
}

function asideCards({ order, base }: OrderPageView): Html {
  const address = order.shippingAddress;
  return html`<section class="card"><h2>Customer</h2><p>${order.email}</p>
    <h3>Shipping address</h3>${
      address
        ? html`<p>${address.firstName} ${address.lastName}<br>${address.address1}<br>${address.city} ${address.zip}<br>${address.country}</p>`
        : html`<p class="subdued">Nothing is sent.</p>`
    }</section>
    ${
      order.cancelledAt === undefined &&
      html`<form class="card" method="post" action="${base}/orders/${order.id}/cancel"><h2>Cancel order</h2>
        <p class="subdued">Refunds and restocks everything that is left.</p><button class="button critical">Cancel order</button></form>`
    }`;
}
