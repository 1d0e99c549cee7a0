import { expect, test } from "vitest";
import { POST_PURCHASE_LANGUAGES } from "#app/contracts/post-purchase-languages.ts";
import { wordsFor } from "#app/core/values/language.ts";

const both = { en: "Complete your tea table", de: "Für die gedeckte Teetafel" };
const english = { en: "Complete your tea table" };

test.each([
  ["en-GB", both, both.en],
  ["de-CH", both, both.de],
  ["de", english, undefined],
  ["it-IT", both, both.en],
  ["ja", both, undefined],
  ["it-IT", { de: both.de }, undefined],
  ["it-IT", { ...both, it: "Per la tavola" }, "Per la tavola"],
  ["DE_at", both, both.de],
  ["", both, both.en],
])("a shopper of locale %j reads, of what the merchant wrote in %j, %j", (locale, words, read) => {
  expect(wordsFor(words, locale, POST_PURCHASE_LANGUAGES)).toBe(read);
});
