import type { Engine } from "../engine.ts";
import type { CodeStanding, StoredDiscount } from "../state/discount.ts";
import { statusOf } from "./discount-class.ts";
import type { PurchaseToDiscount } from "./purchase-to-discount.ts";

/** Codes are the same in capitals and small letters. */
export function discountOfCode(engine: Engine, code: string): StoredDiscount | undefined {
  const wanted = code.trim().toLowerCase();
  return engine.state.discounts.find((discount) => discount.code?.toLowerCase() === wanted);
}

/** Why this buyer may not use the discount now, whatever is in the cart; undefined when they may. */
export function whyNotUsable(
  engine: Engine,
  discount: StoredDiscount,
  { customerId }: Pick<PurchaseToDiscount, "customerId">,
): CodeStanding["why"] {
  if (statusOf(discount, engine.now()) !== "ACTIVE") return "not-active";
  if (discount.usageLimit !== undefined && discount.uses.length >= discount.usageLimit) return "used-up";
  if (discount.customerIds && (customerId === undefined || !discount.customerIds.includes(customerId))) {
    return "another-customer";
  }
  const wasUsed = customerId !== undefined && discount.uses.some((use) => use.customerId === customerId);
  return discount.appliesOncePerCustomer && wasUsed ? "used-before" : undefined;
}
