import type { Instant } from "./instant.ts";
import { invariant } from "./invariant.ts";
import { remembered } from "./remembered.ts";

export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What a clock and a calendar on the shop's wall show. */
export interface LocalTime {
  /** "2026-11-27" */
  readonly date: string;
  readonly weekday: Weekday;
  /** 0 to 1,439: the wall's, so that an hour the clocks repeat comes twice and one they skip never. */
  readonly minuteOfDay: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** An IANA name that this machine has rules for, "Europe/London"; bare offsets ("+02:00") are not: they know no summer. */
export function isTimezone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    formatterOf(text);
    return true;
  } catch {
    return false;
  }
}

/** A day or a minute of a real calendar: "2026-11-27" or "2026-11-27T09:00", years 1970 to 9999. */
export function isLocalMoment(text: string): boolean {
  return wallOf(text) !== undefined;
}

/**
 * What the wall shows at that moment. The answer for a minute is made once and given again, so that asking costs nothing
 * while the minute lasts. Throws for a zone that `isTimezone` refuses: a bug.
 */
export function localTimeAt(at: Instant, timezone: string): LocalTime {
  const zone = zoneOf(timezone);
  if (zone.last && at >= zone.from && at < zone.from + MINUTE) return zone.last;
  const wall = at + offsetAt(at, zone);
  const into = remainder(wall, DAY);
  const midnight = new Date(wall - into);
  zone.from = at - remainder(wall, MINUTE);
  zone.last = {
    date: midnight.toISOString().slice(0, 10),
    weekday: WEEKDAYS[midnight.getUTCDay()] as Weekday,
    minuteOfDay: Math.floor(into / MINUTE),
  };
  return zone.last;
}

/**
 * When the wall shows this: the first of two moments where the clocks go back over it, and the moment they jump to where
 * they leave it out. A day alone is its first minute. Throws for what `isLocalMoment` or `isTimezone` refuse: a bug.
 */
export function instantOfLocal(local: string, timezone: string): Instant {
  const wall = wallOf(local);
  invariant(wall !== undefined, `no local moment: ${local}`);
  const zone = zoneOf(timezone);
  // No zone is a day away from UTC, and none changes its clocks twice in two days.
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const first = wall - Math.max(before, after);
  if (first + offsetAt(first, zone) === wall) return first;
  const second = wall - Math.min(before, after);
  if (second + offsetAt(second, zone) === wall) return second;
  return changeBetween(first, second, zone);
}

/** The first moment of the shop's day that `at` is in: midnight, or what the clocks jump to where there is none. */
export function startOfLocalDay(at: Instant, timezone: string): Instant {
  return instantOfLocal(localTimeAt(at, timezone).date, timezone);
}

/** The first moment after `early`, up to `late`, at which the zone's offset is no longer that of `early`. */
function changeBetween(early: Instant, late: Instant, zone: Zone): Instant {
  const offset = offsetAt(early, zone);
  let [still, changed] = [early, late];
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2);
    if (offsetAt(middle, zone) === offset) still = middle;
    else changed = middle;
  }
  return changed;
}

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** The minute that `last` was made for begins here. */
  from: Instant;
  last?: LocalTime;
}

/** Making a formatter costs some 50 µs and asking it 2 µs; there are at most some hundred zones. */
const zones = new Map<string, Zone>();

function zoneOf(timezone: string): Zone {
  return remembered(zones, timezone, (timeZone): Zone => ({ formatter: formatterOf(timeZone), from: 0 }));
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

/** How far the wall is ahead of UTC, in milliseconds. */
function offsetAt(at: Instant, { formatter }: Zone): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(at)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - (at - remainder(at, 1_000));
}

/** The moment at which UTC shows this, or undefined when the calendar never does. */
function wallOf(local: string): number | undefined {
  if (!/^(?:19[7-9]|[2-9]\d\d)\d-\d\d-\d\d(?:T\d\d:\d\d)?$/.test(local)) return undefined;
  const wall = Date.parse(local.length === 10 ? local : `${local}Z`);
  return !Number.isNaN(wall) && new Date(wall).toISOString().startsWith(local) ? wall : undefined;
}

const remainder = (value: number, by: number) => ((value % by) + by) % by;
