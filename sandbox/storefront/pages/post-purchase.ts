import type { Order } from "../../store/state/order.ts";
import { html } from "../../web/html.ts";
import type { Visit } from "../visit.ts";
import { checkoutDocument } from "./layout.ts";

/**
 * Between payment and thank-you page: Shopify's fixed head, which says that the order is safe and leads past the offer,
 * and the place where the extension draws. Without scripts there is nothing to show, so it goes on by itself.
 */
export function postPurchasePage(visit: Visit, order: Order): string {
  const { words } = visit;
  const thankYou = `/checkouts/${order.checkoutToken}/thank-you`;
  const head = html`<p class="paid">
    <span><span class="tick" aria-hidden="true">✓</span> ${words.paidHeader(order.name)}</span>
    <a href="${thankYou}">${words.bypass}</a>
  </p>`;
  const body = html`<h1 class="unseen">${words.paidHeader(order.name)}</h1>
    <div id="offer" aria-live="polite"></div>
    <noscript><meta http-equiv="refresh" content="0; url=${thankYou}" /></noscript>`;
  return checkoutDocument(visit, words.paidHeader(order.name), body, ["post-purchase"], head);
}
