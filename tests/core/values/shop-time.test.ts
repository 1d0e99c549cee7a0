import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOfLocal, isLocalMoment, isTimezone, localTimeAt, startOfLocalDay } from "#app/core/values/shop-time.ts";

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString();
const wallAt = (instant: number, timezone: string) => {
  const { date, minuteOfDay } = localTimeAt(instant, timezone);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
};

test.each([
  ["2026-11-27T14:30:59.999Z", "Europe/London", "2026-11-27T14:30", "friday"],
  ["2026-06-30T23:00:00Z", "Europe/London", "2026-07-01T00:00", "wednesday"],
  ["2026-12-31T23:59:00Z", "Europe/London", "2026-12-31T23:59", "thursday"],
  ["2026-12-31T23:00:00Z", "Europe/Berlin", "2027-01-01T00:00", "friday"],
  ["2027-01-01T04:59:00Z", "America/New_York", "2026-12-31T23:59", "thursday"],
  ["2026-11-27T18:15:00Z", "Asia/Kathmandu", "2026-11-28T00:00", "saturday"],
  ["2026-11-27T12:00:00Z", "Australia/Lord_Howe", "2026-11-27T23:00", "friday"],
  ["2026-07-01T12:00:00Z", "Australia/Lord_Howe", "2026-07-01T22:30", "wednesday"],
  ["2011-12-30T09:59:00Z", "Pacific/Apia", "2011-12-29T23:59", "thursday"],
  ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31T00:00", "saturday"],
  ["2028-02-29T11:00:00Z", "UTC", "2028-02-29T11:00", "tuesday"],
  ["1969-12-31T23:59:30Z", "UTC", "1969-12-31T23:59", "wednesday"],
])("at %s the wall in %s shows %s, a %s", (instant, timezone, wall, weekday) => {
  expect(wallAt(at(instant), timezone)).toBe(wall);
  expect(localTimeAt(at(instant), timezone).weekday).toBe(weekday);
});

test("a minute's answer is given again, and never to another zone or the next minute", () => {
  const nine = at("2026-11-27T09:00:00Z");
  const london = localTimeAt(nine, "Europe/London");
  expect(localTimeAt(nine + 59_999, "Europe/London")).toBe(london);
  expect(localTimeAt(nine, "Europe/Berlin").minuteOfDay).toBe(600);
  expect(localTimeAt(nine, "Europe/London")).toBe(london);
  expect(localTimeAt(nine + 60_000, "Europe/London").minuteOfDay).toBe(541);
  expect(localTimeAt(nine - 1, "Europe/London").minuteOfDay).toBe(539);
});

