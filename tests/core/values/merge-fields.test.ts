import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldsIn, MERGE_FIELDS, mergedWords, unknownFieldsIn } from "#app/core/values/merge-fields.ts";
import { pounds } from "#tests/support/builders.ts";

const { strings: NAUGHTY }: { readonly strings: readonly string[] } = JSON.parse(
  readFileSync(new URL("../../support/naughty-strings.json", import.meta.url), "utf8"),
);
const cakestand = { product: "Regency Cakestand", bought: "Regency Teacup", was: pounds(12.75), now: pounds(10.84) };
const written = ({ minor }: { readonly minor: number }) => `£${(minor / 100).toFixed(2)}`;
const merged = (words: string | undefined, more: object = {}) => mergedWords(words, { ...cakestand, ...more }, written);

test("the shopper reads the product, what they bought, the price, what it was and what they save", () => {
  expect(merged("{product} for your {bought}: {price}, not {was}. You save {saving}.")).toBe(
    "Regency Cakestand for your Regency Teacup: £10.84, not £12.75. You save £1.91.",
  );
  expect(merged("{price} {price}{price}")).toBe("£10.84 £10.84£10.84");
});

test("words with a gap that nothing can fill are not said at all", () => {
  const asItIs = { now: pounds(12.75) };
  expect(merged("Save {saving}", asItIs)).toBe(undefined);
  expect(merged("Not {was}", asItIs)).toBe(undefined);
  expect(merged("Only {price}", asItIs)).toBe("Only £12.75");
  expect(merged("For your {bought}", { bought: undefined })).toBe(undefined);
  expect(merged(undefined)).toBe(undefined);
});

test("what is no field is said byte for byte, whatever stands in it", () => {
  for (const words of [...NAUGHTY, "{", "}", "{}", "{ price }", "{{", "{1}", "{a b}", "$& $1 {0} %s", "{prices}"]) {
    expect(merged(words)).toBe(words);
  }
});

test("a title is said as it is, even one that looks like a field or a pattern", () => {
  for (const product of [...NAUGHTY, "{price}", "{bought} $& $1 $`", "{product}"]) {
    expect(merged("Take {product} now", { product })).toBe(`Take ${product} now`);
    expect(merged("{bought}: {product}", { product: "{saving}", bought: product })).toBe(`${product}: {saving}`);
  }
});

test("words around a field are kept, and nothing is filled that was not named", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      fc.pre(fieldsIn(before + after).length === 0 && fieldsIn(`${before}{price}${after}`).length === 1);
      expect(merged(`${before}{price}${after}`)).toBe(`${before}£10.84${after}`);
    }),
  );
});

test("a name in braces that is no field is named, and what merely stands in braces is not", () => {
  expect(unknownFieldsIn("{prodct} {price} {Price} {constructor}")).toEqual(["{prodct}", "{Price}", "{constructor}"]);
  expect(unknownFieldsIn(MERGE_FIELDS.map((field) => `{${field}}`).join(" "))).toEqual([]);
  for (const words of NAUGHTY) expect(unknownFieldsIn(words)).toEqual([]);
});
