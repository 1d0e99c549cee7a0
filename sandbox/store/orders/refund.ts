import type { Currency } from "#app/core/values/currency.ts";
import { type Money, plus, sum, zero } from "#app/core/values/money.ts";
import { taxTotal } from "../checkout/taxes.ts";
import { salesHistoryChanged } from "../customers.ts";
import type { Engine } from "../engine.ts";
import { changeStock, variantOf } from "../products.ts";
import type { CancelReason, Order, Refund, RefundLine, Sale } from "../state/order.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { refundPayload } from "../webhooks/payloads/refund.ts";
import { amountsOf, lineTotal, shareOf } from "./amounts.ts";
import { returnSale } from "./sales.ts";

export interface AskedRefund {
  readonly lines: readonly { readonly lineId: number; readonly quantity: number }[];
  readonly shipping: boolean;
  readonly note: string;
}

/**
 * Gives back price and tax of the pieces (never more than are left) and puts them back on the shelf; sends
 * refunds/create and orders/updated. Undefined when nothing of what is asked is left.
 */
export function refundOrder(engine: Engine, order: Order, ask: AskedRefund): Refund | undefined {
  const refund = makeRefund(engine, order, ask);
  if (!refund) return undefined;
  engine.send("refunds/create", refundPayload(engine, order, refund));
  engine.send("orders/updated", orderPayload(engine, order));
  salesHistoryChanged(engine, order.customerId);
  return refund;
}

/** Everything left goes back, sending too; sends refunds/create, orders/cancelled and orders/updated. */
export function cancelOrder(engine: Engine, order: Order, reason: CancelReason): boolean {
  if (order.cancelledAt !== undefined) return false;
  const refund = makeRefund(engine, order, {
    lines: order.lines.map((line) => ({ lineId: line.id, quantity: line.currentQuantity })),
    shipping: true,
    note: "Order cancelled",
  });
  order.cancelledAt = engine.now();
  order.cancelReason = reason;
  order.updatedAt = engine.now();
  engine.changed();
  if (refund) engine.send("refunds/create", refundPayload(engine, order, refund));
  engine.send("orders/cancelled", orderPayload(engine, order));
  engine.send("orders/updated", orderPayload(engine, order));
  salesHistoryChanged(engine, order.customerId);
  return true;
}

function makeRefund(engine: Engine, order: Order, ask: AskedRefund): Refund | undefined {
  const currency = order.presentmentCurrency as Currency;
  const lines = refundLines(engine, order, ask.lines);
  const shippingBack = ask.shipping ? shippingOf(order) : { price: zero(currency), tax: zero(currency) };
  if (lines.length === 0 && shippingBack.price.minor === 0) return undefined;
  const amount = sum(
    [...lines.flatMap((line) => [line.subtotal, line.tax]), shippingBack.price, shippingBack.tax],
    currency,
  );
  const at = engine.now();
  const { received, refunded } = amountsOf(order);
  // What was never charged (an edit whose payment failed) cannot be given back.
  const paidBack = Math.min(amount.minor, received.minor - refunded.minor);
  const refund: Refund = {
    id: engine.newId("refund"),
    at,
    lines,
    shipping: shippingBack.price,
    shippingTax: shippingBack.tax,
    note: ask.note,
    restocked: true,
    transactions: [
      {
        id: engine.newId("transaction"),
        kind: "refund",
        status: "success",
        gateway: order.gateway,
        amount: { minor: paidBack, currency },
        at,
        message: "Refunded",
      },
    ],
  };
  order.refunds.push(refund);
  order.transactions.push(...refund.transactions);
  for (const back of lines) {
    const line = order.lines.find(({ id }) => id === back.lineId);
    if (line) line.currentQuantity -= back.quantity;
  }
  order.agreements.push({
    id: engine.newId("agreement"),
    reason: "REFUND",
    at,
    by: "store-admin",
    sales: returnsOf(engine, order, refund),
  });
  order.updatedAt = at;
  engine.changed();
  restock(engine, order, lines);
  return refund;
}

function refundLines(engine: Engine, order: Order, asked: AskedRefund["lines"]): RefundLine[] {
  return order.lines.flatMap((line): RefundLine[] => {
    const wanted = asked.reduce((count, ask) => (ask.lineId === line.id ? count + ask.quantity : count), 0);
    const pieces = Math.min(wanted, line.currentQuantity);
    if (!Number.isInteger(pieces) || pieces < 1) return [];
    const before = line.quantity - line.currentQuantity;
    return [
      {
        id: engine.newId("refund-line"),
        lineId: line.id,
        quantity: pieces,
        subtotal: shareOf(lineTotal(line), line.quantity, before, pieces),
        tax: shareOf(taxTotal(line.taxLines, line.unitPrice), line.quantity, before, pieces),
      },
    ];
  });
}

/** All of it: only a cancellation gives sending back, and an order is cancelled once. */
function shippingOf(order: Order): { readonly price: Money; readonly tax: Money } {
  const currency = order.presentmentCurrency as Currency;
  return {
    price: sum(
      order.shippingLines.map((line) => line.price),
      currency,
    ),
    tax: order.shippingLines.reduce((tax, line) => plus(tax, taxTotal(line.taxLines, line.price)), zero(currency)),
  };
}

function returnsOf(engine: Engine, order: Order, refund: Refund): Sale[] {
  const sales = refund.lines.map((line) =>
    returnSale(engine, { ...line, what: { kind: "product", lineId: line.lineId } }),
  );
  const shippingLine = order.shippingLines[0];
  if (refund.shipping.minor === 0 || !shippingLine) return sales;
  const what = { kind: "shipping", lineId: shippingLine.id } as const;
  return [...sales, returnSale(engine, { what, quantity: 1, subtotal: refund.shipping, tax: refund.shippingTax })];
}

function restock(engine: Engine, order: Order, lines: readonly RefundLine[]): void {
  changeStock(
    engine,
    lines.flatMap((back) => {
      const line = order.lines.find(({ id }) => id === back.lineId);
      const found = line && variantOf(engine, line.variantId);
      return found ? [{ ...found, by: back.quantity }] : [];
    }),
  );
}
