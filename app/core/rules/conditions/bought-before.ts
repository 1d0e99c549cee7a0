import type { PastOrder } from "../../facts/customer-history.ts";
import type { ProductId } from "../../values/ids.ts";
import { condition } from "./condition.ts";
import { isEarlier, sinceDays } from "./history.ts";
import { hasValue, type Values, valuesOf } from "./lines.ts";

interface Prepared {
  readonly products: Values<ProductId>;
  readonly withinDays: number | undefined;
}

/** Whether an earlier order of the customer had one of these; with an incomplete history only a yes is known. */
export const boughtBefore = condition({
  kind: "bought-before",
  needs: ["history"],
  prepare: ({ products, withinDays }: { readonly products: readonly ProductId[]; readonly withinDays?: number }) => ({
    products: valuesOf(products),
    withinDays,
  }),
  holds: ({ products, withinDays }: Prepared, facts) => {
    const { history } = facts;
    if (!history) return "unknown";
    const since = sinceDays(withinDays, facts);
    for (const order of history.orders) {
      if (order.at >= since && isEarlier(order, facts) && hasOneOf(order, products)) return "true";
    }
    return history.isComplete ? "false" : "unknown";
  },
});

function hasOneOf(order: PastOrder, products: Values<ProductId>): boolean {
  for (const product of order.products) if (hasValue(products, product)) return true;
  return false;
}
