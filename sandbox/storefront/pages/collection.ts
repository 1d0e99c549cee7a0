import type { StoredProduct } from "../../store/state/product.ts";
import { type Html, html } from "../../web/html.ts";
import { parseSort, SORTS, type Sort, search, shelfAt, shelfName, sorted } from "../shelves.ts";
import type { Visit } from "../visit.ts";
import { shopPage } from "./layout.ts";
import { tiles } from "./tile.ts";

const PER_PAGE = 24;

/** A shelf, or "all" of them; undefined when there is no such shelf. */
export function collectionPage(visit: Visit, handle: string): string | undefined {
  const { store, words, url } = visit;
  const shelf = shelfAt(store, handle);
  if (!shelf && handle !== "all") return undefined;
  const name = shelf ? shelfName(shelf, words) : words.all;
  const products = shelf?.products ?? store.products();
  const sort = parseSort(url.searchParams.get("sort"));
  return shopPage(
    visit,
    name,
    html`<div class="collection-head">
        <div><h1>${name}</h1><p class="quiet">${words.products(products.length)}</p></div>
        ${sortForm(visit, sort)}
      </div>
      ${paged(visit, sorted(products, sort))}`,
  );
}

/** What the query finds, the best sellers where nothing was asked. */
export function searchPage(visit: Visit): string {
  const { store, words, url } = visit;
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const found = search(store, query);
  const sort = parseSort(url.searchParams.get("sort"));
  const head = query ? words.results(found.length, query) : words.search;
  const none = html`<p class="quiet">${query ? words.searchNothing : words.searchEmpty}</p>
    <h2>${words.bestSellers}</h2>
    ${tiles(visit, sorted(store.products(), "best").slice(0, 8))}`;
  return shopPage(
    visit,
    head,
    html`<div class="collection-head">
        <h1>${head}</h1>
        ${found.length > 1 && sortForm(visit, sort)}
      </div>
      ${found.length ? paged(visit, sorted(found, sort)) : none}`,
  );
}

function sortForm({ words, url }: Visit, sort: Sort): Html {
  const query = url.searchParams.get("q");
  return html`<form class="sort">
    ${query !== null && html`<input type="hidden" name="q" value="${query}" />`}
    <label for="sort">${words.sortBy}</label>
    <select id="sort" name="sort">
      ${SORTS.map((each) => html`<option value="${each}"${each === sort && html` selected`}>${words.sorts[each]}</option>`)}
    </select>
    <button class="plain" type="submit">${words.sort}</button>
  </form>`;
}

function paged(visit: Visit, products: readonly StoredProduct[]): Html {
  const { words, url } = visit;
  const pages = Math.max(1, Math.ceil(products.length / PER_PAGE));
  const asked = Number(url.searchParams.get("page") ?? 1);
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  const to = (number: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set("page", String(number));
    return `${url.pathname}?${query}`;
  };
  return html`${tiles(visit, products.slice((page - 1) * PER_PAGE, page * PER_PAGE))}
  ${
    pages > 1 &&
    html`<nav class="pages" aria-label="${words.page(page, pages)}">
      ${page > 1 ? html`<a class="button plain" rel="prev" href="${to(page - 1)}">${words.previous}</a>` : html`<span></span>`}
      <span>${words.page(page, pages)}</span>
      ${page < pages ? html`<a class="button plain" rel="next" href="${to(page + 1)}">${words.next}</a>` : html`<span></span>`}
    </nav>`
  }`;
}
