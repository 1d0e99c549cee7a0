import type { Facts } from "../../facts/facts.ts";
import type { Money } from "../../values/money.ts";
import { condition, type Truth, truthOf } from "./condition.ts";

interface Bounds {
  readonly atLeast?: Money;
  readonly atMost?: Money;
}

/**
 * The value of the lines after discounts, before shipping and tax. Bounds are inclusive, in a currency that
 * the purchase is known in; in any other one it is unknown.
 */
export const orderValue = condition({
  kind: "order-value",
  needs: ["subtotal"],
  holds: ({ atLeast, atMost }: Bounds, facts): Truth => {
    const least = atLeast ? valueIn(atLeast, facts) : undefined;
    const most = atMost ? valueIn(atMost, facts) : undefined;
    if ((atLeast && least === undefined) || (atMost && most === undefined)) return "unknown";
    return truthOf((!atLeast || (least as number) >= atLeast.minor) && (!atMost || (most as number) <= atMost.minor));
  },
});

/** The subtotal in the bound's currency, minor units. */
function valueIn({ currency }: Money, { subtotal, presentmentSubtotal }: Facts): number | undefined {
  if (subtotal.currency === currency) return subtotal.minor;
  return presentmentSubtotal?.currency === currency ? presentmentSubtotal.minor : undefined;
}
