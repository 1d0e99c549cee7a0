/** Moments of the shop's clock, a day or a minute: from the first, included, until the other, excluded; an absent end is open. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
}

/** Whether the second lasts for as long as the first does. */
export function isWithinPeriod(inner: Period, outer: Period): boolean {
  const begins = outer.from === undefined || (inner.from !== undefined && isNotAfter(outer.from, inner.from));
  const ends = outer.until === undefined || (inner.until !== undefined && isNotAfter(inner.until, outer.until));
  return begins && ends;
}

/** As texts, moments stand in the order of time. */
const isNotAfter = (first: string, second: string) => firstMinute(first) <= firstMinute(second);

/** "2026-11-27" → "2026-11-27T00:00" */
export const firstMinute = (moment: string) => (moment.length === 10 ? `${moment}T00:00` : moment);
