import type { Instant } from "../values/instant.ts";
import { instantOfLocal, localTimeAt, startOfLocalDay } from "../values/shop-time.ts";

/** How many of the shop's days the home screen looks at, today the last of them. */
export const HOME_PERIODS = [1, 7, 30, 90] as const;
export type HomePeriod = (typeof HOME_PERIODS)[number];

/** From its first moment up to, and without, its last. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

export interface ComparedSpans {
  readonly now: Span;
  /** As many days before these, up to the same time of day: half a day is compared with half a day. */
  readonly before: Span;
  /** The days of `now`, "2026-11-27", the oldest first. */
  readonly days: readonly string[];
}

const DAY = 86_400_000;

/** The shop's last `period` days up to `at`, and those that they are compared with. */
export function spansOf(period: HomePeriod, at: Instant, timezone: string): ComparedSpans {
  const today = localTimeAt(at, timezone);
  const days = Array.from({ length: period }, (_, index) => dayBefore(today.date, period - 1 - index));
  const sinceMidnight = at - startOfLocalDay(at, timezone);
  const startOf = (day: string) => instantOfLocal(day, timezone);
  const lastDayBefore = startOf(dayBefore(today.date, period));
  return {
    now: { from: startOf(dayBefore(today.date, period - 1)), until: at },
    before: {
      from: startOf(dayBefore(today.date, 2 * period - 1)),
      // A day of 23 hours has ended before 23 and a half have passed.
      until: Math.min(lastDayBefore + sinceMidnight, startOf(dayBefore(today.date, period - 1))),
    },
    days,
  };
}

function dayBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * DAY).toISOString().slice(0, 10);
}
