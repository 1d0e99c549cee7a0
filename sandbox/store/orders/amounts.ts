import type { Currency } from "#app/core/values/currency.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { type Money, minus, money, plus, sum, times } from "#app/core/values/money.ts";
import { taxTotal } from "../checkout/taxes.ts";
import type { Order, OrderLine, ShippingLine } from "../state/order.ts";

export function discountOf(line: OrderLine): Money {
  return sum(
    line.discountAllocations.map(({ amount }) => amount),
    line.unitPrice.currency,
  );
}

/** What sending cost before a discount. */
export function beforeDiscount({ price, discount }: ShippingLine): Money {
  return discount ? plus(price, discount.amount) : price;
}

/** All pieces ever on the line, after discounts, before tax. */
export function lineTotal(line: OrderLine): Money {
  return minus(times(line.unitPrice, line.quantity), discountOf(line));
}

/**
 * The part of `total` that `pieces` pieces of `quantity` make when `before` of them went back earlier: cumulative
 * shares are rounded, so that the parts of a line always add up to it.
 */
export function shareOf(total: Money, quantity: number, before: number, pieces: number): Money {
  const upTo = (count: number) => Math.round((total.minor * count) / quantity);
  return money(upTo(before + pieces) - upTo(before), total.currency);
}

/** The sums of an order, in what the shopper paid in: `…Now` after refunds, the others with everything that was ever bought or added. */
export interface OrderAmounts {
  readonly subtotal: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly discounts: Money;
  readonly total: Money;
  readonly subtotalNow: Money;
  readonly shippingNow: Money;
  readonly taxNow: Money;
  readonly totalNow: Money;
  readonly received: Money;
  readonly refunded: Money;
  /** What is left unpaid: after an edit whose charge failed; negative is owed to the shopper. */
  readonly outstanding: Money;
}

export function amountsOf(order: Order): OrderAmounts {
  const currency = order.presentmentCurrency as Currency;
  const all = (amounts: readonly Money[]) => sum(amounts, currency);
  const subtotal = all(order.lines.map(lineTotal));
  const shipping = all(order.shippingLines.map((line) => line.price));
  const tax = all([
    ...order.lines.map((line) => taxTotal(line.taxLines, line.unitPrice)),
    ...order.shippingLines.map((line) => taxTotal(line.taxLines, line.price)),
  ]);
  const back = order.refunds.flatMap((refund) => refund.lines);
  const subtotalNow = minus(subtotal, all(back.map((line) => line.subtotal)));
  const shippingNow = minus(shipping, all(order.refunds.map((refund) => refund.shipping)));
  const taxBack = plus(all(back.map((line) => line.tax)), all(order.refunds.map((refund) => refund.shippingTax)));
  const taxNow = minus(tax, taxBack);
  const totalNow = all([subtotalNow, shippingNow, taxNow]);
  const moved = (kind: "sale" | "refund") =>
    all(
      order.transactions.filter((made) => made.kind === kind && made.status === "success").map((made) => made.amount),
    );
  const received = moved("sale");
  const refunded = moved("refund");
  return {
    subtotal,
    shipping,
    tax,
    discounts: all([
      ...order.lines.map(discountOf),
      ...order.shippingLines.flatMap(({ discount }) => (discount ? [discount.amount] : [])),
    ]),
    total: all([subtotal, shipping, tax]),
    subtotalNow,
    shippingNow,
    taxNow,
    totalNow,
    received,
    refunded,
    outstanding: minus(totalNow, minus(received, refunded)),
  };
}

export type FinancialStatus = "PAID" | "PENDING" | "PARTIALLY_PAID" | "PARTIALLY_REFUNDED" | "REFUNDED";

export function financialStatusOf(order: Order): FinancialStatus {
  const { outstanding, refunded, received } = amountsOf(order);
  if (order.transactions[0]?.status === "pending" && received.minor === 0) return "PENDING";
  if (refunded.minor > 0) return refunded.minor >= received.minor ? "REFUNDED" : "PARTIALLY_REFUNDED";
  return outstanding.minor > 0 ? "PARTIALLY_PAID" : "PAID";
}

/** Whether the order still waits for the post-purchase page, and fulfilment with it. */
export function isHeld(order: Order, now: Instant): boolean {
  const { holdUntil, releasedAt } = order.fulfillment;
  return holdUntil !== undefined && releasedAt === undefined && now < holdUntil && order.cancelledAt === undefined;
}
