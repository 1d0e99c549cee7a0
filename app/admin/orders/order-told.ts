import type { Acceptance } from "#app/core/acceptance/acceptance.ts";
import type { EarningEntry, OrderAsRead } from "#app/core/attribution/attribution.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";

/** Everything we know about one order. */
export interface OrderTold {
  readonly shop: { readonly currency: Currency; readonly timezone: string };
  readonly order: OrderAsRead;
  /** All that was decided for the purchase, the one that stood at the end. */
  readonly decisions: readonly DecisionTold[];
  readonly events: readonly EventTold[];
  readonly acceptances: readonly Acceptance[];
  readonly earnings: readonly EarningEntry[];
  /** The titles of the products that rules and guards speak of. */
  readonly products: readonly { readonly id: ProductId; readonly title: string }[];
}

export interface DecisionTold {
  readonly step: number;
  readonly at: Instant;
  readonly rulebookVersion: number;
  readonly facts: Facts;
  readonly decision: Decision;
}

export interface EventTold {
  readonly step: number;
  readonly kind: "impression" | "decline" | "applied" | "unavailable";
  readonly at: Instant;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** A product's title as this order knows it: from our copy, else from the purchase itself. */
export function titlesIn({ products, decisions }: OrderTold): (id: ProductId) => string {
  const titles = new Map<ProductId, string>();
  for (const { facts } of decisions) {
    for (const { product, productTitle } of facts.lines) titles.set(product, productTitle);
  }
  for (const { id, title } of products) titles.set(id, title);
  return (id) => titles.get(id) ?? `product ${id}`;
}
