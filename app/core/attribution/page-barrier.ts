import { minorDigitsOf } from "../values/currency.ts";
import { unreachable } from "../values/invariant.ts";
import type { OrderAsRead } from "./attribution.ts";
import type { PageBarrier } from "./order-outcome.ts";

/** Under half a unit of the shop's currency there is no page. */
const LEAST_TOTAL = 0.5;

/**
 * What of the order kept Shopify from opening the post-purchase page, as far as the order tells; undefined where it does
 * not. It counts only where the page was not opened: PayPal, for one, has the page in shops with a billing agreement. An
 * order that is picked up has none either, but says so only to apps that may read how orders are delivered.
 * https://shopify.dev/docs/apps/build/checkout/product-offers
 */
export function pageBarrierOf(order: OrderAsRead): PageBarrier | undefined {
  const { presentmentCurrency, currency, needsShipping, total, isFromOnlineStore } = order;
  if (isFromOnlineStore === false) return "other-channel";
  if (presentmentCurrency !== undefined && presentmentCurrency !== currency) return "second-currency";
  const byPayment = barrierOfPayment(order);
  if (byPayment) return byPayment;
  if (needsShipping === false) return "nothing-to-send";
  return total.minor < LEAST_TOTAL * 10 ** minorDigitsOf(total.currency) ? "too-small" : undefined;
}

function barrierOfPayment({ payment }: OrderAsRead): PageBarrier | undefined {
  switch (payment?.kind) {
    case undefined:
    case "card":
      return undefined;
    case "wallet":
    case "paypal":
      return payment.kind;
    case "installments":
    case "local":
    case "manual":
    case "gift-card":
      return "other-payment";
    default:
      return payment && unreachable(payment.kind);
  }
}
