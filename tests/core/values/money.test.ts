import fc from "fast-check";
import { expect, test } from "vitest";
import type { Currency } from "#app/core/values/currency.ts";
import { decimalOf, minus, money, moneyFromDecimal, percentOf, plus, times } from "#app/core/values/money.ts";

const GBP = "GBP" as Currency;
const JPY = "JPY" as Currency;
const KWD = "KWD" as Currency;

test.each([
  ["12.75", GBP, 1275],
  ["12.7", GBP, 1270],
  ["12.750", GBP, 1275],
  ["0", GBP, 0],
  ["-3.10", GBP, -310],
  ["1200", JPY, 1200],
  ["1200.00", JPY, 1200],
  ["1.234", KWD, 1234],
])("reads %s in %s as %i of its smallest unit", (text, currency, minor) => {
  expect(moneyFromDecimal(text, currency)).toEqual({ minor, currency });
});

test.each([["12.755"], ["1e3"], ["12,75"], [""], [" "], ["£12"], ["NaN"], ["99999999999999999"]])(
  "a price written as %j is no price",
  (text) => {
    expect(moneyFromDecimal(text, GBP)).toBeUndefined();
  },
);

test("an amount written out and read again is the same amount, in currencies of 0, 2 and 3 decimals", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(GBP, JPY, KWD), (minor, currency) => {
      expect(moneyFromDecimal(decimalOf({ minor, currency }), currency)).toEqual({ minor, currency });
    }),
  );
});

test.each([
  [1275, 15, 191],
  [1000, 12.5, 125],
  [1, 50, 1],
  [-1, 50, -1],
  [333, 33.33, 111],
  [999, 0, 0],
  [999, 100, 999],
])("of %i pence, %d %% is %i: half a penny goes away from zero", (minor, percent, part) => {
  expect(percentOf(money(minor, GBP), percent)).toEqual(money(part, GBP));
});

test("what a discount takes and what it leaves add up to the price", () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 0, max: 10_000 }), (minor, hundredths) => {
      const price = money(minor, GBP);
      const taken = percentOf(price, hundredths / 100);
      expect(plus(taken, minus(price, taken))).toEqual(price);
      expect(taken.minor).toBeLessThanOrEqual(minor);
    }),
  );
});

test("pounds and yen have no sum, and half a piece no price", () => {
  expect(() => plus(money(1, GBP), money(1, JPY))).toThrow("GBP with JPY");
  expect(() => times(money(1, GBP), 0.5)).toThrow("whole number");
  expect(() => money(0.1, GBP)).toThrow("no safe integer: 0.1");
});
