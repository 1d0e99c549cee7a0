import type { ServerResponse } from "node:http";
import { redirect } from "../../web/http.ts";
import type { Visit } from "../visit.ts";
import { cartOf, changeCart, keyOf, lineMeant } from "./cart.ts";

/** The forms that change the cart or leave it for the checkout, for browsers without scripts too; false for another path. */
export function answerCart(visit: Visit, form: URLSearchParams, response: ServerResponse): boolean {
  switch (visit.url.pathname) {
    case "/cart/add":
      addToCart(visit, form, response);
      return true;
    case "/cart/change":
      changeLine(visit, form, response);
      return true;
    case "/cart":
      changeLines(visit, form, response);
      return true;
    case "/checkout":
      startCheckout(visit, response);
      return true;
    default:
      return false;
  }
}

/** Never more than the shop has (the page then says so), and nothing that is sold by subscription only. */
function addToCart(visit: Visit, form: URLSearchParams, response: ServerResponse): void {
  const found = visit.store.variant(Number(form.get("id")));
  if (!found || found.product.requiresSellingPlan) {
    redirect(response, "/cart");
    return;
  }
  const { product, variant } = found;
  const had = visit.cart?.lines.filter((line) => line.variantId === variant.id) ?? [];
  const before = had.reduce((pieces, { quantity }) => pieces + quantity, 0);
  const asked = Math.max(1, wholeNumber(form.get("quantity")));
  const quantity = Math.min(asked, variant.stock - before);
  if (quantity > 0) changeCart(visit, response, { kind: "add", lines: [{ variantId: variant.id, quantity }] });
  const query = `variant=${variant.id}&added=${variant.id}${quantity < asked ? "&all=1" : ""}`;
  redirect(response, `/products/${product.handle}?${query}`);
}

/** `id` or `line`, and `quantity`. */
export function changeLine(visit: Visit, form: URLSearchParams, response: ServerResponse): void {
  const meant = form.has("line") ? { line: wholeNumber(form.get("line")) } : { id: form.get("id") ?? "" };
  const line = visit.cart && lineMeant(visit.cart, meant);
  const quantity = wholeNumber(form.get("quantity"));
  if (line) changeCart(visit, response, { kind: "change-line", id: line.id, quantity });
  redirect(response, "/cart");
}

/** The cart page's own form: a quantity for each line, in their order, a code, and which button was pressed. */
function changeLines(visit: Visit, form: URLSearchParams, response: ServerResponse): void {
  const keys = visit.cart?.lines.map(keyOf) ?? [];
  const asked = form.getAll("updates[]");
  for (const [place, key] of keys.entries()) {
    const line = visit.cart && lineMeant(visit.cart, { id: key });
    const quantity = asked[place];
    if (!line || quantity === undefined || wholeNumber(quantity) === line.quantity) continue;
    changeCart(visit, response, { kind: "change-line", id: line.id, quantity: wholeNumber(quantity) });
  }
  if (form.has("note")) changeCart(visit, response, { kind: "note", note: form.get("note") ?? "" });
  if (form.has("checkout")) startCheckout(visit, response);
  else redirect(response, "/cart");
}

function startCheckout(visit: Visit, response: ServerResponse): void {
  const { store, words } = visit;
  const checkout = visit.cart && store.checkoutOfCart(cartOf(visit, response).token);
  if (!checkout) {
    redirect(response, "/cart");
    return;
  }
  store.updateCheckout(checkout.token, { language: words.locale });
  redirect(response, `/checkouts/${checkout.token}`);
}

function wholeNumber(text: string | null): number {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value >= 0 ? value : 0;
}
