import type { Money } from "#app/core/values/money.ts";
import { salesHistoryChanged } from "../customers.ts";
import type { Engine } from "../engine.ts";
import type { Prepared } from "../post-purchase/prepare.ts";
import { changeStock } from "../products.ts";
import type { Order, OrderLine, OrderMetafield, ShippingLine } from "../state/order.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { orderEditedPayload } from "../webhooks/payloads/order-edited.ts";
import { salesOf } from "./place-order.ts";

/**
 * Adds what was accepted to the order, with an agreement of our app and the charge that went with it; takes the stock
 * and sends orders/edited and orders/updated.
 */
export function editOrder(
  engine: Engine,
  order: Order,
  prepared: Prepared,
  charge: { readonly amount: Money; readonly succeeded: boolean },
): void {
  const at = engine.now();
  const lines = prepared.lines.map((line) => addLine(engine, order, line));
  const shippingLines: ShippingLine[] = prepared.shippingLines.map((line) => ({
    ...line,
    id: engine.newId("shipping-line"),
  }));
  order.lines.push(...lines);
  order.shippingLines.push(...shippingLines);
  for (const metafield of prepared.metafields) setMetafield(order, metafield);
  order.agreements.push({
    id: engine.newId("agreement"),
    reason: "ORDER_EDIT",
    at,
    by: "our-app",
    sales: salesOf(engine, lines, shippingLines, "UPDATE"),
  });
  if (charge.amount.minor > 0) {
    order.transactions.push({
      id: engine.newId("transaction"),
      kind: "sale",
      status: charge.succeeded ? "success" : "failure",
      gateway: order.gateway,
      amount: charge.amount,
      at,
      message: charge.succeeded ? "Bogus Gateway: Forced success" : "Bogus Gateway: Forced failure",
    });
  }
  order.updatedAt = at;
  engine.changed();
  const edited = { id: engine.newId("order-edit"), at, lines };
  engine.send("orders/edited", orderEditedPayload(order, edited));
  engine.send("orders/updated", orderPayload(engine, order));
  salesHistoryChanged(engine, order.customerId);
  changeStock(
    engine,
    prepared.lines.map((line) => ({ ...line, by: -line.quantity })),
  );
}

function addLine(engine: Engine, order: Order, line: Prepared["lines"][number]): OrderLine {
  const { product, variant, discount } = line;
  const application = discount ? order.discounts.push(discount.application) - 1 : undefined;
  return {
    id: engine.newId("line"),
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variant.title,
    vendor: product.vendor,
    sku: variant.sku,
    picture: product.picture,
    handle: product.handle,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    attributes: [],
    unitPrice: line.unitPrice,
    discountAllocations: discount && application !== undefined ? [{ application, amount: discount.amount }] : [],
    taxLines: line.taxLines,
    taxable: variant.taxable,
    requiresShipping: variant.requiresShipping,
    ...(product.isGiftCard ? { isGiftCard: true } : {}),
  };
}

function setMetafield(order: Order, metafield: OrderMetafield): void {
  const { namespace, key } = metafield;
  const known = order.metafields.find((entry) => entry.namespace === namespace && entry.key === key);
  if (!known) order.metafields.push(metafield);
  else Object.assign(known, metafield);
}
