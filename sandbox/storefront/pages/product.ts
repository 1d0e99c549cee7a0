import type { StoredProduct, StoredVariant } from "../../store/state/product.ts";
import { type Html, html, json } from "../../web/html.ts";
import { shelfName, shelvesWith } from "../shelves.ts";
import type { Visit } from "../visit.ts";
import { amount } from "../words/words.ts";
import { shopPage } from "./layout.ts";
import { pictureOf, priceIn, tiles } from "./tile.ts";

/** One product, its choice made by `?variant=`; undefined when the shop has none of that handle. */
export function productPage(visit: Visit, handle: string): string | undefined {
  const { store, words, url } = visit;
  const product = store.productByHandle(handle);
  if (!product) return undefined;
  const asked = Number(url.searchParams.get("variant"));
  const variant =
    product.variants.find(({ id }) => id === asked) ??
    product.variants.find(({ stock }) => stock > 0) ??
    product.variants[0];
  if (!variant) return undefined;
  const [shelf, ...others] = shelvesWith(store, product);
  const shelfTitle = shelf ? shelfName(shelf, words) : words.all;
  const likes = (shelf?.products ?? []).filter(({ id }) => id !== product.id).slice(0, 4);
  return shopPage(
    visit,
    product.title,
    html`<nav class="crumbs" aria-label="${words.home}">
        <a href="/">${words.home}</a> <span aria-hidden="true">›</span> <a href="/collections/${shelf?.handle ?? "all"}">${shelfTitle}</a>
      </nav>
      ${notice(visit, product)}
      <div class="product">
        <img id="picture" class="product-picture" src="${pictureOf(product, variant.id)}" alt="${product.title}" width="640" height="640" />
        <div class="product-words">
          <h1>${product.title}</h1>
          <p class="price" id="price">${amount(priceIn(visit, variant.id), words)}</p>
          <p class="quiet small">${words.withoutTax}</p>
          ${!variant.requiresShipping && html`<p class="tag">${words.sentByEmail}</p>`}
          ${buyForm(visit, product, variant)}
          <h2 class="small-head">${words.details}</h2>
          <p>${plainText(product.description)}</p>
          ${contents(visit, product)}
          ${others.length > 0 && html`<p class="quiet small">${words.alsoIn} ${others.map((each) => html`<a href="/collections/${each.handle}">${shelfName(each, words)}</a> `)}</p>`}
          <p class="quiet small">${words.sku} <span id="sku">${variant.sku}</span></p>
        </div>
      </div>
      ${likes.length > 0 && html`<section><h2>${words.moreLike(shelfTitle)}</h2>${tiles(visit, likes, 0)}</section>`}`,
    product.variants.length > 1 ? ["product"] : [],
  );
}

/** What a bundle is made of. */
function contents({ words, store }: Visit, { components = [] }: StoredProduct): Html | false {
  if (components.length === 0) return false;
  const parts = components.flatMap(({ productId, quantity }) => {
    const part = store.product(productId);
    return part ? [html`<li>${quantity} × <a href="/products/${part.handle}">${part.title}</a></li>`] : [];
  });
  return html`<h2 class="small-head">${words.bundleOf}</h2><ul>${parts}</ul>`;
}

function buyForm(visit: Visit, product: StoredProduct, variant: StoredVariant): Html {
  const { words } = visit;
  if (product.requiresSellingPlan) return html`<p class="stock">${words.subscriptionOnly}</p>`;
  const [option] = product.options;
  const choices = product.variants.map((each) => ({
    id: each.id,
    price: amount(priceIn(visit, each.id), words),
    picture: pictureOf(product, each.id),
    stock: stockSentence(visit, each),
    soldOut: each.stock === 0,
    sku: each.sku,
  }));
  const choice = html`<label for="variant">${option?.name}</label>
    <select id="variant" name="id">
      ${product.variants.map((each) => {
        const ending = each.stock === 0 && ` (${words.soldOut})`;
        return html`<option value="${each.id}"${each.id === variant.id && html` selected`}>${each.title}${ending}</option>`;
      })}
    </select>
    <script type="application/json" id="choices">${json(choices)}</script>`;
  return html`<form class="buy" method="post" action="/cart/add">
    <input type="hidden" name="handle" value="${product.handle}" />
    ${option ? choice : html`<input type="hidden" name="id" value="${variant.id}" />`}
    <label for="quantity">${words.quantity}</label>
    <input id="quantity" name="quantity" type="number" inputmode="numeric" min="1" max="999" value="1" />
    <p class="stock" id="stock" aria-live="polite">${stockSentence(visit, variant)}</p>
    <button id="add" class="button" type="submit"${variant.stock === 0 && html` disabled`}>
      ${variant.stock === 0 ? words.soldOut : words.addToCart}
    </button>
  </form>`;
}

function stockSentence({ words }: Visit, { stock }: StoredVariant): string {
  if (stock === 0) return words.soldOut;
  return stock <= 5 ? words.left(stock) : words.inStock;
}

/** Said after something went into the cart: `?added=` is the variant, `?all=1` that there were no more. */
function notice({ words, url }: Visit, product: StoredProduct): Html | false {
  const added = product.variants.find(({ id }) => id === Number(url.searchParams.get("added")));
  if (!added) return false;
  const title = product.options.length ? `${product.title}, ${added.title}` : product.title;
  return html`<div class="notice" role="status">
    <p>${words.added(title)}${url.searchParams.has("all") && html`<br />${words.addedLess}`}</p>
    <div><a class="button plain" href="/cart">${words.viewCart}</a>
      <form method="post" action="/checkout"><button class="button" type="submit">${words.checkout}</button></form>
    </div>
  </div>`;
}

/** Descriptions are HTML to the platform; this shop shows their words only. */
function plainText(description: string): string {
  return description.replace(/<[^>]*>/g, " ").trim();
}
