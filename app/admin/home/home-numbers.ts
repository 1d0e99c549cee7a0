import { ORDER_OUTCOMES, type OrderOutcome, SAW_AN_OFFER } from "#app/core/attribution/order-outcome.ts";
import type { PeriodNumbers } from "#app/stores/read-models/home-screen.ts";

/** Of fewer orders no share is compared with another: it would tell of chance. */
export const FEWEST_TO_COMPARE = 30;

/** A share that says of what it is one. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface OrderCounts {
  /** Orders that said yes, of those that saw an offer. */
  readonly accepted: Share;
  /** Orders that saw an offer, of all. */
  readonly saw: Share;
  /** Why the others did not, the most frequent first. */
  readonly reasons: readonly { readonly outcome: OrderOutcome; readonly orders: number }[];
}

/** An order that an offer itself brought is none that could have seen or missed one: it is in no share. */
export function countsOf({ orders }: Pick<PeriodNumbers, "orders">): OrderCounts {
  const count = (outcome: OrderOutcome) => orders[outcome] ?? 0;
  const total = (outcomes: readonly OrderOutcome[]) => outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
  const saw = total(SAW_AN_OFFER);
  const missed = ORDER_OUTCOMES.filter((outcome) => !SAW_AN_OFFER.includes(outcome) && outcome !== "from-offer");
  return {
    accepted: { part: count("accepted"), of: saw },
    saw: { part: saw, of: saw + total(missed) },
    reasons: missed
      .map((outcome) => ({ outcome, orders: count(outcome) }))
      .filter(({ orders }) => orders > 0)
      .sort((left, right) => right.orders - left.orders),
  };
}

/** 11.2 from 38 of 339, to one decimal; 0 of nothing. */
export function percentOf({ part, of }: Share): number {
  return of === 0 ? 0 : Math.round((part / of) * 1_000) / 10;
}

/** Both are of enough orders to be compared. */
export function areComparable(...shares: readonly Share[]): boolean {
  return shares.every(({ of }) => of >= FEWEST_TO_COMPARE);
}

/** Which way it went, as both numbers are written. */
export function trendOf(now: number, before: number): "up" | "down" | "same" {
  return now === before ? "same" : now > before ? "up" : "down";
}
