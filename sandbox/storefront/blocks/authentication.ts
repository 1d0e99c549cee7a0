import type { Order } from "../../store/state/order.ts";
import type { Visit } from "../visit.ts";

export type AuthenticationState = "fully_authenticated" | "pre_authenticated";

/** How well this visitor is known to be the order's buyer; undefined: not at all, and no extension runs. */
export function authenticationOf({ customer, ownOrders }: Visit, order: Order): AuthenticationState | undefined {
  if (customer?.id === order.customerId) return "fully_authenticated";
  return ownOrders.includes(order.checkoutToken) ? "pre_authenticated" : undefined;
}
