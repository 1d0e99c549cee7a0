import type { Instant } from "#app/core/values/instant.ts";
import { decimalOf, type Money } from "#app/core/values/money.ts";

/** customers/purchasing_summary: what customers/update told of a customer's orders until 2025-01. */
export function purchasingSummaryPayload(history: {
  readonly customerId: number;
  readonly lastOrderId: number;
  readonly orders: number;
  readonly spent: Money;
  readonly at: Instant;
}): Readonly<Record<string, unknown>> {
  return {
    customerId: `gid://shopify/Customer/${history.customerId}`,
    lastOrderId: `gid://shopify/Order/${history.lastOrderId}`,
    numberOfOrders: history.orders,
    amountSpent: { amount: decimalOf(history.spent), currencyCode: history.spent.currency },
    occurredAt: new Date(history.at).toISOString(),
  };
}
