import type { ServerResponse } from "node:http";
import type { Attribute, NewLine } from "../../store/state/cart.ts";
import { redirect } from "../../web/http.ts";
import { safePath } from "../safe-path.ts";
import type { Visit } from "../visit.ts";
import { changeCart } from "./cart.ts";

/**
 * Links that come from outside the shop's pages: /cart/ID:QTY,…?discount=…&attributes[…]=… opens a checkout of its own,
 * /discount/CODE puts a code into the cart. False for another path.
 * https://shopify.dev/docs/apps/build/checkout/create-cart-permalinks
 */
export function answerLinks(visit: Visit, response: ServerResponse): boolean {
  const lines = linesIn(visit.url.pathname);
  if (lines) {
    openCheckout(visit, lines, response);
    return true;
  }
  const [, code] = /^\/discount\/([^/]+)$/.exec(visit.url.pathname) ?? [];
  if (code === undefined) return false;
  const kept = visit.cart?.codes.map((known) => known.code) ?? [];
  changeCart(visit, response, { kind: "codes", codes: [...new Set([...kept, decoded(code)])] });
  redirect(response, safePath(visit.url.searchParams.get("redirect")));
  return true;
}

/** A permalink leaves the cart alone, and lands in the cart only with `storefront=true`. */
function openCheckout(visit: Visit, lines: readonly NewLine[], response: ServerResponse): void {
  const { store, words, context, customer, url } = visit;
  const query = url.searchParams;
  const codes = codesIn(query);
  if (query.get("storefront") === "true") {
    changeCart(visit, response, { kind: "add", lines });
    redirect(response, "/cart");
    return;
  }
  const checkout = store.openCheckout(lines, {
    ...context,
    codes,
    attributes: attributesIn(query),
    note: query.get("note") ?? "",
    ...(customer && { customerId: customer.id }),
  });
  if (checkout.lines.length === 0) {
    redirect(response, "/cart");
    return;
  }
  const email = query.get("checkout[email]");
  store.updateCheckout(checkout.token, { language: words.locale, ...(email && { email }) });
  redirect(response, `/checkouts/${checkout.token}`);
}

/** "/cart/44111270554465:2,44110782181151:1". */
function linesIn(path: string): NewLine[] | undefined {
  const [, list] = /^\/cart\/(\d+:\d+(?:,\d+:\d+)*)$/.exec(decoded(path)) ?? [];
  return list?.split(",").map((line) => {
    const [variantId, quantity] = line.split(":");
    return { variantId: Number(variantId), quantity: Number(quantity) };
  });
}

/** Several codes are told apart by commas. */
function codesIn(query: URLSearchParams): string[] {
  const codes = query.getAll("discount").flatMap((given) => given.split(","));
  return [...new Set(codes.map((code) => code.trim()).filter(Boolean))];
}

function attributesIn(query: Iterable<[string, string]>): Attribute[] {
  return [...query].flatMap(([name, value]) => {
    const [, key] = /^attributes\[(.+)\]$/.exec(name) ?? [];
    return key ? [{ key, value }] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
