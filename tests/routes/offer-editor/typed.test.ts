import { expect, test } from "vitest";
import { minorShown, minorTyped, numberShown, numberTyped } from "#app/admin/rule-editor/fields/typed.ts";
import type { Currency } from "#app/core/values/currency.ts";

const of = (code: string) => code as Currency;

test("an amount is read as merchants of either custom write it, and never where it could be two", () => {
  expect(minorTyped("12.75", of("GBP"))).toBe(1275);
  expect(minorTyped(" 12,75 ", of("EUR"))).toBe(1275);
  expect(minorTyped("1200", of("JPY"))).toBe(1200);
  expect(minorTyped("1.275", of("KWD"))).toBe(1275);
  for (const unclear of ["1,000", "1.000", "12.755", "12.", "£12", "1 000", "", "twelve", "1e3"]) {
    expect(minorTyped(unclear, of("GBP"))).toBe(unclear);
  }
});

test("a number is read with a point or a comma, and what is none stays as it was typed", () => {
  expect(numberTyped("12,5")).toBe(12.5);
  expect(numberTyped(" 7 ")).toBe(7);
  const nines = "9".repeat(400);
  for (const none of ["", "-", "-0", "1,2,3", "1e9", "１２", "٣", "NaN", "Infinity", "0x1", "1 0", nines, "💐"]) {
    expect(numberTyped(none)).toBe(none);
  }
});

test("what is one to some and a thousand to others is never taken for one", () => {
  for (const unclear of ["1,000", "1.000", "12,500"]) expect(numberTyped(unclear)).toBe(unclear);
});

test("what stands in a rule is shown as it would be typed", () => {
  expect(minorShown(1275, of("GBP"))).toBe("12.75");
  expect(minorShown("1,000", of("GBP"))).toBe("1,000");
  expect(minorShown(undefined, of("GBP"))).toBe("");
  expect(numberShown(12.5)).toBe("12.5");
  expect(numberShown(null)).toBe("");
});
