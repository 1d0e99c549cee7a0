import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Attribute } from "./cart.ts";

/** An order as the shop keeps it. Lines are never removed: what is taken back lowers `currentQuantity`. */
export interface Order {
  readonly id: number;
  /** 1001, 1002, … */
  readonly number: number;
  /** "#1001" */
  readonly name: string;
  /** Nine capitals and digits, as the shopper sees it. */
  readonly confirmationNumber: string;
  /** The post-purchase page's reference too: see `referenceOf`. */
  readonly checkoutToken: string;
  readonly cartToken: string;
  readonly createdAt: Instant;
  readonly processedAt: Instant;
  updatedAt: Instant;
  cancelledAt?: Instant;
  cancelReason?: CancelReason;
  /** The shop's: what the order is booked in. */
  readonly currency: string;
  /** What the shopper pays in; every amount of the order is in it, and converted where the shop's is asked for. */
  readonly presentmentCurrency: string;
  readonly email: string;
  /** "de-DE" */
  readonly language: string;
  readonly customerId: number;
  readonly country: string;
  /** Absent when nothing is sent: pickup, or only things that go by e-mail. */
  readonly shippingAddress?: Address;
  /** Of the cart: "note_attributes" of REST, "customAttributes" of GraphQL. */
  readonly attributes: readonly Attribute[];
  readonly note: string;
  /** Those that took something off. */
  readonly discountCodes: readonly OrderCode[];
  readonly lines: OrderLine[];
  readonly shippingLines: ShippingLine[];
  readonly discounts: DiscountApplication[];
  readonly transactions: Transaction[];
  readonly agreements: Agreement[];
  readonly refunds: Refund[];
  readonly fulfillment: FulfillmentOrder;
  readonly metafields: OrderMetafield[];
  readonly tags: string[];
  /** How it was paid, in words for a person: "Card ending in 1", "Shop wallet". */
  readonly paidWith: string;
  readonly gateway: string;
}

export interface OrderCode {
  readonly code: string;
  readonly amount: Money;
  readonly type: "percentage" | "fixed_amount" | "shipping";
}

export type CancelReason = "customer" | "inventory" | "fraud" | "declined" | "staff" | "other";

export interface Address {
  readonly firstName: string;
  readonly lastName: string;
  readonly address1: string;
  readonly address2?: string;
  readonly city: string;
  readonly zip: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface OrderLine {
  readonly id: number;
  readonly productId: number;
  readonly variantId: number;
  readonly title: string;
  readonly variantTitle: string;
  readonly vendor: string;
  readonly sku: string;
  readonly picture: string;
  readonly handle: string;
  readonly quantity: number;
  /** What is left of it after refunds and cancellation. */
  currentQuantity: number;
  /** "properties" of the AJAX cart and of REST. */
  readonly attributes: readonly Attribute[];
  /** For one piece, before discounts and tax. */
  readonly unitPrice: Money;
  /** Taken off the whole line; `application` is an index into the order's `discounts`. */
  readonly discountAllocations: readonly { readonly application: number; readonly amount: Money }[];
  /** On the whole line, after discounts. */
  readonly taxLines: readonly TaxLine[];
  readonly taxable: boolean;
  readonly requiresShipping: boolean;
  readonly isGiftCard?: boolean;
}

export interface TaxLine {
  /** "VAT" */
  readonly title: string;
  /** 0.2 is 20 %. */
  readonly rate: number;
  readonly amount: Money;
}

export interface ShippingLine {
  readonly id: number;
  /** The merchant's words. */
  readonly title: string;
  /** The shopper's. */
  readonly presentmentTitle: string;
  /** After what a discount took off. */
  readonly price: Money;
  /** Taken off; `application` is an index into the order's `discounts`. */
  readonly discount?: { readonly application: number; readonly amount: Money };
  readonly taxLines: readonly TaxLine[];
}

export interface DiscountApplication {
  /** `manual`: by an accepted changeset. */
  readonly kind: "manual" | "automatic" | "code";
  readonly code?: string;
  readonly target: "line_item" | "shipping_line";
  /** Of all lines, or of those that are entitled, or of one that was named. */
  readonly selection: "all" | "entitled" | "explicit";
  readonly title: string;
  readonly value: number;
  /** Of a fixed amount in what the shopper pays in. */
  readonly valueType: "percentage" | "fixed_amount";
}

/** How a payment was made, as the Admin API's union `PaymentDetails` tells it apart. */
export interface PaymentDetails {
  readonly kind:
    | "CardPaymentDetails"
    | "LocalPaymentMethodsPaymentDetails"
    | "PaypalWalletPaymentDetails"
    | "ShopPayInstallmentsPaymentDetails";
  readonly paymentMethodName: string;
  readonly wallet?: "APPLE_PAY" | "GOOGLE_PAY" | "SHOPIFY_PAY";
}

export interface Transaction {
  readonly id: number;
  readonly kind: "sale" | "refund";
  readonly status: "success" | "failure" | "pending";
  readonly gateway: string;
  readonly amount: Money;
  readonly at: Instant;
  readonly message: string;
  /** Absent for what is paid by hand, with a gift card, and in orders from before it was kept. */
  readonly details?: PaymentDetails;
  readonly isManual?: true;
}

/** Who changed the order to what it is: the purchase itself, an edit by an app, a refund, a cancellation. */
export interface Agreement {
  readonly id: number;
  readonly reason: "ORDER" | "ORDER_EDIT" | "REFUND";
  readonly at: Instant;
  readonly by: "online-store" | "our-app" | "store-admin";
  readonly sales: readonly Sale[];
}

export interface Sale {
  readonly id: number;
  readonly action: "ORDER" | "UPDATE" | "RETURN";
  readonly what:
    | { readonly kind: "product"; readonly lineId: number }
    | { readonly kind: "shipping"; readonly lineId: number };
  /** Positive for what came, negative for what went back. */
  readonly quantity: number;
  /** After discounts, with tax. */
  readonly total: Money;
  readonly tax: Money;
  /** Never positive. */
  readonly discount: Money;
}

export interface Refund {
  readonly id: number;
  readonly at: Instant;
  readonly lines: readonly RefundLine[];
  readonly transactions: readonly Transaction[];
  /** Sending given back, at cancellation only; before tax. */
  readonly shipping: Money;
  readonly shippingTax: Money;
  readonly note: string;
  /** Whether the pieces went back on the shelf. */
  readonly restocked: boolean;
}

export interface RefundLine {
  readonly id: number;
  readonly lineId: number;
  readonly quantity: number;
  /** After discounts, before tax. */
  readonly subtotal: Money;
  readonly tax: Money;
}

/**
 * Held while the shopper may still add something: until they reach the thank-you page (`releasedAt`), at latest
 * `holdUntil`, 60 minutes after the payment. Read it with `isHeld(order, now)`.
 */
interface FulfillmentOrder {
  readonly id: number;
  readonly holdUntil?: Instant;
  releasedAt?: Instant;
}

export interface OrderMetafield {
  readonly namespace: string;
  readonly key: string;
  value: string | number;
  valueType: "integer" | "string" | "json_string";
}
