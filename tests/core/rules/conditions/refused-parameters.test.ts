import { expect, test } from "vitest";
import { clause } from "#app/core/rules/read-clause.ts";
import { Reading } from "#app/core/rules/reading.ts";
import { said } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";

/** What stands wrong in it, each as "place: sentence". */
function problemsOf(spec: unknown): string[] {
  const reading = new Reading(spec);
  clause.read(reading);
  return reading.problems.map(({ path, ...told }) => `${path}: ${said(told, sayInEnglish)}`);
}

const A_MOMENT = "A moment is a day of the calendar, 2026-11-27, or a minute of one, 2026-11-27T09:00.";
const TOO_SOON = "until: It would end before it begins: the end must be later.";
const A_CLOCK = "A time of day is written as 09:00, from 00:00 to 23:59.";
const A_SHARE = "percent: A share is a percentage from 0.01 to 100, with at most two decimals.";
const SOME_DAYS = "withinDays: A number of days is a whole number, 1 or more.";

test.each([
  ["a day that no February has", { kind: "date", from: "2026-02-29" }, [`from: ${A_MOMENT}`]],
  ["a minute that no day has", { kind: "date", until: "2026-11-27T24:00" }, [`until: ${A_MOMENT}`]],
  ["a moment with a zone of its own", { kind: "date", from: "2026-11-27T09:00Z" }, [`from: ${A_MOMENT}`]],
  ["dates without a date", { kind: "date" }, [": Say from when, until when, or both."]],
  ["an end before the beginning", { kind: "date", from: "2026-11-27", until: "2026-11-26" }, [TOO_SOON]],
  ["an end at the beginning", { kind: "date", from: "2026-11-27", until: "2026-11-27T00:00" }, [TOO_SOON]],
  ["a time that no day has", { kind: "hour", from: "24:00", until: "9:00" }, [`from: ${A_CLOCK}`, `until: ${A_CLOCK}`]],
  [
    "times of day that end as they begin",
    { kind: "hour", from: "09:00", until: "09:00" },
    ["until: It would end as it begins: choose two times."],
  ],
  ["no weekday at all", { kind: "weekday", weekdays: [] }, ["weekdays: Choose at least one weekday."]],
  ["a share of nobody", { kind: "random-share", percent: 0, seed: "a" }, [A_SHARE]],
  ["a share of more than everyone", { kind: "random-share", percent: 100.01, seed: "a" }, [A_SHARE]],
  ["a share finer than a hundredth of a percent", { kind: "random-share", percent: 1.005, seed: "a" }, [A_SHARE]],
  [
    "a share without a seed",
    { kind: "random-share", percent: 10, seed: " " },
    ["seed: Give the share a seed: any text; shares of one seed hold the same customers."],
  ],
  ["no tag at all", { kind: "customer-tag", of: "any", tags: [] }, ["tags: Choose at least one tag."]],
  [
    "tags of which nobody says how many",
    { kind: "customer-tag", of: "some", tags: ["vip"] },
    ["of: Say how many of the tags: any, all or none."],
  ],
  [
    "bounds the wrong way round",
    { kind: "order-count", atLeast: 3, atMost: 2 },
    ["atMost: Nothing is at least the first and at most the second: the second must not be lower."],
  ],
  [
    "amounts in two currencies",
    {
      kind: "lifetime-spend",
      atLeast: { minor: 100, currency: "GBP" },
      atMost: { minor: 200, currency: "EUR" },
    },
    ["atMost.currency: Both bounds must be in one currency."],
  ],
  ["no bound at all", { kind: "days-since-last-order" }, [": Say at least how much, at most how much, or both."]],
  ["no days to look back over", { kind: "bought-before", products: ["1001"], withinDays: 0 }, [SOME_DAYS]],
  ["half a day to look back over", { kind: "answered-offer", answer: "accepted", withinDays: 0.5 }, [SOME_DAYS]],
  [
    "a UTM parameter that is none",
    { kind: "utm", parameter: "id", values: ["spring"] },
    ["parameter: Say which parameter: source, medium, campaign, term or content."],
  ],
  [
    "an empty text to look for",
    { kind: "landing-page", how: "contains", texts: [""] },
    ["texts[0]: Write the text to look for."],
  ],
])("a condition with %s is refused", (_what, spec, problems) => {
  expect(problemsOf(spec)).toEqual(problems);
});

test.each([
  { kind: "date", from: "2028-02-29", until: "2028-02-29T00:01" },
  { kind: "date", until: "2026-11-27" },
  { kind: "hour", from: "22:00", until: "02:00" },
  { kind: "random-share", percent: 0.07, seed: "a" },
  { kind: "order-count", atLeast: 2, atMost: 2 },
  { kind: "answered-offer", answer: "declined", rules: ["teacups-to-cakestand"], withinDays: 90 },
])("a condition may be written as %j", (spec) => {
  expect(problemsOf(spec)).toEqual([]);
});
