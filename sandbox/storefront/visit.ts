import type { IncomingMessage } from "node:http";
import type { SandboxStore } from "../store/sandbox-store.ts";
import { type Cart, cartCookie, parseCart } from "./cart.ts";
import { type Language, languageFor, type Words, wordsIn } from "./words/words.ts";

/** One request of a shopper: who asks for what, in which language, with what in the cart. */
export interface Visit {
  readonly store: SandboxStore;
  readonly method: string;
  readonly url: URL;
  readonly language: Language;
  readonly words: Words;
  readonly cart: Cart;
}

/** Several servers of the sandbox share 127.0.0.1's cookies: the names are this storefront's own. */
const CART = "encore_store_cart";
const LANGUAGE = "encore_store_language";

export function visitOf(request: IncomingMessage, store: SandboxStore, storeUrl: string): Visit {
  const cookies = cookiesOf(request.headers.cookie ?? "");
  const language = languageFor(cookies.get(LANGUAGE), request.headers["accept-language"]);
  return {
    store,
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", storeUrl),
    language,
    words: wordsIn(language),
    cart: parseCart(cookies.get(CART)),
  };
}

export function keepCart(cart: Cart): string {
  return `${CART}=${cartCookie(cart)}; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly`;
}

export function keepLanguage(language: Language): string {
  return `${LANGUAGE}=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}

function cookiesOf(header: string): Map<string, string> {
  return new Map(
    header.split(";").map((pair): [string, string] => {
      const [name = "", value = ""] = pair.trim().split("=", 2);
      return [name, value];
    }),
  );
}

/** Whether a POST comes from one of the shop's own pages: browsers say where a form or fetch starts. */
export function isOwnPost(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}
