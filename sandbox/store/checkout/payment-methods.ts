import type { PaymentDetails } from "../state/order.ts";
import type { SkipReason } from "../state/skip-reason.ts";

export type PaymentMethodId = (typeof PAYMENT_METHODS)[number]["id"];

interface Method {
  readonly id: string;
  /** As the checkout and the order name it. */
  readonly name: string;
  readonly gateway: string;
  /** Why no post-purchase page follows it; undefined: one may. */
  readonly skips?: SkipReason;
  /** How many changesets it takes where fewer than the dial says. */
  readonly changesetsMost?: number;
  /** What the order's transaction tells of it. */
  readonly details?: PaymentDetails;
  /** Paid by hand later: the order stays pending. */
  readonly isPaidLater?: true;
}

/**
 * How a shopper may pay besides typing a card number, and what follows for the page after the purchase: only what can be
 * charged again without the shopper has one. https://shopify.dev/docs/apps/build/checkout/product-offers
 */
export const PAYMENT_METHODS = [
  {
    id: "shop-pay",
    name: "Shop Pay",
    gateway: "shopify_payments",
    details: { kind: "CardPaymentDetails", paymentMethodName: "visa", wallet: "SHOPIFY_PAY" },
  },
  {
    id: "apple-pay",
    name: "Apple Pay",
    gateway: "shopify_payments",
    skips: "wallet",
    details: { kind: "CardPaymentDetails", paymentMethodName: "visa", wallet: "APPLE_PAY" },
  },
  {
    id: "google-pay",
    name: "Google Pay",
    gateway: "shopify_payments",
    skips: "wallet",
    details: { kind: "CardPaymentDetails", paymentMethodName: "visa", wallet: "GOOGLE_PAY" },
  },
  {
    id: "amazon-pay",
    name: "Amazon Pay",
    gateway: "amazon_payments",
    skips: "wallet",
    details: { kind: "LocalPaymentMethodsPaymentDetails", paymentMethodName: "amazon_pay" },
  },
  {
    id: "paypal",
    name: "PayPal",
    gateway: "paypal",
    skips: "no-billing-agreement",
    details: { kind: "PaypalWalletPaymentDetails", paymentMethodName: "paypal" },
  },
  {
    id: "paypal-with-agreement",
    name: "PayPal (billing agreement)",
    gateway: "paypal",
    changesetsMost: 1,
    details: { kind: "PaypalWalletPaymentDetails", paymentMethodName: "paypal" },
  },
  {
    id: "klarna",
    name: "Klarna",
    gateway: "klarna",
    skips: "installments",
    details: { kind: "LocalPaymentMethodsPaymentDetails", paymentMethodName: "klarna" },
  },
  {
    id: "shop-pay-installments",
    name: "Shop Pay Installments",
    gateway: "shopify_payments",
    skips: "installments",
    details: { kind: "ShopPayInstallmentsPaymentDetails", paymentMethodName: "shop_pay_installments" },
  },
  {
    id: "card-with-cvv-each-time",
    name: "Card (asked for its CVV each time)",
    gateway: "payflow_pro",
    skips: "not-vaulted",
    details: { kind: "CardPaymentDetails", paymentMethodName: "visa" },
  },
  {
    id: "ideal",
    name: "iDEAL",
    gateway: "shopify_payments",
    skips: "bank",
    details: { kind: "LocalPaymentMethodsPaymentDetails", paymentMethodName: "ideal" },
  },
  { id: "bank-transfer", name: "Bank transfer", gateway: "Bank Deposit", skips: "manual", isPaidLater: true },
  {
    id: "cash-on-delivery",
    name: "Cash on Delivery (COD)",
    gateway: "Cash on Delivery (COD)",
    skips: "manual",
    isPaidLater: true,
  },
  { id: "gift-card", name: "Gift card", gateway: "gift_card", skips: "gift-card" },
] as const satisfies readonly Method[];

export function paymentMethod(id: PaymentMethodId): Method {
  const found = PAYMENT_METHODS.find((method) => method.id === id);
  if (!found) throw new Error(`there is no way of paying called ${id}`);
  return found;
}
