import { randomBytes } from "node:crypto";
import { taxOn } from "../checkout/taxes.ts";
import { customerOfPurchase } from "../customers.ts";
import type { Engine } from "../engine.ts";
import { variantOf } from "../products.ts";
import type { Checkout, CheckoutLine, PaymentMeans, StoredCheckout } from "../state/checkout.ts";
import type { Order, OrderLine, Sale, ShippingLine } from "../state/order.ts";
import { lineSale, shippingSale } from "./sales.ts";

/** An order is held this long at most for the shopper to add something. */
const HOLD_MS = 60 * 60 * 1000;

/** Writes the paid checkout down as an order, held when the post-purchase page may appear. */
export function placeOrder(
  engine: Engine,
  stored: StoredCheckout,
  checkout: Checkout,
  means: PaymentMeans,
  held: boolean,
): Order {
  const at = engine.now();
  const number = engine.newId("order-number");
  const lines = checkout.lines.map((line) => orderLine(engine, stored, line));
  const shippingLines = checkout.shippingMethod ? [shippingLine(engine, stored, checkout.shippingMethod)] : [];
  const sent = checkout.shippingMethod !== undefined && !checkout.shippingMethod.pickup;
  const sentTo = sent && stored.address ? { ...stored.address, country: stored.country } : undefined;
  const gateway = means.kind === "card" ? "bogus" : "shop_wallet";
  const order: Order = {
    id: engine.newId("order"),
    number,
    name: `#${number}`,
    confirmationNumber: confirmationNumber(),
    checkoutToken: stored.token,
    cartToken: stored.cartToken,
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    currency: engine.shop.currency,
    presentmentCurrency: stored.presentmentCurrency,
    email: stored.email,
    language: stored.language,
    customerId: customerOfPurchase(engine, stored, sentTo).id,
    country: stored.country,
    ...(sentTo ? { shippingAddress: sentTo } : {}),
    lines,
    shippingLines,
    discounts: [],
    transactions: [
      {
        id: engine.newId("transaction"),
        kind: "sale",
        status: "success",
        gateway,
        amount: checkout.total,
        at,
        message: means.kind === "card" ? "Bogus Gateway: Forced success" : `${means.name}: approved`,
      },
    ],
    agreements: [
      {
        id: engine.newId("agreement"),
        reason: "ORDER",
        at,
        by: "online-store",
        sales: salesOf(engine, lines, shippingLines, "ORDER"),
      },
    ],
    refunds: [],
    fulfillment: {
      id: engine.newId("fulfillment-order"),
      ...(held ? { holdUntil: at + HOLD_MS } : {}),
    },
    metafields: [],
    tags: [],
    paidWith: means.kind === "card" ? `Card ending in ${means.number.trim()}` : means.name,
    gateway,
  };
  engine.state.orders.push(order);
  return order;
}

export function salesOf(
  engine: Engine,
  lines: readonly OrderLine[],
  shippingLines: readonly ShippingLine[],
  action: Sale["action"],
): Sale[] {
  return [
    ...lines.map((line) => lineSale(engine, line, action)),
    ...shippingLines.map((line) => shippingSale(engine, line, action)),
  ];
}

function orderLine(engine: Engine, stored: StoredCheckout, line: CheckoutLine): OrderLine {
  const found = variantOf(engine, line.variantId);
  const taxable = found?.variant.taxable ?? false;
  return {
    id: engine.newId("line"),
    productId: line.productId,
    variantId: line.variantId,
    title: line.title,
    variantTitle: line.variantTitle,
    vendor: found?.product.vendor ?? "",
    sku: found?.variant.sku ?? "",
    picture: line.picture,
    handle: line.handle,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    unitPrice: line.unitPrice,
    discountAllocations: [],
    taxLines: taxOn(line.total, stored.country, taxable),
    taxable,
    requiresShipping: line.requiresShipping,
    ...(found?.product.isGiftCard ? { isGiftCard: true } : {}),
  };
}

function shippingLine(
  engine: Engine,
  stored: StoredCheckout,
  method: NonNullable<Checkout["shippingMethod"]>,
): ShippingLine {
  return {
    id: engine.newId("shipping-line"),
    title: method.title,
    presentmentTitle: method.title,
    price: method.price,
    taxLines: taxOn(method.price, stored.country, true),
  };
}

function confirmationNumber(): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  return [...randomBytes(9)].map((byte) => letters[byte % letters.length]).join("");
}
