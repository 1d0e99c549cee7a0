import type { ProductId, PurchaseReference, RuleId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** What we know of a customer, from our copy of the shop's orders and our own records. */
export interface CustomerHistory {
  /** Whether `orders` holds every order there ever was; if not, earlier ones may be missing and only more can be said. */
  readonly isComplete: boolean;
  /** The customer's tags in Shopify; absent until they were read. */
  readonly tags?: readonly string[];
  /** Paid and neither cancelled nor wholly refunded, the latest first. */
  readonly orders: readonly PastOrder[];
  /** Complete by nature: only we make offers. The latest first. */
  readonly answers: readonly PastAnswer[];
}

export interface PastOrder {
  readonly reference: PurchaseReference;
  readonly at: Instant;
  /** After discounts, before shipping and tax, in the shop's currency. */
  readonly subtotal: Money;
  readonly products: readonly ProductId[];
}

export interface PastAnswer {
  readonly reference: PurchaseReference;
  readonly rule: RuleId;
  readonly answer: "accepted" | "declined";
  readonly at: Instant;
}
