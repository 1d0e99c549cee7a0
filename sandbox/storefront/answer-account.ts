import type { ServerResponse } from "node:http";
import type { Order } from "../store/state/order.ts";
import { redirect } from "../web/http.ts";
import { safePath } from "./safe-path.ts";
import { keep, keepOrder, type Visit } from "./visit.ts";

/** Signing in to a customer account, and out of it; false for another path. No code is sent: the address is enough here. */
export function answerAccount(visit: Visit, form: URLSearchParams, response: ServerResponse): boolean {
  const { store, url, cart } = visit;
  if (url.pathname === "/account/sign-in") {
    const session = store.signIn(form.get("email") ?? "");
    if (session) keep(response, "account", session);
    const customer = session && store.signedIn(session);
    if (customer && cart) store.changeCart(cart.token, { kind: "customer", customerId: customer.id });
  } else if (url.pathname === "/account/sign-out") {
    keep(response, "account", "");
    if (cart) store.changeCart(cart.token, { kind: "customer", customerId: undefined });
  } else {
    return false;
  }
  redirect(response, safePath(form.get("back")));
  return true;
}

/** The order's address as e-mails and the thank-you page give it: who has it counts as its buyer, not yet as signed in. */
export function orderAddress({ checkoutToken, confirmationNumber }: Order): string {
  return `/orders/${checkoutToken}/authenticate?key=${confirmationNumber}`;
}

/** The way in by such an address; false for another path. */
export function answerOrderLink(visit: Visit, response: ServerResponse): boolean {
  const [, token] = /^\/orders\/([0-9a-f]+)\/authenticate$/.exec(visit.url.pathname) ?? [];
  const order = token && visit.store.orderByCheckout(token);
  if (!order) return false;
  if (visit.url.searchParams.get("key") === order.confirmationNumber) keepOrder(visit, response, order.checkoutToken);
  redirect(response, `/orders/${order.checkoutToken}`);
  return true;
}
