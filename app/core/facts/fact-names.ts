import type { Message } from "../values/say.ts";
import type { Surface } from "./facts.ts";

/** What a condition can need to know, and the name of the text that says it is missing. */
export const FACT_NAMES = {
  lines: "engine.fact.lines",
  products: "engine.fact.products",
  subtotal: "engine.fact.subtotal",
  discountTotal: "engine.fact.discount-total",
  discountCodes: "engine.fact.discount-codes",
  currency: "engine.fact.currency",
  locale: "engine.fact.locale",
  country: "engine.fact.country",
  region: "engine.fact.region",
  market: "engine.fact.market",
  customer: "engine.fact.customer",
  signedIn: "engine.fact.signed-in",
  customerTags: "engine.fact.customer-tags",
  history: "engine.fact.history",
  answers: "engine.fact.answers",
  paymentMethod: "engine.fact.payment-method",
  shippingMethod: "engine.fact.shipping-method",
  salesChannel: "engine.fact.sales-channel",
  utm: "engine.fact.utm",
  landingPage: "engine.fact.landing-page",
  referrer: "engine.fact.referrer",
  device: "engine.fact.device",
  now: "engine.fact.now",
} as const satisfies Readonly<Record<string, Message>>;

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
