import { type Html, html } from "../../web/html.ts";
import { tiles } from "../pages/tile.ts";
import { sorted } from "../shelves.ts";
import type { Visit } from "../visit.ts";
import { amount } from "../words/words.ts";
import { cartLine } from "./cart-line.ts";
import { renderBlocks } from "./render-blocks.ts";

/** How many pieces, in the head of every page. */
export function cartBubble({ words, cart }: Visit): Html {
  const pieces = cart?.pieces ?? 0;
  return html`<span aria-hidden="true">${words.cart} <span class="count">${pieces}</span></span><span class="unseen">${words.cartWith(pieces)}</span>`;
}

/** Read out when the cart has changed. */
export function cartLiveRegion({ words, cart }: Visit): Html {
  return html`${cart && cart.pieces > 0 ? `${words.subtotal}: ${amount(cart.total, words)}` : words.cartEmpty}`;
}

/** The lines of the cart page, in the one form that page and total share. */
export function cartItems(visit: Visit, id: string): Html {
  const { words, cart } = visit;
  const isEmpty = !cart || cart.lines.length === 0;
  return html`<cart-items class="${isEmpty && "is-empty"}">
    <h1>${isEmpty ? words.cartEmpty : words.cartTitle}</h1>
    <form id="cart" action="/cart" method="post">
      <div id="main-cart-items" data-id="${id}">
        <div class="js-contents">
          ${isEmpty ? emptyCart(visit) : html`<ul class="cart-lines">${cart.lines.map((line, index) => cartLine(visit, cart, line, index + 1, ""))}</ul>`}
        </div>
      </div>
    </form>
    <p class="unseen" id="shopping-cart-line-item-status" role="status" aria-hidden="true"></p>
    <p class="unseen" id="cart-live-region-text" role="status" aria-live="polite" aria-hidden="true"></p>
  </cart-items>`;
}

function emptyCart(visit: Visit): Html {
  const { store, words } = visit;
  return html`<div class="empty"><a class="button" href="/collections/all">${words.goShopping}</a></div>
    <section><h2>${words.bestSellers}</h2>${tiles(visit, sorted(store.products(), "best").slice(0, 4))}</section>`;
}

/** A section that holds nothing but blocks of apps. */
export function cartApps(visit: Visit, id: string): Html {
  return html`${renderBlocks(visit, "cart-apps", id)}`;
}

export function cartFooter(visit: Visit, id: string, withBlocks: boolean): Html {
  const { words, cart, store } = visit;
  const isEmpty = !cart || cart.lines.length === 0;
  const tooMany = cart?.lines.some((line) => line.quantity > (store.variant(line.variantId)?.variant.stock ?? 0));
  return html`<div id="main-cart-footer" data-id="${id}" class="cart-sum${isEmpty && " is-empty"}">
    ${withBlocks && renderBlocks(visit, "cart-footer", id)}
    <div class="js-contents">
      ${cart && totals(visit)}
    </div>
    <p class="quiet small">${words.taxLater}</p>
    <button class="button wide" type="submit"${(isEmpty || tooMany) && html` disabled`} id="checkout" name="checkout" value="1" form="cart">${words.checkout}</button>
    <p class="problem" id="cart-errors" role="alert"></p>
  </div>`;
}

/** What the order as a whole costs less, the codes in it, and the sum. */
export function totals({ words, cart }: Visit): Html {
  if (!cart) return html``;
  const ofOrder = cart.discounts.filter((discount) => discount.class === "ORDER");
  const codes = cart.codes.filter(({ applies }) => applies).map(({ code }) => code);
  return html`${ofOrder.map(({ title, amount: off }) => html`<p class="sum-row"><span>${title}</span><span>−${amount(off, words)}</span></p>`)}
    ${codes.length > 0 && html`<p class="quiet small">${words.discountCode}: ${codes.join(", ")}</p>`}
    <p class="sum-row strong"><span>${words.subtotal}</span><span>${amount(cart.total, words)}</span></p>`;
}
