import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import type { OfferName } from "#app/core/extract/surface-offer.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { type CustomerFacts, loadCustomerFacts } from "#app/stores/customer-facts.ts";
import type { Tenant } from "#app/stores/database.ts";
import type { PurchaseOnSurface } from "./decide-on-surface.ts";

/** What the database knows that the offer of one rule may turn on: the customer, its limits, and what the purchase and its cart answered. */
export function knownOnSurface(
  tenant: Tenant,
  { facts, cart }: PurchaseOnSurface,
  { rule }: OfferName,
  { catalog: { shop } }: CompiledRulebook,
  now: Instant,
): Promise<CustomerFacts> {
  return loadCustomerFacts(tenant, {
    ...(facts.customer ? { customer: facts.customer } : {}),
    rules: [rule as RuleId],
    answersOf: [facts.reference, ...(cart ? [cart] : [])],
    at: now,
    timezone: shop.timezone,
    currency: shop.currency,
  });
}
