import { decimalOf, type Money, moneyFromDecimal } from "#app/core/values/money.ts";
import type { StoredProduct, StoredVariant } from "../store/state/product.ts";
import { type Html, html } from "../web/html.ts";
import { pageBody } from "./admin-layout.ts";
import { ICONS } from "./icons.ts";
import { tagsForm } from "./tags-form.ts";
import { counted } from "./words.ts";

export interface ProductsPageView {
  readonly products: readonly StoredProduct[];
  /** How many fit the search; `products` is this page of them. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly query: string;
  readonly currency: Money["currency"];
  readonly base: string;
  readonly storeUrl: string;
  readonly notice?: string;
}

/** The shelf: tags, prices, costs and stock are edited where they stand, one form for each product's tags and each variant. */
export function productsPage(view: ProductsPageView): Html {
  const { products, query, base } = view;
  const search = html`<form class="list-search" role="search" action="${base}/products">
    ${ICONS.search}<input type="search" name="query" value="${query}" placeholder="Search by title, type or SKU" aria-label="Search products">
    <button class="button">Search</button></form>`;
  const list =
    products.length === 0
      ? html`<div class="empty-state"><h2>No products found</h2><p>Try other words, or fewer.</p></div>`
      : html`<div class="scroll"><table class="table products"><thead><tr><th colspan="2">Product</th><th>Type and tags</th><th>Price, cost and stock</th><th></th></tr></thead>
        <tbody>${products.map((product) => productRow(product, view))}</tbody></table></div>`;
  return pageBody(html`<h1>Products</h1><span class="subdued">${counted(view.found, "product")}</span>`, [
    ...(view.notice ? [html`<div class="banner" role="status">${view.notice}</div>`] : []),
    html`<section class="card flush">${search}${list}${pager(view)}</section>`,
    newProductForm(view),
  ]);
}

function productRow(product: StoredProduct, view: ProductsPageView): Html {
  return html`<tr>
    <td class="picture"><img src="${view.storeUrl}${product.picture}" alt="" width="48" height="48" loading="lazy"></td>
    <td><a class="strong" href="${view.storeUrl}/products/${product.handle}" target="_blank" rel="noopener">${product.title}</a><br><span class="subdued">${product.vendor}</span></td>
    <td class="subdued">${product.type}${kindBadge(product)}${tagsForm({
      action: `${view.base}/products/${product.id}/tags?${placeOf(view)}`,
      tags: product.tags,
      of: product.title,
    })}</td>
    <td>${product.variants.map((variant) => variantForm(product, variant, view))}</td>
    <td><form method="post" action="${view.base}/products/${product.id}/delete?${placeOf(view)}"
      onsubmit="return confirm('Delete ' + ${JSON.stringify(product.title)} + '? The store stops selling it.')"><button class="button plain" aria-label="Delete ${product.title}">${ICONS.bin}</button></form></td></tr>`;
}

/** What keeps a product out of some purchases. */
function kindBadge({ isGiftCard, requiresSellingPlan, components }: StoredProduct): Html | false {
  const kind =
    (isGiftCard && "Gift card") ||
    (requiresSellingPlan && "Subscription only") ||
    (components && "Bundle") ||
    undefined;
  return kind !== undefined && html` <span class="badge info">${kind}</span>`;
}

function newProductForm({ base, currency }: ProductsPageView): Html {
  return html`<section class="card"><h2>Add a product</h2><form class="stacked" method="post" action="${base}/products/new">
    <label class="field">Title <input name="title" required maxlength="255"></label>
    <label class="field">Type <input name="type" maxlength="255"></label>
    <label class="field">Tags, with commas between them <input name="tags"></label>
    <label class="field">Price in ${currency} <input name="price" inputmode="decimal" required pattern="[0-9]+([.][0-9]{1,2})?"></label>
    <label class="field">In stock <input name="stock" type="number" min="0" max="999999" value="10" required></label>
    <button class="button">Add product</button></form></section>`;
}

function variantForm(product: StoredProduct, variant: StoredVariant, view: ProductsPageView): Html {
  const named = variant.title === "Default Title" ? product.title : `${product.title}, ${variant.title}`;
  const price = decimalOf({ minor: variant.priceMinor, currency: view.currency });
  const cost = variant.costMinor === null ? "" : decimalOf({ minor: variant.costMinor, currency: view.currency });
  return html`<form class="variant" method="post" action="${view.base}/variants/${variant.id}?${placeOf(view)}">
    <span class="variant-name">${variant.title !== "Default Title" && variant.title}</span>
    <label class="field"><span>${view.currency}</span><input name="price" value="${price}" inputmode="decimal" size="7" required pattern="[0-9]+([.][0-9]{1,2})?" aria-label="Price of ${named}"></label>
    <label class="field"><span>cost</span><input name="cost" value="${cost}" inputmode="decimal" size="6" pattern="[0-9]+([.][0-9]{1,2})?" aria-label="Cost of ${named}"></label>
    <label class="field"><input name="stock" value="${variant.stock}" type="number" min="0" max="999999" required aria-label="Stock of ${named}"><span>in stock</span></label>
    ${variant.stock === 0 && html`<span class="badge critical">Sold out</span>`}
    <button class="button">Save</button></form>`;
}

function placeOf({ query, page }: ProductsPageView): string {
  return new URLSearchParams({ query, page: String(page) }).toString();
}

function pager(view: ProductsPageView): Html | false {
  if (view.pages < 2) return false;
  const link = (page: number, label: string) =>
    page < 1 || page > view.pages
      ? html`<span class="button disabled" aria-disabled="true">${label}</span>`
      : html`<a class="button" href="${view.base}/products?${new URLSearchParams({ query: view.query, page: String(page) }).toString()}">${label}</a>`;
  return html`<div class="pager">${link(view.page - 1, "Previous")}<span class="subdued">Page ${view.page} of ${view.pages}</span>${link(view.page + 1, "Next")}</div>`;
}

/** What the form of one variant sent; undefined where it is no price, no cost or no stock. An empty cost is `null`, one not sent stays. */
export function parseVariantForm(
  form: URLSearchParams,
  currency: Money["currency"],
): { price: Money; stock: number; cost?: number | null } | undefined {
  const price = moneyFromDecimal(form.get("price") ?? "", currency);
  const stock = /^\d{1,6}$/.test(form.get("stock") ?? "") ? Number(form.get("stock")) : undefined;
  if (!price || price.minor < 0 || stock === undefined) return undefined;
  const written = form.get("cost")?.trim();
  if (written === undefined) return { price, stock };
  const cost = written === "" ? null : moneyFromDecimal(written, currency)?.minor;
  return cost === undefined || (cost !== null && cost < 0) ? undefined : { price, stock, cost };
}
