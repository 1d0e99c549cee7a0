import { expect, test } from "vitest";
import german from "#app/locales/de.json" with { type: "json" };
import french from "#app/locales/fr.json" with { type: "json" };

const where = (texts: Readonly<Record<string, string>>, wrong: RegExp) =>
  Object.entries(texts).flatMap(([name, text]) => (wrong.test(text) ? [`${name}: ${text}`] : []));

test("no French line begins with the mark that ends a phrase: the space before it does not break", () => {
  expect(where(french, /\S [:;?!%»]|« /)).toEqual([]);
});

test("no German number is parted from its percent sign", () => {
  expect(where(german, /[\d}] %/)).toEqual([]);
});

test("quotation marks and apostrophes are those of the language", () => {
  expect(where(french, /\p{L}'\p{L}|[“”]/u)).toEqual([]);
  expect(where(german, /\p{L}'\p{L}|”/u)).toEqual([]);
});

test("in French a price is reduced by a “réduction”, as in Shopify, and nothing else", () => {
  expect(where(french, /\bremises?\b(?! en )/i)).toEqual([]);
});

test("what a share of shoppers has first is tried in one word of each language", () => {
  expect(where(french, /\btestée?s?\b/)).toEqual([]);
  expect(where(german, /getestet/)).toEqual([]);
});
