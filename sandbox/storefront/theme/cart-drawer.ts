import { type Html, html } from "../../web/html.ts";
import type { Visit } from "../visit.ts";
import { cartLine } from "./cart-line.ts";
import { totals } from "./cart-sections.ts";

/** The cart that slides in beside any page. Like many a theme's it has no slot for blocks of apps. */
export function cartDrawer(visit: Visit): Html {
  const { words, cart, store } = visit;
  const isEmpty = !cart || cart.lines.length === 0;
  const tooMany = cart?.lines.some((line) => line.quantity > (store.variant(line.variantId)?.variant.stock ?? 0));
  const close = html`<button class="link drawer__close" type="button" data-close aria-label="${words.close}">✕</button>`;
  return html`<cart-drawer class="drawer${isEmpty && " is-empty"}">
    <div id="CartDrawer" class="cart-drawer">
      <div id="CartDrawer-Overlay" class="cart-drawer__overlay" data-close></div>
      <div class="drawer__inner" role="dialog" aria-modal="true" aria-label="${words.cartTitle}" tabindex="-1">
        ${isEmpty && html`<div class="drawer__inner-empty"><h2>${words.cartEmpty}</h2>${close}<p><a class="button" href="/collections/all">${words.goShopping}</a></p></div>`}
        <div class="drawer__header"><h2>${words.cartTitle}</h2>${close}</div>
        <cart-drawer-items class="${isEmpty && "is-empty"}">
          <form id="CartDrawer-Form" class="cart__contents" action="/cart" method="post">
            <div id="CartDrawer-CartItems" class="drawer__contents js-contents">
              ${cart && !isEmpty && html`<ul class="cart-lines">${cart.lines.map((line, index) => cartLine(visit, cart, line, index + 1, "CartDrawer-"))}</ul>`}
              <p id="CartDrawer-LiveRegionText" class="unseen" role="status" aria-hidden="true"></p>
              <p id="CartDrawer-LineItemStatus" class="unseen" role="status" aria-hidden="true"></p>
            </div>
            <p class="problem" id="CartDrawer-CartErrors" role="alert"></p>
          </form>
        </cart-drawer-items>
        <div class="drawer__footer">
          <div class="cart-drawer__footer">${!isEmpty && totals(visit)}</div>
          <p class="quiet small">${words.taxLater}</p>
          <button class="button wide" type="submit"${(isEmpty || tooMany) && html` disabled`} id="CartDrawer-Checkout" name="checkout" value="1" form="CartDrawer-Form">${words.checkout}</button>
        </div>
      </div>
    </div>
  </cart-drawer>`;
}
