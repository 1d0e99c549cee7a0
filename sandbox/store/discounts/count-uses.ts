import type { Engine } from "../engine.ts";
import type { Checkout } from "../state/checkout.ts";
import type { Order } from "../state/order.ts";

/** Remembers who used which discounts in an order: for usage limits, and "once per customer". */
export function countUses(engine: Engine, { discounts }: Pick<Checkout, "discounts">, order: Order): void {
  for (const { discountId } of discounts) {
    const used = engine.state.discounts.find(({ id }) => id === discountId);
    used?.uses.push({ orderId: order.id, customerId: order.customerId });
  }
}
