import { expect, test } from "vitest";
import { DECIDING_SURFACES } from "#app/core/extract/extract.ts";
import { extractsOf } from "#app/core/extract/extracts-of.ts";
import type { OfferWords, Rule } from "#app/core/rules/rulebook.ts";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { someCatalog, someProduct, someRule, TEACUP } from "#tests/support/builders.ts";

/** Shopify's limit. Source: shopify.dev/docs/apps/build/metafields/metafield-limits */
const A_METAFIELD = 16_384;

const catalog = someCatalog({ products: [someProduct(), someProduct({ id: TEACUP, title: "Regency Teacup" })] });

/** The longest there are, in so many languages. */
function wordsIn(languages: number): OfferWords {
  const codes = Array.from({ length: languages }, (_, index) => `a${String.fromCharCode(97 + index)}`);
  const of = (letters: number) => Object.fromEntries(codes.map((code) => [code, "🎁".repeat(letters / 2)]));
  return { headline: of(120), reason: of(300) };
}

function worded(words: OfferWords): Rule {
  const rule = someRule({ id: "wordy" as RuleId, surfaces: ["thank-you", "order-status", "checkout"] });
  return { ...rule, path: { offer: { ...rule.path.offer, words } } };
}

function partsOf(words: OfferWords, own?: OfferWords) {
  const short = { ...worded({ headline: {}, reason: {} }), id: "short" as RuleId, priority: 2 };
  const read = validateRulebook({ format: 1, rules: [worded(words), short], ...(own ? { words: own } : {}) });
  if (read.kind === "invalid") throw new Error(JSON.stringify(read.problems));
  const { shop, products } = extractsOf(read.rulebook, 1, catalog, { asksApp: [], automatic: new Set() });
  const parts = [shop, ...products.values()];
  for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(A_METAFIELD);
  return { shop, rules: parts.flatMap(({ rules }) => rules.map(({ id }) => id)), ofTeacup: products.get(TEACUP) };
}

test("the longest words in three languages are read from the shop’s own metafields", () => {
  expect(partsOf(wordsIn(3)).rules).toEqual(["wordy", "short"]);
});

test("words that no metafield holds are left to the app, with their rule alone", () => {
  const { rules, ofTeacup } = partsOf(wordsIn(26));
  expect(rules).toEqual(["short"]);
  expect(ofTeacup?.left).toBe(1);
});

test("a shop’s own words that no metafield holds have the app asked everywhere, and nothing else left out", () => {
  const { shop, rules } = partsOf(wordsIn(1), wordsIn(26));
  expect(shop.words).toBeUndefined();
  expect(shop.asksApp).toEqual(DECIDING_SURFACES);
  expect(rules).toEqual(["wordy", "short"]);
});
