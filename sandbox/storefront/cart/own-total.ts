import { type Money, minus } from "#app/core/values/money.ts";
import type { PricedLine } from "../../store/state/cart.ts";
import type { AppliedDiscount } from "../../store/state/discount.ts";

/** What a line costs after the discounts of its product; what is off the order as a whole stands apart. */
export function ownTotal(
  { originalTotal, allocations }: Pick<PricedLine, "originalTotal" | "allocations">,
  discounts: readonly AppliedDiscount[],
): Money {
  return allocations
    .filter(({ discount }) => discounts[discount]?.class === "PRODUCT")
    .reduce((total, { amount }) => minus(total, amount), originalTotal);
}
