import { sum, times } from "#app/core/values/money.ts";
import { taxLinesTogether } from "../../store/checkout/taxes.ts";
import { amountsOf, discountOf, financialStatusOf, lineTotal } from "../../store/orders/amounts.ts";
import type { Order, OrderLine } from "../../store/state/order.ts";
import { type Html, html } from "../../web/html.ts";
import { orderAddress } from "../answer-account.ts";
import { type AuthenticationState, authenticationOf } from "../blocks/authentication.ts";
import { blockScripts, blockSlot } from "../blocks/block-slot.ts";
import type { Visit } from "../visit.ts";
import { amount, day } from "../words/words.ts";
import { summaryLine, sums } from "./checkout-summary.ts";
import { checkoutDocument } from "./layout.ts";

const THANK_YOU = "purchase.thank-you.block.render";
const ORDER_STATUS = "customer-account.order-status.block.render";

/** The end of the checkout: the order as it is now, with what was added after the payment. */
export function thankYouPage(visit: Visit, order: Order): string {
  const { words } = visit;
  const name = order.shippingAddress?.firstName ?? "";
  const body = html`<div class="checkout-columns">
    <div class="checkout-main">
      <p class="quiet">${words.confirmationNumber} ${order.confirmationNumber} · ${order.name}</p>
      <h1><span class="tick" aria-hidden="true">✓</span> ${words.thankYou(name)}</h1>
      <section class="box">
        <h2>${words.confirmed}</h2>
        <p>${words.confirmedText(order.email)}</p>
      </section>
      ${blockSlot(visit, THANK_YOU, "main-top")}
      ${where(visit, order)}
      ${blockSlot(visit, THANK_YOU, "main-bottom")}
      <p class="actions">
        <a class="button" href="/">${words.continueShopping}</a>
        <a href="${orderAddress(order)}">${words.seeStatus}</a>
      </p>
    </div>
    <aside class="checkout-side"><h2>${words.summary}</h2>${orderSummary(visit, order)}${blockSlot(visit, THANK_YOU, "order-summary")}</aside>
  </div>`;
  return checkoutDocument(visit, words.thankYou(name), body, blockScripts(visit, THANK_YOU));
}

/**
 * What became of the order: status, refunds, lines. Who came by nothing but the order's address sees neither where it goes
 * nor what apps would show; who paid it here, came by its link or is signed in sees the whole.
 * https://shopify.dev/docs/apps/build/customer-accounts/order-status-page
 */
export function orderStatusPage(visit: Visit, order: Order): string {
  const { words, store } = visit;
  const state = authenticationOf(visit, order);
  const slot = (name: string) => state && blockSlot(visit, ORDER_STATUS, name);
  const placed = day(order.createdAt, words, store.shop.timezone);
  const body = html`<div class="checkout-columns">
    <div class="checkout-main">
      <p class="quiet">${words.orderStatus}</p>
      <h1>${words.orderOf(order.name, placed)}</h1>
      <p><span class="tag">${statusOf(visit, order)}</span></p>
      ${slot("main-top")}
      ${refundBoxes(visit, order)}
      ${state && where(visit, order)}
      ${slot("main-bottom")}
      ${accountBox(visit, order, state)}
      <p class="actions"><a class="button" href="/">${words.continueShopping}</a></p>
    </div>
    <aside class="checkout-side"><h2>${words.summary}</h2>${orderSummary(visit, order)}${slot("order-summary")}</aside>
  </div>`;
  return checkoutDocument(
    visit,
    words.orderOf(order.name, placed),
    body,
    state ? blockScripts(visit, ORDER_STATUS) : [],
  );
}

/** The way into the customer's account and out again. */
function accountBox({ words, customer, url }: Visit, order: Order, state: AuthenticationState | undefined): Html {
  if (customer) {
    return html`<section class="box account">
      <p>${words.signedInAs(customer.email)}</p>
      <form method="post" action="/account/sign-out"><input type="hidden" name="back" value="${url.pathname}" /><button class="plain" type="submit">${words.signOut}</button></form>
    </section>`;
  }
  return html`<section class="box account" id="sign-in">
    <p>${state ? words.signInAgain : words.signInText}</p>
    <form method="post" action="/account/sign-in">
      <input type="hidden" name="back" value="/orders/${order.checkoutToken}" />
      <label for="account-email">${words.email}</label>
      <input id="account-email" name="email" type="email" autocomplete="email" required />
      <button class="plain" type="submit">${words.signIn}</button>
    </form>
  </section>`;
}

