import type { IncomingMessage, ServerResponse } from "node:http";
import type { SandboxStore } from "../store/sandbox-store.ts";
import { readForm, redirect, send, sendJson, sendPage } from "../web/http.ts";
import { answerAccount, answerOrderLink } from "./answer-account.ts";
import { answerCheckout } from "./answer-checkout.ts";
import { answerPostPurchase } from "./answer-post-purchase.ts";
import { type Assets, storefrontAssets } from "./assets.ts";
import { answerBlocks } from "./blocks/answer-blocks.ts";
import { answerAjax } from "./cart/answer-ajax.ts";
import { answerCart, changeLine } from "./cart/answer-cart.ts";
import { answerLinks } from "./cart/answer-links.ts";
import { extensionFile } from "./extension-files.ts";
import { type Extensions, readExtensions } from "./extensions.ts";
import { forwardToApp, type ProxyToApp } from "./forward-to-app.ts";
import { cartPage } from "./pages/cart.ts";
import { collectionPage, searchPage } from "./pages/collection.ts";
import { homePage } from "./pages/home.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { orderStatusPage } from "./pages/order.ts";
import { productPage } from "./pages/product.ts";
import { productJson } from "./pages/product-json.ts";
import { pictureAt } from "./pictures.ts";
import { safePath } from "./safe-path.ts";
import { answerSections } from "./theme/section-rendering.ts";
import { isOwnPost, keep, type Visit, visitOf } from "./visit.ts";
import { isLanguage } from "./words/words.ts";

export interface StorefrontNeeds {
  readonly store: SandboxStore;
  /** The store's own address, "http://127.0.0.1:4010". */
  readonly storeUrl: string;
  /** The app's address as its extension knows it; what it fetches there goes to `appPort` on this machine. */
  readonly appUrl: string;
  readonly appPort: number;
  /** Another post-purchase bundle than the built one. */
  readonly extension?: URL;
  /** The app's other extensions; without it, those of this project. */
  readonly extensions?: Extensions;
  /** [app_proxy] of shopify.app.toml and the secret that signs what goes through it; without it nothing does. */
  readonly appProxy?: Pick<ProxyToApp, "url" | "prefix" | "subpath">;
  readonly clientSecret?: string;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * The shop's pages and its checkout. Answers every path a shopper can follow, a page of its own for those that lead
 * nowhere; false only for what is not a shopper's: paths below /admin.
 */
export function storefront(needs: StorefrontNeeds): Handler {
  const { appUrl, appPort, clientSecret = "" } = needs;
  const assets = storefrontAssets({ from: appUrl, to: `http://127.0.0.1:${appPort}` }, needs.extension);
  const extensions = needs.extensions ?? readExtensions();
  const proxy = needs.appProxy && { ...needs.appProxy, appUrl, appPort, clientSecret };
  return async (request, response) => {
    const visit = visitOf(request, needs.store, needs.storeUrl, extensions);
    if (visit.url.pathname.startsWith("/admin")) return false;
    if (visit.method === "POST" && !isOwnPost(request)) {
      send(response, 403, "text/plain; charset=utf-8", "This form belongs to another site.");
      return true;
    }
    if (await forwardToApp(visit, request, response, proxy)) return true;
    await answer(visit, request, response, assets);
    return true;
  };
}

async function answer(visit: Visit, request: IncomingMessage, response: ServerResponse, assets: Assets): Promise<void> {
  if (visit.method === "GET" || visit.method === "HEAD") {
    if (await answerFile(visit, response, assets)) return;
    if (answerLinks(visit, response) || answerOrderLink(visit, response) || answerSections(visit, response)) return;
    if (visit.url.pathname === "/cart/change") return changeLine(visit, visit.url.searchParams, response);
    const product = productAt(visit);
    if (product) return sendJson(response, product);
    const page = pageOf(visit);
    if (page) return sendPage(response, page);
  }
  if (await answerAjax(visit, request, response)) return;
  if (await answerBlocks(visit, request, response)) return;
  if (await answerCheckout(visit, request, response)) return;
  if (await answerPostPurchase(visit, request, response)) return;
  if (visit.method === "POST") {
    const form = await readForm(request);
    if (!form) return send(response, 413, "text/plain; charset=utf-8", "That form is too large.");
    if (answerCart(visit, form, response) || answerAccount(visit, form, response)) return;
    if (visit.url.pathname === "/language") return chooseLanguage(visit, form, response);
    if (visit.url.pathname === "/localization") return chooseMarket(visit, form, response);
  }
  sendPage(response, notFoundPage(visit), 404);
}

function pageOf(visit: Visit): string | undefined {
  const [, first, second, third] = visit.url.pathname.split("/");
  if (third !== undefined) return undefined;
  switch (first) {
    case "":
      return homePage(visit);
    case "search":
      return searchPage(visit);
    case "cart":
      return second === undefined ? cartPage(visit) : undefined;
    case "collections":
      return collectionPage(visit, second ?? "all");
    case "products":
      return productPage(visit, second ?? "");
    case "orders": {
      const order = visit.store.orderByCheckout(second ?? "");
      return order && orderStatusPage(visit, order);
    }
    default:
      return undefined;
  }
}

async function answerFile(visit: Visit, response: ServerResponse, assets: Assets): Promise<boolean> {
  const path = visit.url.pathname;
  const picture = path.startsWith("/pictures/") ? pictureAt(visit.store, path) : undefined;
  const own = picture ? { type: "image/svg+xml", body: picture } : await assets(path);
  const file = own ?? (await extensionFile(visit));
  if (!file) return false;
  response.writeHead(200, {
    "Content-Type": file.type,
    "Cache-Control": picture ? "public, max-age=3600" : "no-cache",
    "X-Content-Type-Options": "nosniff",
    // The admin's frame and the app's pages show the pictures too.
    "Access-Control-Allow-Origin": "*",
  });
  response.end(file.body);
  return true;
}

/** /products/<handle>.js, what scripts read of a product. */
function productAt(visit: Visit): object | undefined {
  const [, handle] = /^\/products\/([a-z0-9-]+)\.js(?:on)?$/.exec(visit.url.pathname) ?? [];
  const product = handle && visit.store.productByHandle(handle);
  return product ? productJson(visit, product) : undefined;
}

function chooseLanguage(visit: Visit, form: URLSearchParams, response: ServerResponse): void {
  const asked = form.get("language");
  const language = isLanguage(asked) ? asked : "en";
  keep(response, "language", language);
  if (visit.cart) visit.store.changeCart(visit.cart.token, { kind: "context", context: { language } });
  redirect(response, safePath(form.get("back")));
}

/** The cart follows: its prices are then those of the new market. */
function chooseMarket(visit: Visit, form: URLSearchParams, response: ServerResponse): void {
  const [country, currency] = [form.get("country_code") ?? "", form.get("currency") ?? ""];
  keep(response, "market", `${country}.${currency}`.replace(/[^A-Z.]/g, ""));
  if (visit.cart) visit.store.changeCart(visit.cart.token, { kind: "context", context: { country, currency } });
  redirect(response, safePath(form.get("back")));
}
