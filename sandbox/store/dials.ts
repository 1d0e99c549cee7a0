/** What a tester turns to make this Shopify slow, forgetful or strict. All can be turned while it runs. */
export interface Dials {
  /** Every Admin API and token answer waits this long. */
  apiLatencyMs: number;
  /** `error`: the Admin API answers 500; `never`: it does not answer. Tokens are given as ever. */
  apiAnswers: Answers;
  /** Every answer of the Storefront API waits this long. */
  storefrontLatencyMs: number;
  storefrontAnswers: Answers;
  /** Everything that goes through the app proxy waits this long, on top of what the app takes. */
  proxyLatencyMs: number;
  proxyAnswers: Answers;
  /** Whether a browser keeps what extensions of checkout, thank-you and order status store. */
  extensionStorage: "kept" | "refused";
  /** Every GraphQL query is answered THROTTLED while this is true. */
  throttled: boolean;
  /** Points that come back a second; the bucket is 20 times that. Shopify's Standard plan: 100. */
  restoreRate: number;
  /** Every webhook waits this long before its first delivery. */
  webhookLatencyMs: number;
  /** Each webhook is delivered this many times more, with the same ids, as a resend would be. */
  webhookDuplicates: number;
  /** Webhooks that are waiting together leave in reverse. */
  webhooksReversed: boolean;
  /** 1 is the real clock: eight retries over four hours; 1000 makes them 14 seconds. */
  webhookRetrySpeed: number;
  /** How the second charge on a card ends, whatever its number: for trying `payment_required`. */
  secondCharge: "as-the-card" | "declined" | "declined-after-edit";
  /** Shopify takes three; gateways such as PayPal Express one. */
  changesetsPerCheckout: number;
  /** ISO 3166-1 alpha-2: orders that are sent there have duties, and no page after the purchase. */
  dutiesTo: readonly string[];
  /** Which app the merchant has chosen for the page after the purchase, in Settings > Checkout. */
  postPurchaseApp: "ours" | "another";
  /** Orders are made late, and the page is skipped although the extension would have drawn one. */
  heavyLoad: boolean;
  /** What the app is approved for in the Partner Dashboard: 1 without name, address, phone and e-mail, 2 with them. */
  protectedCustomerData: 0 | 1 | 2;
  /** Lifetime of an expiring offline access token. Shopify: 3600. */
  accessTokenSeconds: number;
}

/** `error`: a status of 500 or GraphQL errors; `never`: no answer at all. */
type Answers = "well" | "error" | "never";

export const SHOPIFYS_DIALS: Readonly<Dials> = {
  apiLatencyMs: 0,
  apiAnswers: "well",
  storefrontLatencyMs: 0,
  storefrontAnswers: "well",
  proxyLatencyMs: 0,
  proxyAnswers: "well",
  extensionStorage: "kept",
  throttled: false,
  restoreRate: 100,
  webhookLatencyMs: 0,
  webhookDuplicates: 0,
  webhooksReversed: false,
  webhookRetrySpeed: 1,
  secondCharge: "as-the-card",
  changesetsPerCheckout: 3,
  dutiesTo: [],
  postPurchaseApp: "ours",
  heavyLoad: false,
  protectedCustomerData: 1,
  accessTokenSeconds: 3600,
};
