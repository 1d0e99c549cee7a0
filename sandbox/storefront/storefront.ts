import type { IncomingMessage, ServerResponse } from "node:http";
import type { SandboxStore } from "../store/sandbox-store.ts";
import { readForm, redirect, send, sendPage } from "../web/http.ts";
import { answerCart } from "./answer-cart.ts";
import { answerCheckout } from "./answer-checkout.ts";
import { answerPostPurchase } from "./answer-post-purchase.ts";
import { type Assets, storefrontAssets } from "./assets.ts";
import { cartPage } from "./pages/cart.ts";
import { collectionPage, searchPage } from "./pages/collection.ts";
import { homePage } from "./pages/home.ts";
import { notFoundPage } from "./pages/not-found.ts";
import { orderStatusPage } from "./pages/order.ts";
import { productPage } from "./pages/product.ts";
import { pictureAt } from "./pictures.ts";
import { isOwnPost, keepLanguage, type Visit, visitOf } from "./visit.ts";

export interface StorefrontNeeds {
  readonly store: SandboxStore;
  /** The store's own address, "http://127.0.0.1:4010". */
  readonly storeUrl: string;
  /** The app's address as its extension knows it; what it fetches there goes to `appPort` on this machine. */
  readonly appUrl: string;
  readonly appPort: number;
  /** Another post-purchase bundle than the built one. */
  readonly extension?: URL;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * The shop's pages and its checkout. Answers every path a shopper can follow, a page of its own for those that lead
 * nowhere; false only for what is not a shopper's: paths below /admin.
 */
export function storefront(needs: StorefrontNeeds): Handler {
  const assets = storefrontAssets({ from: needs.appUrl, to: `http://127.0.0.1:${needs.appPort}` }, needs.extension);
  return async (request, response) => {
    const visit = visitOf(request, needs.store, needs.storeUrl);
    if (visit.url.pathname.startsWith("/admin")) return false;
    if (visit.method === "POST" && !isOwnPost(request)) {
      send(response, 403, "text/plain; charset=utf-8", "This form belongs to another site.");
      return true;
    }
    await answer(visit, request, response, assets);
    return true;
  };
}

async function answer(visit: Visit, request: IncomingMessage, response: ServerResponse, assets: Assets): Promise<void> {
  if (visit.method === "GET" || visit.method === "HEAD") {
    if (await answerFile(visit, response, assets)) return;
    const page = pageOf(visit);
    if (page) return sendPage(response, page);
  }
  if (await answerCheckout(visit, request, response)) return;
  if (await answerPostPurchase(visit, request, response)) return;
  if (visit.method === "POST") {
    const form = await readForm(request);
    if (!form) return send(response, 413, "text/plain; charset=utf-8", "That form is too large.");
    if (answerCart(visit, form, response)) return;
    if (visit.url.pathname === "/language") return chooseLanguage(form, response);
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
  const file = picture ? { type: "image/svg+xml", body: picture } : await assets(path);
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

function chooseLanguage(form: URLSearchParams, response: ServerResponse): void {
  const back = form.get("back") ?? "/";
  response.setHeader("Set-Cookie", keepLanguage(form.get("language") === "de" ? "de" : "en"));
  redirect(response, /^\/(?![/\\])/.test(back) ? back : "/");
}
