import type { IncomingMessage, ServerResponse } from "node:http";
import type { SandboxStore } from "../store/sandbox-store.ts";
import type { BuyerContext, Cart } from "../store/state/cart.ts";
import type { Customer } from "../store/state/customer.ts";
import type { Extensions } from "./extensions.ts";
import { type Language, languageFor, type Words, wordsIn } from "./words/words.ts";

/** One request of a shopper: who asks for what, in which language and currency, with what in the cart. */
export interface Visit {
  readonly store: SandboxStore;
  readonly method: string;
  readonly url: URL;
  readonly language: Language;
  readonly words: Words;
  /** The country, language and currency that prices are shown for. */
  readonly context: BuyerContext;
  /** Undefined before something was put into one. */
  readonly cart: Cart | undefined;
  /** Signed in to a customer account. */
  readonly customer: Customer | undefined;
  /** Tokens of the orders that this browser paid for, or came to by their link. */
  readonly ownOrders: readonly string[];
  readonly extensions: Extensions;
}

/** Several servers of the sandbox share 127.0.0.1's cookies: the names are this storefront's own. */
const NAMES = {
  cart: "encore_store_cart",
  language: "encore_store_language",
  market: "encore_store_market",
  account: "encore_store_account",
  orders: "encore_store_orders",
} as const;

const SECONDS = { cart: 2_592_000, language: 31_536_000, market: 31_536_000, account: 86_400, orders: 86_400 } as const;

export function visitOf(
  request: IncomingMessage,
  store: SandboxStore,
  storeUrl: string,
  extensions: Extensions,
): Visit {
  const cookies = cookiesOf(request.headers.cookie ?? "");
  const language = languageFor(cookies.get(NAMES.language), request.headers["accept-language"]);
  return {
    store,
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", storeUrl),
    language,
    words: wordsIn(language),
    context: contextOf(store, language, cookies.get(NAMES.market)),
    cart: store.cart(cookies.get(NAMES.cart) ?? ""),
    customer: store.signedIn(cookies.get(NAMES.account) ?? ""),
    ownOrders: (cookies.get(NAMES.orders) ?? "").split(".").filter(Boolean),
    extensions,
  };
}

/** Sets one of the shop's cookies, beside those already set; an empty value forgets it. */
export function keep(response: ServerResponse, what: keyof typeof NAMES, value: string): void {
  const seconds = value ? SECONDS[what] : 0;
  response.appendHeader("Set-Cookie", `${NAMES[what]}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly`);
}

/** From now on this browser sees the order's page whole. */
export function keepOrder(visit: Visit, response: ServerResponse, token: string): void {
  keep(response, "orders", [...new Set([token, ...visit.ownOrders])].slice(0, 10).join("."));
}

/** What the cookie says, "DE.EUR", where the shop knows it; else the shop's own country and currency. */
function contextOf({ shop }: SandboxStore, language: Language, market: string | undefined): BuyerContext {
  const [country = "", currency = ""] = (market ?? "").split(".");
  return {
    language,
    country: shop.shipsTo.includes(country) ? country : shop.country,
    currency: shop.otherCurrencies.includes(currency) ? currency : shop.currency,
  };
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
