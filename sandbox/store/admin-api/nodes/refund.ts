import type { Currency } from "#app/core/values/currency.ts";
import { type Money, sum } from "#app/core/values/money.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { Order, Refund, RefundLine, Transaction } from "../../state/order.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";
import { bagNode } from "./money.ts";
import { lineNode } from "./order-line.ts";

export function refundNode(engine: Engine, order: Order, refund: Refund) {
  const paidBack = sum(
    refund.transactions.map((made) => made.amount),
    order.presentmentCurrency as Currency,
  );
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: String(refund.id),
    createdAt: isoSeconds(refund.at),
    updatedAt: isoSeconds(refund.at),
    note: refund.note,
    totalRefundedSet: bagNode(paidBack, order.presentmentCurrency),
    refundLineItems: (args: PageArgs) =>
      connectionOf(
        refund.lines,
        args,
        (line) => line.id,
        (line) => refundLineNode(engine, order, refund, line),
      ),
  };
}

function refundLineNode(engine: Engine, order: Order, refund: Refund, back: RefundLine) {
  const bag = (amount: Money) => bagNode(amount, order.presentmentCurrency);
  const line = order.lines.find(({ id }) => id === back.lineId);
  return {
    id: gid("RefundLineItem", back.id),
    quantity: back.quantity,
    lineItem: () => (line ? lineNode(engine, order, line) : null),
    restocked: refund.restocked,
    restockType: refund.restocked ? "CANCEL" : "NO_RESTOCK",
    priceSet: line ? bag(line.unitPrice) : null,
    subtotalSet: bag(back.subtotal),
    totalTaxSet: bag(back.tax),
  };
}

export function transactionNode(order: Order, made: Transaction) {
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", made.id),
    kind: made.kind.toUpperCase(),
    status: made.status.toUpperCase(),
    gateway: made.gateway,
    test: true,
    createdAt: isoSeconds(made.at),
    processedAt: isoSeconds(made.at),
    manualPaymentGateway: made.isManual ?? false,
    paymentDetails: made.details ? { __typename: made.details.kind, wallet: null, ...made.details } : null,
    amountSet: bagNode(made.amount, order.presentmentCurrency),
  };
}
