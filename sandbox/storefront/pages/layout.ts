import { type Html, html } from "../../web/html.ts";
import { piecesIn } from "../cart.ts";
import { shelfName, shelvesOf } from "../shelves.ts";
import type { Visit } from "../visit.ts";
import { languages } from "../words/words.ts";

/** A page of the shop, with its head, shelves and foot. */
export function shopPage(visit: Visit, title: string, main: Html, scripts: readonly string[] = []): string {
  const body = html`<a class="skip" href="#content">${visit.words.skip}</a>
    <p class="announcement">${visit.words.announcement}</p>
    ${header(visit)}
    <main id="content" tabindex="-1">${main}</main>
    ${footer(visit)}`;
  return documentOf(visit, title, body, scripts);
}

/** A page of the checkout: the shop's name, one way back, nothing to wander off to. */
export function checkoutDocument(
  visit: Visit,
  title: string,
  body: Html,
  scripts: readonly string[] = [],
  head: Html | "" = "",
): string {
  const whole = html`<a class="skip" href="#content">${visit.words.skip}</a>
    <header class="checkout-head"><div><a class="logo" href="/">${visit.store.shop.name}</a>${head}</div></header>
    <main id="content" tabindex="-1" class="checkout">${body}</main>
    <footer class="checkout-foot"><p>${visit.words.footerText}</p>${languageForm(visit)}</footer>`;
  return documentOf(visit, title, whole, scripts);
}

function documentOf(visit: Visit, title: string, body: Html, scripts: readonly string[]): string {
  return `<!doctype html>${
    html`<html lang="${visit.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${visit.store.shop.name}</title>
        <link rel="stylesheet" href="/assets/shop.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${scripts.map((name) => html`<script type="module" src="/assets/${name}.js"></script>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`.markup
  }`;
}

function header({ store, words, cart, url }: Visit): Html {
  const pieces = piecesIn(cart);
  return html`<header class="head">
    <div class="head-row">
      <a class="logo" href="/">${store.shop.name}</a>
      <form class="search" action="/search" role="search">
        <label class="unseen" for="q">${words.searchFor}</label>
        <input id="q" name="q" type="search" placeholder="${words.searchFor}" value="${url.searchParams.get("q") ?? ""}" />
        <button type="submit">${words.search}</button>
      </form>
      <a class="cart-link" href="/cart" aria-label="${words.cartWith(pieces)}">
        ${words.cart} <span class="count" aria-hidden="true">${pieces}</span>
      </a>
    </div>
    <nav aria-label="${words.menu}">
      <ul>
        ${shelvesOf(store).map((shelf) => {
          const path = `/collections/${shelf.handle}`;
          const here = url.pathname === path && html` aria-current="page"`;
          return html`<li><a href="${path}"${here}>${shelfName(shelf, words)}</a></li>`;
        })}
      </ul>
    </nav>
  </header>`;
}

function footer(visit: Visit): Html {
  return html`<footer class="foot">
    <div>
      <p class="logo">${visit.store.shop.name}</p>
      <p>${visit.words.footerText}</p>
      <p class="small">${visit.words.catalogueSource}</p>
    </div>
    ${languageForm(visit)}
  </footer>`;
}

function languageForm({ language, words, url }: Visit): Html {
  return html`<form class="language" method="post" action="/language" aria-labelledby="language-label">
    <input type="hidden" name="back" value="${url.pathname}${url.search}" />
    <span id="language-label">${words.language}</span>
    ${languages.map(
      ([code, { languageName }]) =>
        html`<button name="language" value="${code}" lang="${code}"${code === language && html` aria-pressed="true"`}>${languageName}</button>`,
    )}
  </form>`;
}