function statusOf({ words }: Visit, order: Order): string {
  if (order.cancelledAt !== undefined) return words.statusCancelled;
  switch (financialStatusOf(order)) {
    case "REFUNDED":
      return words.statusRefunded;
    case "PARTIALLY_REFUNDED":
      return words.statusPartlyRefunded;
    case "PENDING":
      return words.statusPending;
    case "PARTIALLY_PAID":
      return words.statusPartlyPaid;
    default:
      return words.statusPaid;
  }
}

function refundBoxes({ words, store }: Visit, order: Order): Html[] {
  return order.refunds.map((refund) => {
    const titles = refund.lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      return line ? [`${quantity} × ${line.title}`] : [];
    });
    const back = sum(
      refund.transactions.map((made) => made.amount),
      amountsOf(order).total.currency,
    );
    return html`<section class="box">
      <h2>${words.refundOn(day(refund.at, words, store.shop.timezone))}</h2>
      <p class="sum-row"><span>${titles.join(", ")}</span><span>${amount(back, words)}</span></p>
    </section>`;
  });
}

function where({ words }: Visit, order: Order): Html {
  const to = order.shippingAddress;
  const card = /^Card ending in (.+)$/.exec(order.paidWith)?.[1];
  const country = new Intl.DisplayNames([words.locale], { type: "region" }).of(order.country);
  return html`<section class="box facts">
    <div>
      <h2>${words.shipTo}</h2>
      ${
        to
          ? html`<address>${to.firstName} ${to.lastName}<br />${to.address1}${to.address2 && html`<br />${to.address2}`}<br />${to.zip} ${to.city}<br />${country}</address>`
          : html`<p>${order.lines.some(({ requiresShipping }) => requiresShipping) ? words.pickup : words.sentByEmail}</p>`
      }
    </div>
    <div>
      <h2>${words.paidWith}</h2>
      <p>${card ? words.cardEnding(card) : order.paidWith}</p>
    </div>
  </section>`;
}

function orderSummary({ words }: Visit, order: Order): Html {
  const later = addedLater(order);
  const { subtotal, shipping, total, refunded, outstanding } = amountsOf(order);
  const taxLines = taxLinesTogether([...order.lines, ...order.shippingLines].flatMap((line) => line.taxLines));
  const first = order.lines.filter(({ id }) => !later.has(id));
  const added = order.lines.filter(({ id }) => later.has(id));
  return html`<ul class="summary-lines">${first.map((line) => orderLine(words, order, line))}</ul>
    ${
      added.length > 0 &&
      html`<h3 class="added">${words.addedAfter}</h3>
        <ul class="summary-lines">${added.map((line) => orderLine(words, order, line))}</ul>`
    }
    ${sums(words, { subtotal, shipping, taxLines, total })}
    ${refunded.minor > 0 && html`<p class="sum-row"><span>${words.refunds}</span><span>−${amount(refunded, words)}</span></p>`}
    ${outstanding.minor > 0 && html`<p class="sum-row strong"><span>${words.outstanding}</span><span>${amount(outstanding, words)}</span></p>`}`;
}

function orderLine(words: Visit["words"], order: Order, line: OrderLine): Html {
  const off = discountOf(line);
  const title = line.discountAllocations
    .map(({ application }) => order.discounts[application])
    .map((discount) => discount?.code ?? discount?.title)
    .join(", ");
  const back = line.quantity - line.currentQuantity;
  const hasChoice = line.variantTitle !== "" && line.variantTitle !== "Default Title";
  return summaryLine(words, {
    picture: hasChoice ? `/pictures/${line.handle}/${line.variantId}.svg` : line.picture,
    title: line.title,
    choice: hasChoice ? line.variantTitle : "",
    quantity: line.quantity,
    total: lineTotal(line),
    ...(off.minor > 0 ? { was: times(line.unitPrice, line.quantity), discount: title || words.discount } : {}),
    ...(back > 0 ? { note: words.refundedPieces(back) } : {}),
  });
}

/** Ids of the lines that came after the purchase itself. */
function addedLater(order: Order): Set<number> {
  const first = order.agreements.find(({ reason }) => reason === "ORDER");
  const bought = new Set(first?.sales.flatMap(({ what }) => (what.kind === "product" ? [what.lineId] : [])));
  return new Set(order.lines.map(({ id }) => id).filter((id) => !bought.has(id)));
}
