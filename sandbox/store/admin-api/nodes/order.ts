import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import { amountsOf, financialStatusOf, isHeld } from "../../orders/amounts.ts";
import type { AppMetafield } from "../../state/metafield.ts";
import type { Order } from "../../state/order.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid } from "../gid.ts";
import { agreementNode } from "./agreement.ts";
import { customerNode } from "./customer.ts";
import { fulfillmentOrderNode } from "./fulfillment-order.ts";
import { metafieldFields } from "./metafield.ts";
import { bagNode } from "./money.ts";
import { lineNode } from "./order-line.ts";
import { refundNode, transactionNode } from "./refund.ts";

export function orderNode(engine: Engine, order: Order) {
  const sums = amountsOf(order);
  const bag = (amount: Parameters<typeof bagNode>[0]) => bagNode(amount, order.presentmentCurrency);
  return {
    __typename: "Order",
    id: gid("Order", order.id),
    legacyResourceId: String(order.id),
    name: order.name,
    number: order.number - 1000,
    confirmationNumber: order.confirmationNumber,
    createdAt: isoSeconds(order.createdAt),
    processedAt: isoSeconds(order.processedAt),
    updatedAt: isoSeconds(order.updatedAt),
    cancelledAt: order.cancelledAt === undefined ? null : isoSeconds(order.cancelledAt),
    cancelReason: order.cancelReason?.toUpperCase() ?? null,
    edited: order.agreements.some(({ reason }) => reason === "ORDER_EDIT"),
    test: true,
    sourceName: "web",
    checkoutToken: order.checkoutToken,
    cartToken: order.cartToken,
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    displayFinancialStatus: financialStatusOf(order),
    displayFulfillmentStatus: isHeld(order, engine.now()) ? "ON_HOLD" : "UNFULFILLED",
    customerLocale: order.language,
    tags: order.tags,
    taxesIncluded: engine.shop.taxesIncluded,
    requiresShipping: order.lines.some(({ requiresShipping }) => requiresShipping),
    paymentGatewayNames: [order.gateway],
    discountCode: order.discountCodes[0]?.code ?? null,
    discountCodes: order.discountCodes.map(({ code }) => code),
    customAttributes: order.attributes,
    note: order.note || null,
    customer() {
      const customer = engine.state.customers.find(({ id }) => id === order.customerId);
      return customer ? customerNode(engine, customer) : null;
    },
    totalPriceSet: bag(sums.total),
    currentTotalPriceSet: bag(sums.totalNow),
    subtotalPriceSet: bag(sums.subtotal),
    currentSubtotalPriceSet: bag(sums.subtotalNow),
    totalTaxSet: bag(sums.tax),
    currentTotalTaxSet: bag(sums.taxNow),
    totalShippingPriceSet: bag(sums.shipping),
    totalDiscountsSet: bag(sums.discounts),
    totalReceivedSet: bag(sums.received),
    totalRefundedSet: bag(sums.refunded),
    totalOutstandingSet: bag(sums.outstanding),
    lineItems: (args: PageArgs) =>
      connectionOf(
        order.lines,
        args,
        (line) => line.id,
        (line) => lineNode(engine, order, line),
      ),
    agreements: (args: PageArgs) =>
      connectionOf(
        order.agreements,
        args,
        (agreement) => agreement.id,
        (agreement) => agreementNode(engine, order, agreement),
      ),
    refunds: ({ first }: { first?: number | null }) =>
      order.refunds.slice(0, first ?? undefined).map((refund) => refundNode(engine, order, refund)),
    transactions: ({ first }: { first?: number | null }) =>
      order.transactions.slice(0, first ?? undefined).map((made) => transactionNode(order, made)),
    fulfillmentOrders: (args: PageArgs) =>
      connectionOf(
        [order.fulfillment],
        args,
        ({ id }) => id,
        () => fulfillmentOrderNode(engine, order),
      ),
    ...metafieldFields(engine, gid("Order", order.id), () => metafieldsOf(order)),
  };
}

const METAFIELD_TYPES = { integer: "number_integer", string: "single_line_text_field", json_string: "json" } as const;

function metafieldsOf(order: Order): AppMetafield[] {
  return order.metafields.map(({ namespace, key, value, valueType }, index) => ({
    id: order.id + index,
    owner: gid("Order", order.id),
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    namespace,
    key,
    type: METAFIELD_TYPES[valueType],
    value: String(value),
  }));
}
