import type { ServerResponse } from "node:http";
import { redirect } from "../web/http.ts";
import { type Cart, linesOf, withQuantity } from "./cart.ts";
import { keepCart, type Visit } from "./visit.ts";

/** POSTs that change the cart or leave it for the checkout; false when the path is another. */
export function answerCart(visit: Visit, form: URLSearchParams, response: ServerResponse): boolean {
  switch (visit.url.pathname) {
    case "/cart/add":
      addToCart(visit, form, response);
      return true;
    case "/cart/change":
      goTo(response, "/cart", changeCart(visit, form));
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
  const found = visit.store.variant(Number(form.get("variant")));
  if (!found || found.product.requiresSellingPlan) {
    redirect(response, "/cart");
    return;
  }
  const { product, variant } = found;
  const asked = (visit.cart.get(variant.id) ?? 0) + Math.max(1, wholeNumber(form.get("quantity")));
  const quantity = Math.min(asked, variant.stock);
  const query = `variant=${variant.id}&added=${variant.id}${quantity < asked ? "&all=1" : ""}`;
  goTo(response, `/products/${product.handle}?${query}`, withQuantity(visit.cart, variant.id, quantity));
}

function changeCart({ cart }: Visit, form: URLSearchParams): Cart {
  const quantity = form.has("remove") ? 0 : wholeNumber(form.get("quantity"));
  return withQuantity(cart, Number(form.get("variant")), quantity);
}

function startCheckout({ store, cart, words }: Visit, response: ServerResponse): void {
  const lines = linesOf(cart, store);
  if (lines.length === 0) {
    redirect(response, "/cart");
    return;
  }
  const checkout = store.openCheckout(lines.map(({ variant, quantity }) => ({ variantId: variant.id, quantity })));
  store.updateCheckout(checkout.token, { language: words.locale });
  redirect(response, `/checkouts/${checkout.token}`);
}

function goTo(response: ServerResponse, location: string, cart: Cart): void {
  response.setHeader("Set-Cookie", keepCart(cart));
  redirect(response, location);
}

function wholeNumber(text: string | null): number {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value >= 0 ? value : 0;
}
