import { expect, test } from "vitest";
import { decimalMarkOf } from "#app/admin/format.tsx";
import { isTwoNumbers, minorShown, minorTyped, numberShown, numberTyped } from "#app/admin/rule-editor/fields/typed.ts";
import type { Currency } from "#app/core/values/currency.ts";
import cases from "./typed.json" with { type: "json" };

const of = (code: string) => code as Currency;

test.each(cases.amounts)(
  "$typed in $currency is $minor to who reads $locale, and stands there as $shown",
  ({ locale, currency, typed, minor, shown }) => {
    const mark = decimalMarkOf(locale);
    expect(minorTyped(typed, of(currency), mark)).toBe(minor);
    expect(minorShown(minor, of(currency), mark)).toBe(shown);
    expect(minorTyped(shown, of(currency), mark)).toBe(minor);
  },
);

test.each(cases.amountsRefused)(
  "“$typed” in $currency is no amount to who reads $locale, and stays as it was typed",
  ({ locale, currency, typed, isTwoNumbers: isTwo }) => {
    const mark = decimalMarkOf(locale);
    expect(minorTyped(typed, of(currency), mark)).toBe(typed);
    expect(minorShown(typed, of(currency), mark)).toBe(typed);
    expect(isTwoNumbers(typed)).toBe(isTwo);
  },
);

test.each(cases.numbers)("$typed is $number to who reads $locale, and stands there as $shown", (one) => {
  const mark = decimalMarkOf(one.locale);
  expect(numberTyped(one.typed)).toBe(one.number);
  expect(numberShown(one.number, mark)).toBe(one.shown);
  expect(numberTyped(one.shown)).toBe(one.number);
});

test.each([...cases.numbersRefused, "9".repeat(400)])("“%s” is no number, and stays as it was typed", (none) => {
  expect(numberTyped(none)).toBe(none);
});

test("where nothing stands in a rule, a field is empty", () => {
  expect(minorShown(undefined, of("GBP"), ".")).toBe("");
  expect(numberShown(null, ",")).toBe("");
});
