import { type Money, minus, plus, sum, times } from "#app/core/values/money.ts";
import type { Order, OrderLine } from "../store/state/order.ts";

export interface OrderTotals {
  /** Lines after discounts, before tax. */
  readonly subtotal: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly paid: Money;
  readonly refunded: Money;
  /** Paid less refunded. */
  readonly net: Money;
}

/** What the order came to as it was bought and edited, and what of it was given back. */
export function orderTotals(order: Order): OrderTotals {
  const { currency } = order.lines[0]?.unitPrice ?? { currency: undefined };
  if (!currency) throw new Error(`order ${order.name} has no lines`);
  const subtotal = sum(order.lines.map(lineTotal), currency);
  const shipping = sum(
    order.shippingLines.map(({ price }) => price),
    currency,
  );
  const tax = sum(
    [...order.lines, ...order.shippingLines].flatMap(({ taxLines }) => taxLines.map(({ amount }) => amount)),
    currency,
  );
  const moved = (kind: "sale" | "refund") =>
    sum(
      order.transactions.filter((made) => made.kind === kind && made.status === "success").map(({ amount }) => amount),
      currency,
    );
  const [paid, refunded] = [moved("sale"), moved("refund")];
  return {
    subtotal,
    shipping,
    tax,
    total: plus(plus(subtotal, shipping), tax),
    paid,
    refunded,
    net: minus(paid, refunded),
  };
}

/** After discounts, before tax, whatever was refunded of it. */
export function lineTotal(line: OrderLine): Money {
  return line.discountAllocations.reduce(
    (left, { amount }) => minus(left, amount),
    times(line.unitPrice, line.quantity),
  );
}
