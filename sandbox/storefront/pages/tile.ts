import { invariant } from "#app/core/values/invariant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { StoredProduct } from "../../store/state/product.ts";
import { type Html, html } from "../../web/html.ts";
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
    ${!soldOut && quickAdd(visit, product)}
  </li>`;
}

/** Where there is nothing to choose, a tile puts its product into the cart, and the drawer opens. */
function quickAdd({ words }: Visit, { variants, requiresSellingPlan, title }: StoredProduct): Html | false {
  const [only, ...others] = variants;
  if (!only || others.length > 0 || requiresSellingPlan) return false;
  return html`<form class="quick-add" method="post" action="/cart/add">
    <input type="hidden" name="id" value="${only.id}" />
    <button class="plain" type="submit" aria-label="${words.addToCart}: ${title}">${words.addToCart}</button>
    <p class="problem" role="alert"></p>
  </form>`;
}

/** "£2.95", or "from £1.65" where the variants' prices differ. */
function priceOf(visit: Visit, product: StoredProduct): string {
  const prices = product.variants.map(({ id }) => priceIn(visit, id));
  const lowest = prices.reduce((least, price) => (price.minor < least.minor ? price : least));
  const text = amount(lowest, visit.words);
  return prices.some(({ minor }) => minor !== lowest.minor) ? visit.words.from(text) : text;
}

/** One piece in the shopper's currency. */
export function priceIn({ store, context }: Visit, variantId: number): Money {
  const found = store.priceIn(variantId, context.currency);
  invariant(found, `the shop has no variant ${variantId}`);
  return found.price;
}

/** A variant's own picture where the product has a choice. */
export function pictureOf(product: StoredProduct, variantId: number): string {
  return product.options.length ? `/pictures/${product.handle}/${variantId}.svg` : product.picture;
}