test.each([
  ["2026-11-27", "Europe/London", "2026-11-27T00:00:00.000Z"],
  ["2026-11-27T09:00", "America/New_York", "2026-11-27T14:00:00.000Z"],
  ["2026-07-01T00:00", "Europe/London", "2026-06-30T23:00:00.000Z"],
  ["2027-01-01", "Pacific/Auckland", "2026-12-31T11:00:00.000Z"],
  ["2026-11-28", "Asia/Kathmandu", "2026-11-27T18:15:00.000Z"],
  ["2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
])("%s in %s is %s", (local, timezone, instant) => {
  expect(iso(instantOfLocal(local, timezone))).toBe(instant);
});

test.each([
  ["2026-03-29T01:00", "Europe/London", "2026-03-29T01:00:00.000Z", "2026-03-29T02:00"],
  ["2026-03-29T01:59", "Europe/London", "2026-03-29T01:00:00.000Z", "2026-03-29T02:00"],
  ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:00:00.000Z", "2026-03-08T03:00"],
  ["2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z", "2026-10-04T02:30"],
  ["2026-03-08", "America/Havana", "2026-03-08T05:00:00.000Z", "2026-03-08T01:00"],
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z", "2018-11-04T01:00"],
  ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z", "2011-12-31T00:00"],
  ["2011-12-30T17:45", "Pacific/Apia", "2011-12-30T10:00:00.000Z", "2011-12-31T00:00"],
])(
  "%s, which the clocks in %s leave out, is the moment they jump to: %s, when they show %s",
  (local, timezone, instant, wall) => {
    expect(iso(instantOfLocal(local, timezone))).toBe(instant);
    expect(wallAt(at(instant), timezone)).toBe(wall);
  },
);

test.each([
  ["2026-10-25T01:00", "Europe/London", "2026-10-25T00:00:00.000Z", 60],
  ["2026-10-25T01:59", "Europe/London", "2026-10-25T00:59:00.000Z", 60],
  ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z", 60],
  ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z", 30],
  ["2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z", 60],
])(
  "%s, which comes twice in %s, is its first: %s, and shows again %i minutes later",
  (local, timezone, instant, later) => {
    expect(iso(instantOfLocal(local, timezone))).toBe(instant);
    const again = wallAt(at(instant) + later * 60_000, timezone);
    expect(again).toBe(local.length === 10 ? `${local}T00:00` : local);
  },
);

test.each([
  ["2026-11-27T23:59:59Z", "Europe/London", "2026-11-27T00:00:00.000Z"],
  ["2026-03-29T12:00:00Z", "Europe/London", "2026-03-29T00:00:00.000Z"],
  ["2026-10-25T23:30:00Z", "Europe/London", "2026-10-24T23:00:00.000Z"],
  ["2018-11-04T12:00:00Z", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  ["2026-11-01T05:30:00Z", "America/Havana", "2026-11-01T04:00:00.000Z"],
  ["2026-11-28T02:00:00Z", "America/New_York", "2026-11-27T05:00:00.000Z"],
])("the shop's day that %s is in, in %s, began at %s", (instant, timezone, start) => {
  expect(iso(startOfLocalDay(at(instant), timezone))).toBe(start);
});

test("zones are names this machine has rules for, never bare offsets", () => {
  for (const zone of ["Europe/London", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "UTC"])
    expect(isTimezone(zone), zone).toBe(true);
  for (const zone of ["", "Europe/Lonndon", "+02:00", "-05:00", "Mars/Olympus", "Europe/London ", "\u0000"])
    expect(isTimezone(zone), zone).toBe(false);
  expect(() => localTimeAt(0, "Mars/Olympus")).toThrow();
});

test("a day or a minute that no calendar has is refused", () => {
  for (const local of ["2026-11-27", "2026-11-27T00:00", "2026-11-27T23:59", "2028-02-29", "1970-01-01", "9999-12-31"])
    expect(isLocalMoment(local), local).toBe(true);
  for (const local of [
    "2026-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-11-00",
    "2026-11-27T24:00",
    "2026-11-27T09:60",
    "2026-11-27T09:00:00",
    "2026-11-27T09:00Z",
    "2026-11-27 09:00",
    "26-11-27",
    "1969-12-31",
    "tomorrow",
    "",
  ])
    expect(isLocalMoment(local), local).toBe(false);
  expect(() => instantOfLocal("2026-02-29", "UTC")).toThrow();
});

const ZONES = [
  "Europe/London",
  "America/New_York",
  "America/St_Johns",
  "America/Havana",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: at("1971-01-01T00:00:00Z"), max: at("2099-12-31T00:00:00Z") });

test("what the wall shows is when it is: a moment's wall time means that moment, or the first that shows it", () => {
  fc.assert(
    fc.property(instant, zone, (when, timezone) => {
      const minute = when - (when % 60_000);
      const wall = wallAt(minute, timezone);
      const meant = instantOfLocal(wall, timezone);
      expect(wallAt(meant, timezone)).toBe(wall);
      expect(meant).toBeLessThanOrEqual(when);
      expect(when - meant).toBeLessThan(25 * 3_600_000);
    }),
    { numRuns: 3_000 },
  );
});

test("any wall time means a moment that shows it, or, where the clocks leave it out, the first that shows a later one", () => {
  fc.assert(
    fc.property(instant, zone, (when, timezone) => {
      const wall = iso(when).slice(0, 16);
      const meant = instantOfLocal(wall, timezone);
      const shown = wallAt(meant, timezone);
      expect(shown >= wall).toBe(true);
      if (shown !== wall) expect(wallAt(meant - 1, timezone) < wall).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test("a later wall time never means an earlier moment", () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 3_000 }), zone, (when, minutes, timezone) => {
      const early = instantOfLocal(iso(when).slice(0, 16), timezone);
      const late = instantOfLocal(iso(when + minutes * 60_000).slice(0, 16), timezone);
      expect(late).toBeGreaterThanOrEqual(early);
    }),
    { numRuns: 3_000 },
  );
});
