import fc from "fast-check";
import { expect, test } from "vitest";
import { HOME_PERIODS, spansOf } from "#app/core/attribution/home-period.ts";
import { localTimeAt } from "#app/core/values/shop-time.ts";

const at = (text: string) => Date.parse(text);

test("today begins at the shop's midnight and is compared with yesterday up to the same time", () => {
  const now = at("2026-11-22T15:00:00Z");
  expect(spansOf(1, now, "America/New_York")).toEqual({
    now: { from: at("2026-11-22T05:00:00Z"), until: now },
    before: { from: at("2026-11-21T05:00:00Z"), until: at("2026-11-21T15:00:00Z") },
    days: ["2026-11-22"],
  });
});

test("seven days over the end of summer time are seven days of the shop's calendar", () => {
  const { now, days } = spansOf(7, at("2026-10-27T12:00:00Z"), "Europe/London");
  expect(days).toEqual([
    "2026-10-21",
    "2026-10-22",
    "2026-10-23",
    "2026-10-24",
    "2026-10-25",
    "2026-10-26",
    "2026-10-27",
  ]);
  expect(now.from).toBe(at("2026-10-20T23:00:00Z"));
});

test("in every zone, at every moment: the days before end where these begin or earlier, and each day is named once", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at("2024-01-01"), max: at("2030-01-01") }),
      fc.constantFrom("Europe/London", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Auckland", "Africa/Cairo"),
      fc.constantFrom(...HOME_PERIODS),
      (moment, zone, period) => {
        const { now, before, days } = spansOf(period, moment, zone);
        expect(before.from).toBeLessThan(now.from);
        expect(before.until).toBeLessThanOrEqual(now.from);
        expect(before.until).toBeGreaterThanOrEqual(before.from);
        expect(new Set(days).size).toBe(period);
        expect([localTimeAt(now.from, zone).date, days.at(-1)]).toEqual([days[0], localTimeAt(moment, zone).date]);
      },
    ),
  );
});
