import type { Cart, PricedLine } from "../../store/state/cart.ts";
import { type Html, html } from "../../web/html.ts";
import { ownTotal } from "../cart/own-total.ts";
import type { Visit } from "../visit.ts";
import { amount } from "../words/words.ts";

/** A line as page and drawer draw it; `prefix` tells their ids apart. Places count from 1. */
export function cartLine(visit: Visit, cart: Cart, line: PricedLine, place: number, prefix: "" | "CartDrawer-"): Html {
  const { words, store } = visit;
  const picture = line.options.length > 0 ? `/pictures/${line.handle}/${line.variantId}.svg` : line.picture;
  const full = line.options.length > 0 ? `${line.title}, ${line.variantTitle}` : line.title;
  const stock = store.variant(line.variantId)?.variant.stock ?? 0;
  const address = `/products/${line.handle}?variant=${line.variantId}`;
  const own = ownTotal(line, cart.discounts);
  const names = line.allocations.flatMap(({ discount }) => {
    const applied = cart.discounts[discount];
    return applied?.class === "PRODUCT" ? [applied.code ?? applied.title] : [];
  });
  const shown = line.attributes.filter(({ key }) => !key.startsWith("_"));
  const quantityId = prefix ? `Drawer-quantity-${place}` : `Quantity-${place}`;
  return html`<li class="cart-item" id="${prefix ? `${prefix}Item-` : "CartItem-"}${place}">
    <a href="${address}" tabindex="-1" aria-hidden="true"><img src="${picture}" alt="" width="120" height="120" /></a>
    <div class="cart-words">
      <a class="cart-title cart-item__name" href="${address}">${line.title}</a>
      ${line.options.length > 0 && html`<p class="quiet small">${line.variantTitle}</p>`}
      ${shown.map(({ key, value }) => html`<p class="quiet small">${key}: ${value}</p>`)}
      <p class="quiet small">${words.each(amount(line.unitPrice, words))}</p>
      ${names.length > 0 && html`<p class="tag">${names.join(", ")}</p>`}
      ${line.quantity > stock && html`<p class="problem" role="alert">${words.onlyLeft(stock)}</p>`}
      <div class="cart-change">
        <label class="unseen" for="${quantityId}">${words.quantityOf(full)}</label>
        <input id="${quantityId}" name="updates[]" type="number" inputmode="numeric" min="0" max="9999" value="${line.quantity}" data-index="${place}" />
        ${!prefix && html`<noscript><button class="plain" type="submit">${words.update}</button></noscript>`}
        <cart-remove-button id="${prefix}Remove-${place}" data-index="${place}">
          <a class="link" role="button" href="/cart/change?line=${place}&quantity=0" aria-label="${words.removeTitle(full)}">${words.remove}</a>
        </cart-remove-button>
      </div>
      <p class="problem cart-item__error" id="${prefix ? `${prefix}LineItemError-` : "Line-item-error-"}${place}" role="alert"><span class="cart-item__error-text"></span></p>
    </div>
    <p class="cart-price">${own.minor < line.originalTotal.minor && html`<s>${amount(line.originalTotal, words)}</s> `}${amount(own, words)}</p>
  </li>`;
}
