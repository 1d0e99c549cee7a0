import type { DiscountClass, StoredDiscount } from "../state/discount.ts";

/** What a discount comes off: decides which others it may stand beside. */
export function classOf({ what }: Pick<StoredDiscount, "what">): DiscountClass {
  if (what.kind === "free-shipping") return "SHIPPING";
  return what.kind === "basic" && what.items.kind === "all" ? "ORDER" : "PRODUCT";
}

/** Both must allow the other's class. https://help.shopify.com/manual/discounts/discount-combinations */
export function canCombine(one: StoredDiscount, other: StoredDiscount): boolean {
  return allows(one, classOf(other)) && allows(other, classOf(one));
}

function allows({ combinesWith }: StoredDiscount, theirs: DiscountClass): boolean {
  if (theirs === "PRODUCT") return combinesWith.productDiscounts;
  return theirs === "ORDER" ? combinesWith.orderDiscounts : combinesWith.shippingDiscounts;
}

/** "Active" as the Admin API's status says. */
export function statusOf(discount: StoredDiscount, now: number): "ACTIVE" | "EXPIRED" | "SCHEDULED" {
  if (discount.endsAt !== undefined && discount.endsAt <= now) return "EXPIRED";
  return discount.startsAt > now ? "SCHEDULED" : "ACTIVE";
}
