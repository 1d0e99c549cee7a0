import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { DECIDING_SURFACES } from "#app/core/extract/extract.ts";
import { extractsOf } from "#app/core/extract/extracts-of.ts";
import type { OfferWords, Rulebook } from "#app/core/rules/rulebook.ts";
import { settingsOf, withSettings } from "#app/core/rules/rulebook-settings.ts";
import { validateSettings } from "#app/core/rules/validate-rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import { arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";
import { CAKESTAND, NOON, someCatalog, someFacts, someProduct, someRule, TEACUP } from "#tests/support/builders.ts";
import { inEnglish } from "#tests/support/in-english.ts";

const picture = { url: "https://cdn.example/cakestand.png", description: "A cake stand" };
const catalog = someCatalog({ products: [someProduct({ image: picture })] });
const bookOf = (settings: Partial<Rulebook>, words: OfferWords = { headline: {}, reason: {} }): Rulebook => {
  const rule = someRule();
  return { format: 1, ...settings, rules: [{ ...rule, path: { offer: { ...rule.path.offer, words } } }] };
};
const offerOf = (rulebook: Rulebook, facts = someFacts()) => {
  const decision = decide(facts, compile(rulebook, 1, catalog));
  return decision.kind === "show" ? decision.offer : undefined;
};

describe("the shop's own words", () => {
  const shops = { headline: { en: "Goes well with it", de: "Passt dazu" }, reason: { de: "Weil es passt" } };

  test("are said where a rule has none, and a rule's own win language by language", () => {
    const own = { headline: { en: "Tea for two?" }, reason: {} };
    expect(offerOf(bookOf({ words: shops }, own))?.words).toEqual({
      headline: { en: "Tea for two?", de: "Passt dazu" },
      reason: { de: "Weil es passt" },
    });
    expect(offerOf(bookOf({}, own))?.words).toEqual(own);
  });

  test("are told to pages that decide by themselves while they are short, and else the app is asked there", () => {
    const how = { asksApp: [], automatic: new Set<never>() };
    expect(extractsOf(bookOf({ words: shops }), 1, catalog, how).shop).toMatchObject({ words: shops, asksApp: [] });
    const long = {
      headline: {},
      reason: Object.fromEntries([..."abcdefghij"].map((letter) => [`${letter}x`, "ü".repeat(300)])),
    };
    const { shop } = extractsOf(bookOf({ words: long }), 1, catalog, how);
    expect(shop.words).toBeUndefined();
    expect(shop.asksApp).toEqual(DECIDING_SURFACES);
  });

  test("are held to the merge fields that there are, as a rule's are", () => {
    const read = validateSettings({ words: { headline: { en: "Save {savings}" }, reason: {} } });
    expect(read.kind === "invalid" && inEnglish(read.problems)).toEqual([
      {
        path: "words.headline.en",
        sentence: "“{savings}” is no merge field. There are {product}, {bought}, {price}, {was}, {saving}.",
      },
    ]);
  });
});

describe("what was bought before", () => {
  const bought = someFacts({
    history: { orders: [{ at: NOON - 86_400_000, products: [CAKESTAND, TEACUP as ProductId] }], answers: [] } as never,
  });

  test("is never offered, unless the shop says so for every rule", () => {
    expect(offerOf(bookOf({}), bought)).toBeUndefined();
    expect(offerOf(bookOf({ guards: { offerAgainWhatWasBought: true } }), bought)).toBeDefined();
  });
});

test("without pictures an offer is shown with none", () => {
  expect(offerOf(bookOf({}))?.products[0]?.image).toEqual(picture);
  expect(JSON.stringify(offerOf(bookOf({ look: { pictures: "hidden" } })))).not.toContain("cdn.example");
});

test("what an offer must leave to the shop is told to no browser", () => {
  const guards = { marginFloorPercent: 37, priceCapPercent: 50, offerAgainWhatWasBought: true } as const;
  const { shop } = extractsOf(bookOf({ guards }), 1, catalog, { asksApp: [], automatic: new Set() });
  expect(shop.guards).toEqual({ priceCapPercent: 50, offerAgainWhatWasBought: true });
});

test("settings come and go without a rule being touched, and empty ones are none", () => {
  fc.assert(
    fc.property(arbitraryRulebook, arbitraryRulebook, (one, other) => {
      const changed = withSettings(one, settingsOf(other));
      expect(changed.rules).toBe(one.rules);
      expect(settingsOf(changed)).toEqual(settingsOf(other));
      expect(withSettings(changed, { guards: {}, words: { headline: {}, reason: {} }, look: {} })).toEqual({
        format: 1,
        rules: one.rules,
      });
      expect(validateSettings(settingsOf(other))).toEqual({ kind: "valid", settings: settingsOf(other) });
    }),
  );
});
