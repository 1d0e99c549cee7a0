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

/** What checkout and everything after it know of the order. */
const OF_THE_ORDER: readonly FactName[] = [
  ...EVERYWHERE,
  "discountTotal",
  "discountCodes",
  "country",
  "region",
  "shippingMethod",
  "salesChannel",
];

/**
 * What each surface can know, at best: a rule that needs more can never match there. The customer counts as known
 * everywhere, though a guest's is not. Sources: @shopify/post-purchase-ui-extensions 0.13.5 (InputData: neither payment,
 * discounts nor address but the country), @shopify/ui-extensions 2026.7.4 (StandardApi, OrderStatusApi), the theme's AJAX cart.
 */
export const KNOWN_ON: Readonly<Record<Surface, ReadonlySet<FactName>>> = {
  cart: new Set([
    ...EVERYWHERE,
    "discountTotal",
    "discountCodes",
    "market",
    "signedIn",
    "salesChannel",
    "utm",
    "landingPage",
    "referrer",
    "device",
  ]),
  checkout: new Set([...OF_THE_ORDER, "market", "signedIn", "paymentMethod"]),
  "post-purchase": new Set([...EVERYWHERE, "country", "salesChannel"]),
  "thank-you": new Set([...OF_THE_ORDER, "market", "signedIn", "paymentMethod"]),
  "order-status": new Set([...OF_THE_ORDER, "market", "signedIn"]),
  email: new Set([...OF_THE_ORDER, "paymentMethod"]),
};
