import type { Surface } from "./facts.ts";

/** What a condition can need to know, in the words of the message that says it is missing. */
export const FACT_NAMES = {
  lines: "the lines of the purchase",
  products: "the shop's own data on the products bought",
  subtotal: "the order value",
  discountTotal: "the discount used",
  discountCodes: "the discount codes used",
  currency: "the currency paid in",
  locale: "the shopper's language",
  country: "the country it is sent to",
  region: "the region it is sent to",
  market: "the market",
  customer: "the customer",
  signedIn: "whether the shopper is signed in",
  customerTags: "the customer's tags",
  history: "the customer's earlier orders",
  answers: "the customer's answers to earlier offers",
  paymentMethod: "the payment method",
  shippingMethod: "the shipping method",
  salesChannel: "the sales channel",
  utm: "the UTM parameters",
  landingPage: "the landing page",
  referrer: "the referrer",
  device: "the device",
  now: "the time",
} as const;

export type FactName = keyof typeof FACT_NAMES;

const EVERYWHERE: readonly FactName[] = [
  "lines",
  "products",
  "subtotal",
  "currency",
  "locale",
  "customer",
  "customerTags",
  "history",
  "answers",
  "now",
];

/** What checkout and the pages after it tell of the order. */
const OF_THE_ORDER: readonly FactName[] = [...EVERYWHERE, "discountTotal", "discountCodes", "country", "salesChannel"];

/**
 * What each surface tells us, at best: a rule that needs more can never match there. The customer counts as known
 * everywhere, though a guest's is not. Sources: @shopify/post-purchase-ui-extensions 0.13.5 (InputData: neither payment,
 * discounts nor address but the country), `purchaseOf` of the blocks (extensions/shared/surface) and of the cart
 * (extensions/cart-script): an address is protected data, and how it is paid is not settled before the payment.
 */
export const KNOWN_ON: Readonly<Record<Surface, ReadonlySet<FactName>>> = {
  cart: new Set([...OF_THE_ORDER, "signedIn", "device"]),
  checkout: new Set([...OF_THE_ORDER, "market", "signedIn", "shippingMethod"]),
  "post-purchase": new Set([...EVERYWHERE, "country", "salesChannel"]),
  "thank-you": new Set([...OF_THE_ORDER, "market", "shippingMethod"]),
  "order-status": new Set([...OF_THE_ORDER, "market", "signedIn"]),
  // Written from the order as Shopify keeps it.
  email: new Set([...OF_THE_ORDER, "region", "shippingMethod", "paymentMethod"]),
};
