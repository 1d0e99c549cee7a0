import { randomBytes } from "node:crypto";
import { decimalOf } from "#app/core/values/money.ts";
import { paymentMethod } from "../checkout/payment-methods.ts";
import { taxOn } from "../checkout/taxes.ts";
import { customerOfPurchase } from "../customers.ts";
import type { Engine } from "../engine.ts";
import { variantOf } from "../products.ts";
import type { Checkout, CheckoutLine, PaymentMeans, StoredCheckout } from "../state/checkout.ts";
import type { AppliedDiscount } from "../state/discount.ts";
import type {
  DiscountApplication,
  Order,
  OrderCode,
  OrderLine,
  PaymentDetails,
  Sale,
  ShippingLine,
} from "../state/order.ts";
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
  const shippingLines = checkout.shippingMethod
    ? [shippingLine(engine, stored, checkout, checkout.shippingMethod)]
    : [];
  const sent = checkout.shippingMethod !== undefined && !checkout.shippingMethod.pickup;
  const sentTo = sent && stored.address ? { ...stored.address, country: stored.country } : undefined;
  const { gateway, paidWith, message, isPaidLater, details } = wordsFor(means);
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
    attributes: stored.attributes,
    note: stored.note,
    discountCodes: orderCodes(checkout),
    lines,
    shippingLines,
    discounts: checkout.discounts.map(applicationOf),
    transactions: [
      {
        id: engine.newId("transaction"),
        kind: "sale",
        status: isPaidLater ? "pending" : "success",
        gateway,
        amount: checkout.total,
        at,
        message,
        ...(details ? { details } : {}),
        ...(isPaidLater ? { isManual: true as const } : {}),
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
    paidWith,
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
    attributes: line.attributes,
    unitPrice: line.unitPrice,
    discountAllocations: line.allocations.map(({ discount, amount }) => ({ application: discount, amount })),
    taxLines: taxOn(line.total, stored.country, taxable),
    taxable,
    requiresShipping: line.requiresShipping,
    ...(found?.product.isGiftCard ? { isGiftCard: true } : {}),
  };
}

function shippingLine(
  engine: Engine,
  stored: StoredCheckout,
  checkout: Checkout,
  method: NonNullable<Checkout["shippingMethod"]>,
): ShippingLine {
  const application = checkout.discounts.findIndex((discount) => discount.class === "SHIPPING");
  const off = checkout.discounts[application];
  return {
    id: engine.newId("shipping-line"),
    title: method.title,
    presentmentTitle: method.title,
    price: checkout.shipping,
    ...(off ? { discount: { application, amount: off.amount } } : {}),
    taxLines: taxOn(checkout.shipping, stored.country, true),
  };
}

function orderCodes({ discounts }: Checkout): OrderCode[] {
  return discounts.flatMap(({ code, amount, class: of, value }) => {
    if (code === undefined) return [];
    const type = of === "SHIPPING" ? "shipping" : value.kind === "percentage" ? "percentage" : "fixed_amount";
    return [{ code, amount, type }];
  });
}

function applicationOf({ title, code, class: of, value }: AppliedDiscount): DiscountApplication {
  return {
    kind: code === undefined ? "automatic" : "code",
    ...(code === undefined ? {} : { code }),
    title: code ?? title,
    target: of === "SHIPPING" ? "shipping_line" : "line_item",
    selection: of === "PRODUCT" ? "entitled" : "all",
    ...(value.kind === "percentage"
      ? { value: value.percentage, valueType: "percentage" }
      : { value: Number(decimalOf(value.amount)), valueType: "fixed_amount" }),
  };
}

function wordsFor(means: PaymentMeans): {
  readonly gateway: string;
  readonly paidWith: string;
  readonly message: string;
  readonly isPaidLater: boolean;
  readonly details?: PaymentDetails;
} {
  switch (means.kind) {
    case "card":
      return {
        gateway: "bogus",
        paidWith: `Card ending in ${means.number.trim()}`,
        message: "Bogus Gateway: Forced success",
        isPaidLater: false,
        details: { kind: "CardPaymentDetails", paymentMethodName: "bogus" },
      };
    case "wallet":
      return {
        gateway: "shop_wallet",
        paidWith: means.name,
        message: `${means.name}: approved`,
        isPaidLater: false,
        details: { kind: "CardPaymentDetails", paymentMethodName: "visa", wallet: "APPLE_PAY" },
      };
    case "method": {
      const { gateway, name, isPaidLater = false, details } = paymentMethod(means.method);
      return {
        gateway,
        paidWith: name,
        message: isPaidLater ? `${name}: to be paid` : `${name}: approved`,
        isPaidLater,
        ...(details ? { details } : {}),
      };
    }
  }
}

function confirmationNumber(): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  return [...randomBytes(9)].map((byte) => letters[byte % letters.length]).join("");
}
