import type { CustomerHistory } from "../../facts/customer-history.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Currency } from "../../values/currency.ts";
import type { Money } from "../../values/money.ts";
import { type Bounds, truthWithin } from "./bounds.ts";
import { condition } from "./condition.ts";
import { isEarlier } from "./history.ts";

interface Prepared {
  readonly currency: Currency | undefined;
  readonly bounds: Bounds;
}

/**
 * What the customer's earlier orders come to, after discounts, before shipping and tax. What was spent in another currency
 * than the bounds' cannot be added: it counts like orders we have not seen.
 */
export const lifetimeSpend = condition({
  kind: "lifetime-spend",
  needs: ["history"],
  prepare: ({ atLeast, atMost }: Bounds<Money>): Prepared => ({
    currency: (atLeast ?? atMost)?.currency,
    bounds: { ...(atLeast && { atLeast: atLeast.minor }), ...(atMost && { atMost: atMost.minor }) },
  }),
  holds: ({ currency, bounds }: Prepared, facts) => {
    const { history } = facts;
    if (!history) return "unknown";
    const isAll = history.isComplete && isAllIn(currency, history, facts);
    return truthWithin(spentIn(currency, history, facts), isAll, bounds);
  },
});

/** Minor units of that currency. */
export function spentIn(currency: Currency | undefined, { orders }: CustomerHistory, facts: Facts): number {
  let spent = 0;
  for (const order of orders) {
    if (order.subtotal.currency === currency && isEarlier(order, facts)) spent += order.subtotal.minor;
  }
  return spent;
}

export function isAllIn(currency: Currency | undefined, { orders }: CustomerHistory, facts: Facts): boolean {
  for (const order of orders) if (order.subtotal.currency !== currency && isEarlier(order, facts)) return false;
  return true;
}
