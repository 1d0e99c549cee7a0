import { minorDigitsOf } from "#app/core/values/currency.ts";
import { paymentMethod } from "../checkout/payment-methods.ts";
import type { Engine } from "../engine.ts";
import type { Checkout, PaymentMeans, PostPurchaseChance } from "../state/checkout.ts";
import type { SkipReason } from "../state/skip-reason.ts";

/** Below half a unit of the shop's currency there is no page. */
const LEAST_TOTAL = 0.5;

const SENTENCES: Readonly<Record<SkipReason, string>> = {
  "app-not-installed": "No post-purchase app is installed.",
  "another-app": "The shop has chosen another post-purchase app.",
  wallet: "Paid with a wallet: it cannot be charged again, so there is no post-purchase page.",
  installments: "Paid by instalments: they cannot be charged again, so there is no post-purchase page.",
  "not-vaulted": "The card's gateway asks for the CVV each time: there is no post-purchase page.",
  bank: "Paid through a bank's own page: it cannot be charged again, so there is no post-purchase page.",
  manual: "Paid by hand later: there is no post-purchase page.",
  "gift-card": "Paid with a gift card alone: there is no post-purchase page.",
  "no-billing-agreement": "PayPal without a billing agreement cannot be charged again: there is no post-purchase page.",
  duties: "The order has duties: there is no post-purchase page.",
  "heavy-load": "Shopify is under heavy load and makes orders late: the post-purchase page is skipped.",
  "other-currency": "Paid in another currency than the shop's: there is no post-purchase page.",
  "nothing-shipped": "Nothing in this order is sent: there is no post-purchase page.",
  pickup: "Picked up in the shop: there is no post-purchase page.",
  "total-too-small": "The total is under 0.50: there is no post-purchase page.",
};

/** Shopify's rules for the page, before the app is asked anything. */
export function postPurchaseChance(engine: Engine, checkout: Checkout, means: PaymentMeans): PostPurchaseChance {
  const why = reasonToSkip(engine, checkout, means);
  return why ? { kind: "skipped", why, sentence: SENTENCES[why] } : { kind: "possible" };
}

function reasonToSkip(engine: Engine, checkout: Checkout, means: PaymentMeans): SkipReason | undefined {
  if (!engine.state.installation) return "app-not-installed";
  if (engine.dials.postPurchaseApp === "another") return "another-app";
  if (means.kind === "wallet") return "wallet";
  const skips = means.kind === "method" ? paymentMethod(means.method).skips : undefined;
  if (skips) return skips;
  if (checkout.presentmentCurrency !== engine.shop.currency) return "other-currency";
  const least = LEAST_TOTAL * 10 ** minorDigitsOf(checkout.total.currency);
  if (checkout.total.minor < least) return "total-too-small";
  if (!checkout.shippingMethod) return "nothing-shipped";
  if (checkout.shippingMethod.pickup) return "pickup";
  if (engine.dials.dutiesTo.includes(checkout.country)) return "duties";
  return engine.dials.heavyLoad ? "heavy-load" : undefined;
}
