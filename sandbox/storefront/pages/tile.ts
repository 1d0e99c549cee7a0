import { parseCurrency } from "#app/core/values/currency.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { money } from "#app/core/values/money.ts";
import type { SandboxStore } from "../../store/sandbox-store.ts";
import type { StoredProduct } from "../../store/state/product.ts";
import { type Html, html } from "../../web/html.ts";
import { lowestPrice } from "../shelves.ts";
import type { Visit } from "../visit.ts";
import { amount } from "../words/words.ts";

/** Products in a grid; `eager` of them are wanted at once, the rest as they scroll into view. */
export function tiles(visit: Visit, products: readonly StoredProduct[], eager = 8): Html {
  return html`<ul class="tiles">${products.map((product, index) => tile(visit, product, index < eager))}</ul>`;
}

function tile(visit: Visit, product: StoredProduct, eager: boolean): Html {
  const { words } = visit;
  const soldOut = product.variants.every((variant) => variant.stock === 0);
  return html`<li class="tile">
    <a href="/products/${product.handle}">
      <img src="${product.picture}" alt="" width="300" height="300"${!eager && html` loading="lazy"`} />
      <span class="tile-title">${product.title}</span>
      <span class="tile-price">${priceOf(visit, product)}</span>
      ${soldOut && html`<span class="badge">${words.soldOut}</span>`}
    </a>
  </li>`;
}

/** "£2.95", or "from £1.65" where the variants' prices differ. */
function priceOf({ store, words }: Visit, product: StoredProduct): string {
  const lowest = lowestPrice(product);
  const price = amount(shopMoney(store, lowest), words);
  return product.variants.some((variant) => variant.priceMinor !== lowest) ? words.from(price) : price;
}

/** Pence of the shop's currency as money. */
export function shopMoney(store: SandboxStore, minor: number) {
  const currency = parseCurrency(store.shop.currency);
  invariant(currency, `the shop's currency is none: ${store.shop.currency}`);
  return money(minor, currency);
}

/** A variant's own picture where the product has a choice. */
export function pictureOf(product: StoredProduct, variantId: number): string {
  return product.options.length ? `/pictures/${product.handle}/${variantId}.svg` : product.picture;
}
