import { sum, times } from "#app/core/values/money.ts";
import { type Html, html } from "../../web/html.ts";
import { type CartLine, linesOf } from "../cart.ts";
import { sorted } from "../shelves.ts";
import type { Visit } from "../visit.ts";
import { amount } from "../words/words.ts";
import { shopPage } from "./layout.ts";
import { pictureOf, shopMoney, tiles } from "./tile.ts";

export function cartPage(visit: Visit): string {
  const { store, words, cart } = visit;
  const lines = linesOf(cart, store);
  if (lines.length === 0) return shopPage(visit, words.cartTitle, emptyCart(visit));
  const none = shopMoney(store, 0);
  const subtotal = sum(
    lines.map(({ variant, quantity }) => times(shopMoney(store, variant.priceMinor), quantity)),
    none.currency,
  );
  const tooMany = lines.some(({ variant, quantity }) => quantity > variant.stock);
  return shopPage(
    visit,
    words.cartTitle,
    html`<h1>${words.cartTitle}</h1>
      <div class="cart">
        <ul class="cart-lines">${lines.map((line) => cartLine(visit, line))}</ul>
        <aside class="cart-sum" aria-label="${words.subtotal}">
          <p class="sum-row strong"><span>${words.subtotal}</span><span>${amount(subtotal, words)}</span></p>
          <p class="quiet small">${words.taxLater}</p>
          <form method="post" action="/checkout">
            <button class="button wide" type="submit"${tooMany && html` disabled`}>${words.checkout}</button>
          </form>
        </aside>
      </div>`,
  );
}

function cartLine({ store, words }: Visit, { product, variant, quantity }: CartLine): Html {
  const price = shopMoney(store, variant.priceMinor);
  const full = product.options.length ? `${product.title}, ${variant.title}` : product.title;
  const short = quantity > variant.stock;
  return html`<li>
    <a href="/products/${product.handle}?variant=${variant.id}" tabindex="-1" aria-hidden="true">
      <img src="${pictureOf(product, variant.id)}" alt="" width="120" height="120" />
    </a>
    <div class="cart-words">
      <a class="cart-title" href="/products/${product.handle}?variant=${variant.id}">${product.title}</a>
      ${product.options.length > 0 && html`<p class="quiet small">${variant.title}</p>`}
      <p class="quiet small">${words.each(amount(price, words))}</p>
      ${short && html`<p class="problem" role="alert">${words.onlyLeft(variant.stock)}</p>`}
      <form class="cart-change" method="post" action="/cart/change">
        <input type="hidden" name="variant" value="${variant.id}" />
        <label class="unseen" for="quantity-${variant.id}">${words.quantityOf(full)}</label>
        <input id="quantity-${variant.id}" name="quantity" type="number" inputmode="numeric" min="0" max="999" value="${quantity}" />
        <button class="plain" type="submit">${words.update}</button>
        <button class="link" type="submit" name="remove" value="1" aria-label="${words.removeTitle(full)}">${words.remove}</button>
      </form>
    </div>
    <p class="cart-price">${amount(times(price, quantity), words)}</p>
  </li>`;
}

function emptyCart(visit: Visit): Html {
  const { store, words } = visit;
  return html`<div class="empty">
      <h1>${words.cartEmpty}</h1>
      <a class="button" href="/collections/all">${words.goShopping}</a>
    </div>
    <section><h2>${words.bestSellers}</h2>${tiles(visit, sorted(store.products(), "best").slice(0, 4))}</section>`;
}
