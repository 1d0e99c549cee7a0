import type { ServerResponse } from "node:http";
import type { Cart, CartAnswer, CartChange, PricedLine } from "../../store/state/cart.ts";
import { keep, type Visit } from "../visit.ts";

/** The visitor's cart, opened now when they have none. */
export function cartOf(visit: Visit, response: ServerResponse): Cart {
  if (visit.cart) return visit.cart;
  const cart = visit.store.openCart(visit.context);
  if (visit.customer) visit.store.changeCart(cart.token, { kind: "customer", customerId: visit.customer.id });
  keep(response, "cart", cart.token);
  return cart;
}

export function changeCart(visit: Visit, response: ServerResponse, change: CartChange): CartAnswer {
  const answer = visit.store.changeCart(cartOf(visit, response).token, change);
  if (!answer) throw new Error("the cart is gone");
  return answer;
}

/** The name a line goes by at the shop's addresses, "44111270554465:3f9a…". */
export function keyOf({ variantId, id }: PricedLine): string {
  return `${variantId}:${id}`;
}

/** The line that is meant by its key, by its variant, or by its place, which counts from 1. */
export function lineMeant(cart: Cart, meant: { readonly id?: string; readonly line?: number }): PricedLine | undefined {
  if (meant.line !== undefined) return cart.lines[meant.line - 1];
  return cart.lines.find((line) => keyOf(line) === meant.id || String(line.variantId) === meant.id);
}
