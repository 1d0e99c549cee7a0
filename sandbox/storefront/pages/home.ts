import { html } from "../../web/html.ts";
import { shelfName, shelvesOf, sorted } from "../shelves.ts";
import type { Visit } from "../visit.ts";
import { shopPage } from "./layout.ts";
import { tiles } from "./tile.ts";

/** The way in: what the shop is, its shelves, what sells best. */
export function homePage(visit: Visit): string {
  const { store, words } = visit;
  const best = sorted(store.products(), "best");
  const shelves = shelvesOf(store);
  const shown = [3, 0, 8].flatMap((index) => best[index] ?? []);
  return shopPage(
    visit,
    words.heroTitle,
    html`<section class="hero">
        <div class="hero-words">
          <h1>${words.heroTitle}</h1>
          <p>${words.heroText}</p>
          <a class="button" href="/collections/all">${words.heroAction}</a>
        </div>
        <div class="hero-pictures" aria-hidden="true">
          ${shown.map((product) => html`<img src="${product.picture}" alt="" width="320" height="320" />`)}
        </div>
      </section>
      <section>
        <h2>${words.shelves}</h2>
        <ul class="shelves">
          ${shelves.map(
            (shelf) =>
              html`<li>
                <a href="/collections/${shelf.handle}">
                  <img src="${shelf.products[0]?.picture}" alt="" width="200" height="200" loading="lazy" />
                  <span>${shelfName(shelf, words)}</span>
                </a>
              </li>`,
          )}
          <li>
            <a href="/collections/all">
              <img src="${best[9]?.picture}" alt="" width="200" height="200" loading="lazy" />
              <span>${words.all}</span>
            </a>
          </li>
        </ul>
      </section>
      <section>
        <div class="section-head">
          <h2>${words.bestSellers}</h2>
          <a href="/collections/all">${words.seeAll}</a>
        </div>
        ${tiles(visit, best.slice(0, 12), 4)}
      </section>
      <section class="promises">
        ${words.promises.map(([title, text]) => html`<div><h3>${title}</h3><p>${text}</p></div>`)}
      </section>`,
  );
}
