import type { StoredCollection } from "../store/state/collection.ts";
import type { StoredProduct } from "../store/state/product.ts";
import { type Html, html } from "../web/html.ts";
import { pageBody } from "./admin-layout.ts";
import { ICONS } from "./icons.ts";
import { counted } from "./words.ts";

export interface CollectionsPageView {
  readonly collections: readonly { readonly collection: StoredCollection; readonly size: number }[];
  readonly base: string;
  readonly notice?: string;
}

export function collectionsPage({ collections, base, notice }: CollectionsPageView): Html {
  const rows = collections.map(
    ({ collection, size }) => html`<tr>
      <td><a class="row-link strong" href="${base}/collections/${collection.id}">${collection.title}</a></td>
      <td class="subdued">${ruleWords(collection)}</td>
      <td>${counted(size, "product")}</td></tr>`,
  );
  const add = html`<section class="card"><h2>Add a collection</h2><form class="stacked" method="post" action="${base}/collections/new">
    <label class="field">Title <input name="title" required maxlength="255"></label>
    <label class="field">Filled <select name="by"><option value="manual">by hand</option><option value="type">by product type</option><option value="tag">by tag</option></select></label>
    <label class="field">Type or tag <input name="is"></label>
    <button class="button">Add collection</button></form></section>`;
  return pageBody(html`<h1>Collections</h1><span class="subdued">${counted(collections.length, "collection")}</span>`, [
    ...(notice ? [noticeBanner(notice)] : []),
    html`<section class="card flush"><div class="scroll"><table class="table"><thead><tr>
      <th scope="col">Title</th><th scope="col">Filled</th><th scope="col">Holds</th></tr></thead><tbody>${rows}</tbody></table></div></section>`,
    add,
  ]);
}

export interface CollectionPageView {
  readonly collection: StoredCollection;
  readonly products: readonly StoredProduct[];
  /** What could be put in by hand. */
  readonly others: readonly StoredProduct[];
  readonly base: string;
  readonly storeUrl: string;
  readonly notice?: string;
}

/** One collection: its title, and its products, which can be put in and taken out where it is filled by hand. */
export function collectionPage(view: CollectionPageView): Html {
  const { collection, products, base, storeUrl, notice } = view;
  const path = `${base}/collections/${collection.id}`;
  const isManual = collection.membership.kind === "manual";
  const heading = html`<a class="back" href="${base}/collections" aria-label="Collections">${ICONS.back}</a><h1>${collection.title}</h1>
    <span class="subdued">${ruleWords(collection)}</span>`;
  const title = html`<section class="card"><form class="stacked" method="post" action="${path}/title">
    <label class="field">Title <input name="title" value="${collection.title}" required maxlength="255"></label>
    <button class="button">Save</button></form>
    <form method="post" action="${path}/delete" onsubmit="return confirm('Delete this collection? Its products stay.')"><button class="button critical">Delete collection</button></form></section>`;
  const rows = products.map(
    (product) => html`<tr>
      <td class="picture"><img src="${storeUrl}${product.picture}" alt="" width="48" height="48" loading="lazy"></td>
      <td class="strong">${product.title}</td>
      <td>${isManual && html`<form method="post" action="${path}/remove"><input type="hidden" name="product" value="${product.id}"><button class="button plain" aria-label="Take ${product.title} out">${ICONS.bin}</button></form>`}</td></tr>`,
  );
  const list =
    products.length === 0
      ? html`<section class="card"><p class="subdued">Nothing is in it.</p></section>`
      : html`<section class="card flush"><div class="scroll"><table class="table"><tbody>${rows}</tbody></table></div></section>`;
  return pageBody(heading, [
    ...(notice ? [noticeBanner(notice)] : []),
    title,
    ...(isManual ? [addForm(path, view.others)] : []),
    list,
  ]);
}

function addForm(path: string, others: readonly StoredProduct[]): Html {
  return html`<section class="card"><form class="stacked" method="post" action="${path}/add">
    <label class="field">Product <select name="product">${others.map(({ id, title }) => html`<option value="${id}">${title}</option>`)}</select></label>
    <button class="button">Put in</button></form></section>`;
}

function ruleWords({ membership }: StoredCollection): string {
  if (membership.kind === "manual") return "By hand";
  return membership.column === "type" ? `Product type is ${membership.is}` : `Tagged ${membership.is}`;
}

function noticeBanner(notice: string): Html {
  return html`<div class="banner" role="status">${notice}</div>`;
}
