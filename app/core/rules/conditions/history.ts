import type { CustomerHistory, PastAnswer, PastOrder } from "../../facts/customer-history.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Instant } from "../../values/instant.ts";

export const DAY = 86_400_000;

/** The purchase itself is no history: it may be in our copy of the orders by the time it is decided about. */
export function isEarlier(past: PastOrder | PastAnswer, { reference }: Facts): boolean {
  return past.reference !== reference;
}

export function countEarlier({ orders }: CustomerHistory, facts: Facts): number {
  let count = 0;
  for (const order of orders) if (isEarlier(order, facts)) count++;
  return count;
}

/** Missing orders are older than those seen: the last one seen is the last. */
export function lastEarlier({ orders }: CustomerHistory, facts: Facts): PastOrder | undefined {
  for (const order of orders) if (isEarlier(order, facts)) return order;
  return undefined;
}

/** Days of 24 hours back from the moment of the purchase; the beginning of it is included. Absent: ever. */
export function sinceDays(days: number | undefined, { at }: Facts): Instant {
  return days === undefined ? -Infinity : at - days * DAY;
}
