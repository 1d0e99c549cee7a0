import type { Engine } from "../../engine.ts";
import { discountOf, isHeld } from "../../orders/amounts.ts";
import { variantOf } from "../../products.ts";
import type { Order, OrderLine, TaxLine } from "../../state/order.ts";
import { bookedText, moneySet } from "./money-set.ts";

/** A line of an order as the REST payloads write it. */
export function linePayload(engine: Engine, order: Order, line: OrderLine) {
  const set = (amount: Parameters<typeof moneySet>[0]) => moneySet(amount, order.presentmentCurrency);
  const variantTitle = line.variantTitle === "Default Title" ? null : line.variantTitle;
  return {
    id: line.id,
    admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: isHeld(order, engine.now()) ? 0 : line.currentQuantity,
    fulfillment_service: "manual",
    fulfillment_status: null,
    gift_card: line.isGiftCard ?? false,
    grams: 0,
    name: variantTitle === null ? line.title : `${line.title} - ${variantTitle}`,
    price: bookedText(line.unitPrice),
    price_set: set(line.unitPrice),
    product_exists: variantOf(engine, line.variantId) !== undefined,
    product_id: line.productId,
    properties: line.attributes.map(({ key, value }) => ({ name: key, value })),
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount: "0.00",
    total_discount_set: set({ ...line.unitPrice, minor: 0 }),
    variant_id: line.variantId,
    variant_inventory_management: "shopify",
    variant_title: variantTitle,
    vendor: line.vendor,
    tax_lines: taxLinePayloads(order, line.taxLines),
    duties: [],
    discount_allocations: line.discountAllocations.map(({ application, amount }) => ({
      amount: bookedText(amount),
      amount_set: set(amount),
      discount_application_index: application,
    })),
    pre_tax_price: bookedText({
      ...line.unitPrice,
      minor: line.unitPrice.minor * line.quantity - discountOf(line).minor,
    }),
  };
}

export function taxLinePayloads(order: Order, taxLines: readonly TaxLine[]) {
  return taxLines.map(({ title, rate, amount }) => ({
    channel_liable: false,
    price: bookedText(amount),
    price_set: moneySet(amount, order.presentmentCurrency),
    rate,
    title,
  }));
}
