import { type Html, html, json } from "../../web/html.ts";
import { shelfName, shelvesOf } from "../shelves.ts";
import { cartBubble } from "../theme/cart-sections.ts";
import { renderBlocks } from "../theme/render-blocks.ts";
import { section } from "../theme/section-rendering.ts";
import type { Visit } from "../visit.ts";
import { directionOf, languages } from "../words/words.ts";

/** A page of the shop, with its head, shelves and foot. */
export function shopPage(visit: Visit, title: string, main: Html, scripts: readonly string[] = []): string {
  const body = html`<a class="skip" href="#content">${visit.words.skip}</a>
    <p class="announcement">${visit.words.announcement}</p>
    ${header(visit)}
    <main id="content" tabindex="-1">${main}</main>
    ${footer(visit)}
    ${section(visit, "cart-drawer")}
    ${renderBlocks(visit, "body")}`;
  return documentOf(
    visit,
    title,
    body,
    ["theme", ...scripts],
    html`${forScripts(visit)}${renderBlocks(visit, "head")}`,
  );
}

/** What themes of Dawn's kind and the scripts of apps find on every page of a shop. */
function forScripts({ store, context, words }: Visit): Html {
  const shopify = {
    shop: store.shop.domain,
    locale: context.language,
    country: context.country,
    currency: { active: context.currency, rate: "1.0" },
    routes: { root: "/" },
    theme: { name: "Dawn", schema_name: "Dawn", role: "main" },
  };
  const routes = {
    cart_add_url: "/cart/add",
    cart_change_url: "/cart/change",
    cart_update_url: "/cart/update",
    cart_url: "/cart",
  };
  return html`<script>
    window.Shopify = ${json(shopify)}; window.routes = ${json(routes)}; window.cartStrings = ${json({ error: words.cartRefused })};
  </script>`;
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

function documentOf(
  visit: Visit,
  title: string,
  body: Html,
  scripts: readonly string[],
  inHead: Html | "" = "",
): string {
  return `<!doctype html>${
    html`<html lang="${visit.language}" dir="${directionOf(visit.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${visit.store.shop.name}</title>
        <link rel="stylesheet" href="/assets/shop.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${scripts.map((name) => html`<script type="module" src="/assets/${name}.js"></script>`)}
        ${inHead}
      </head>
      <body>
        ${body}
      </body>
    </html>`.markup
  }`;
}

function header(visit: Visit): Html {
  const { store, words, url } = visit;
  return html`<header class="head">
    <div class="head-row">
      <a class="logo" href="/">${store.shop.name}</a>
      <form class="search" action="/search" role="search">
        <label class="unseen" for="q">${words.searchFor}</label>
        <input id="q" name="q" type="search" placeholder="${words.searchFor}" value="${url.searchParams.get("q") ?? ""}" />
        <button type="submit">${words.search}</button>
      </form>
      <a class="cart-link" href="/cart" id="cart-icon-bubble">${cartBubble(visit)}</a>
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
    <div class="choices-of-shop">${marketForm(visit)}${languageForm(visit)}</div>
  </footer>`;
}

/** Where the shopper is and what they pay in. */
function marketForm({ store, words, context, url }: Visit): Html {
  const names = new Intl.DisplayNames([words.locale], { type: "region" });
  const currencies = [store.shop.currency, ...store.shop.otherCurrencies];
  return html`<form class="market" method="post" action="/localization">
    <input type="hidden" name="back" value="${url.pathname}${url.search}" />
    <label class="unseen" for="market-country">${words.country}</label>
    <select id="market-country" name="country_code">
      ${store.shop.shipsTo.map((code) => html`<option value="${code}"${code === context.country && html` selected`}>${names.of(code)}</option>`)}
    </select>
    <label class="unseen" for="market-currency">${words.currency}</label>
    <select id="market-currency" name="currency">
      ${currencies.map((code) => html`<option value="${code}"${code === context.currency && html` selected`}>${code}</option>`)}
    </select>
    <button class="plain" type="submit" aria-label="${words.apply}: ${words.market}">${words.apply}</button>
  </form>`;
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
