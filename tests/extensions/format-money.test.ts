import { afterEach, describe, expect, test, vi } from "vitest";
import { minorOf, moneyFormat } from "#extensions/shared/format-money.ts";

afterEach(() => vi.unstubAllGlobals());

describe("where the page's worker has Intl", () => {
  test.each([
    ["en", 1084, "GBP", "£10.84"],
    ["en-GB", 123_456_789, "GBP", "£1,234,567.89"],
    ["de", 123_456, "EUR", "1.234,56\u00a0€"],
    ["de_CH", 1084, "EUR", "EUR\u00a010.84"],
    ["en", 1200, "JPY", "¥1,200"],
    ["en", 5_000, "KWD", "KWD\u00a05.000"],
  ])("%s writes %i of %s as %s", (locale, minor, currency, written) => {
    expect(moneyFormat(locale)(minor, currency)).toBe(written);
  });
});

describe("where it has none", () => {
  test.each([
    ["en", 1084, "GBP", "10.84 GBP"],
    ["en", 123_456_789, "GBP", "1,234,567.89 GBP"],
    ["de-AT", 123_456, "EUR", "1.234,56 EUR"],
    ["en", 120_000, "JPY", "120,000 JPY"],
    ["en", 5_005, "KWD", "5.005 KWD"],
    ["en", 0, "GBP", "0.00 GBP"],
  ])("%s writes %i of %s as %s", (locale, minor, currency, written) => {
    vi.stubGlobal("Intl", undefined);
    expect(moneyFormat(locale)(minor, currency)).toBe(written);
  });

  test("a locale that Intl refuses is no accident either", () => {
    expect(moneyFormat("not a locale")(1084, "GBP")).toBe("10.84 GBP");
  });
});

test.each([
  ["10.84", "GBP", 1084],
  ["0.29", "GBP", 29],
  ["1020", "JPY", 1020],
  ["5.1", "KWD", 5100],
  ["19.99", "EUR", 1999],
])("reads Shopify's %s %s as %i of the smallest unit", (amount, currency, minor) => {
  expect(minorOf(amount, currency)).toBe(minor);
});
