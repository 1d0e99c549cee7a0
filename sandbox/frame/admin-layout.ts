import { type Html, html } from "../web/html.ts";
import { ADMIN_LANGUAGES } from "./admin-languages.ts";
import { ICONS } from "./icons.ts";

export interface AdminPlace {
  readonly shopName: string;
  readonly owner: string;
  /** "/store/encore-demo" */
  readonly base: string;
  readonly storeUrl: string;
  readonly app: { readonly name: string; readonly handle: string };
}

export type Section = "orders" | "products" | "collections" | "customers" | "app" | "theme" | "checkout" | "settings";

/** A whole page of the store's admin: top bar, menu on the left, and the page's own part. */
export function adminPage(place: AdminPlace, section: Section, title: string, content: Html): string {
  const entry = (at: Section, path: string, label: string, icon: Html) =>
    html`<a class="menu-entry" href="${place.base}/${path}" ${at === section && html`aria-current="page"`}>${icon}<span>${label}</span></a>`;
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${place.shopName}</title>
<link rel="stylesheet" href="/frame/admin.css">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="top-bar">
  <button class="menu-button" type="button" aria-label="Menu" aria-controls="menu" aria-expanded="false"
    onclick="this.setAttribute('aria-expanded', document.body.classList.toggle('menu-open'))">${ICONS.menu}</button>
  <a class="brand" href="${place.base}">${ICONS.bag}<span>${place.shopName}</span></a>
  <form class="top-search" role="search" action="${place.base}/products">
    ${ICONS.search}<input type="search" name="query" placeholder="Search" aria-label="Search the store">
  </form>
  <details class="account">
    <summary aria-label="Account of ${place.owner}"><span class="account-name">${place.owner}</span><span class="avatar" aria-hidden="true">${initials(place.shopName)}</span></summary>
    <div class="account-menu"><p>Language of your admin</p>${ADMIN_LANGUAGES.map(
      ({ tag, name }) =>
        html`<form method="post" action="${place.base}/account/language?tag=${tag}"><button lang="${tag}">${name}</button></form>`,
    )}</div>
  </details>
  <div id="save-bar" class="save-bar" role="region" aria-label="Unsaved changes" hidden></div>
</header>
<div id="loading" class="loading" hidden></div>
<div class="layout">
  <nav id="menu" class="menu" aria-label="Admin">
    ${entry("orders", "orders", "Orders", ICONS.order)}
    ${entry("products", "products", "Products", ICONS.product)}
    ${entry("collections", "collections", "Collections", ICONS.collection)}
    ${entry("customers", "customers", "Customers", ICONS.customer)}
    <h2 class="menu-heading">Apps</h2>
    ${entry("app", `apps/${place.app.handle}`, place.app.name, ICONS.app)}
    <div id="app-menu" class="app-menu"></div>
    <h2 class="menu-heading">Sales channels</h2>
    <a class="menu-entry" href="${place.storeUrl}" target="_blank" rel="noopener">${ICONS.store}<span>Online store</span></a>
    ${entry("theme", "themes/current/editor", "Theme editor", ICONS.collection)}
    <div class="menu-bottom">${entry("checkout", "settings/checkout/editor", "Checkout editor", ICONS.order)}
    ${entry("settings", "settings", "Apps and webhooks", ICONS.settings)}</div>
  </nav>
  <main id="content" class="content" tabindex="-1">${content}</main>
</div>
<div id="toasts" class="toasts" role="status" aria-live="polite"></div>
</body>
</html>`;
  return page.markup;
}

/** A page with a heading above its cards. */
export function pageBody(heading: Html, cards: readonly Html[], width: "narrow" | "wide" = "wide"): Html {
  return html`<div class="page ${width}"><div class="page-heading">${heading}</div>${cards}</div>`;
}

function initials(name: string): string {
  return name
    .split(/[^\p{Letter}]+/u)
    .map(([first]) => first ?? "")
    .join("")
    .slice(0, 2)
    .toUpperCase();
}
