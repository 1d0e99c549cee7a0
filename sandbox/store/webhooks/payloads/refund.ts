import type { Currency } from "#app/core/values/currency.ts";
import { decimalOf, type Money, zero } from "#app/core/values/money.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { Order, Refund, Transaction } from "../../state/order.ts";
import { bookedText, moneySet } from "./money-set.ts";
import { linePayload } from "./order-line.ts";

/** refunds/create, and an entry of an order's `refunds`. */
export function refundPayload(engine: Engine, order: Order, refund: Refund): Readonly<Record<string, unknown>> {
  const set = (amount: Money) => moneySet(amount, order.presentmentCurrency);
  return {
    id: refund.id,
    admin_graphql_api_id: `gid://shopify/Refund/${refund.id}`,
    order_id: order.id,
    created_at: isoSeconds(refund.at),
    processed_at: isoSeconds(refund.at),
    note: refund.note,
    user_id: engine.shop.owner.id,
    restock: refund.restocked,
    duties: [],
    total_duties_set: set(zero(order.currency as Currency)),
    return: null,
    refund_shipping_lines: [],
    order_adjustments: shippingAdjustments(order, refund),
    refund_line_items: refund.lines.flatMap((back) => {
      const line = order.lines.find(({ id }) => id === back.lineId);
      if (!line) return [];
      return [
        {
          id: back.id,
          line_item: linePayload(engine, order, line),
          line_item_id: line.id,
          location_id: engine.shop.location.id,
          quantity: back.quantity,
          restock_type: refund.restocked ? "cancel" : "no_restock",
          subtotal: Number(bookedText(back.subtotal)),
          subtotal_set: set(back.subtotal),
          total_tax: Number(bookedText(back.tax)),
          total_tax_set: set(back.tax),
        },
      ];
    }),
    transactions: refund.transactions.map((made) => transactionPayload(engine, order, made)),
  };
}

function shippingAdjustments(order: Order, refund: Refund) {
  if (refund.shipping.minor === 0) return [];
  const back = { ...refund.shipping, minor: -refund.shipping.minor };
  const tax = { ...refund.shippingTax, minor: -refund.shippingTax.minor };
  return [
    {
      id: refund.id + 1,
      order_id: order.id,
      refund_id: refund.id,
      kind: "shipping_refund",
      reason: "Shipping refund",
      amount: bookedText(back),
      amount_set: moneySet(back, order.presentmentCurrency),
      tax_amount: bookedText(tax),
      tax_amount_set: moneySet(tax, order.presentmentCurrency),
    },
  ];
}

function transactionPayload(engine: Engine, order: Order, made: Transaction) {
  const nothing = { amount: "0.00", currency: order.currency };
  return {
    id: made.id,
    admin_graphql_api_id: `gid://shopify/OrderTransaction/${made.id}`,
    amount: decimalOf(made.amount),
    amount_rounding: null,
    authorization: null,
    created_at: isoSeconds(made.at),
    currency: made.amount.currency,
    device_id: null,
    error_code: null,
    gateway: made.gateway,
    kind: made.kind,
    location_id: null,
    manual_payment_gateway: false,
    message: made.message,
    order_id: order.id,
    parent_id: order.transactions[0]?.id ?? null,
    payment_id: `${order.name}.${made.id}`,
    processed_at: isoSeconds(made.at),
    receipt: {},
    source_name: made.kind === "refund" ? "shopify_admin" : "web",
    status: made.status,
    test: true,
    total_unsettled_set: { shop_money: nothing, presentment_money: nothing },
    user_id: made.kind === "refund" ? engine.shop.owner.id : null,
  };
}
