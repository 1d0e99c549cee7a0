import { expect, test } from "vitest";
import { POST_PURCHASE_LANGUAGES } from "#app/contracts/post-purchase-languages.ts";
import type { OfferedVariant } from "#app/core/decision/decision.ts";
import type { VariantId } from "#app/core/values/ids.ts";
import { offerView } from "#app/http/offer-view.ts";
import { german } from "#app/http/page-words/de.ts";
import { pageWordsFor } from "#app/http/page-words/page-words.ts";
import { someChosenOffer, someOfferedProduct, someOfferedVariant } from "#tests/support/some-offer.ts";

const colour = (id: string, value: string) =>
  someOfferedVariant({ variant: id as VariantId, title: value, options: [{ name: "Colour", value }] });
const sized = (id: string, value: string) => {
  const options = [
    { name: "Colour", value },
    { name: "Size", value: "L" },
  ];
  return someOfferedVariant({ variant: id as VariantId, title: `${value} / L`, options });
};
const follows = { accepted: false, declined: false };
const viewOf = (variants: readonly OfferedVariant[]) =>
  offerView(
    { offer: someChosenOffer({ products: [someOfferedProduct({ variants })] }), step: 1, follows, ticket: "sealed" },
    "en",
  );

test.each([
  ["differ in colour alone", [colour("1", "Rose"), colour("2", "Ivory")], "Colour"],
  ["differ in colour and size", [sized("1", "Rose"), sized("2", "Ivory")], undefined],
  ["are one", [colour("1", "Rose")], undefined],
])("where the variants %s, the shopper reads the product's own word for the choice, or none", (_, variants, choice) => {
  expect(viewOf(variants).products[0]?.choice).toBe(choice);
});

test("a partner's product is said to be the partner's, and what the merchant keeps of it is not said", () => {
  const offer = someChosenOffer({ kind: "partner", partner: { name: "Ada's Linens", commissionPercent: 12 } });
  const view = offerView({ offer, step: 1, follows, ticket: "sealed" }, "en");
  expect(view.partner).toBe("Ada's Linens");
  expect(JSON.stringify(view)).not.toContain("commission");
});

test("every language the page speaks comes with the offer, but for the English it has itself", () => {
  const sent = POST_PURCHASE_LANGUAGES.filter((language) => pageWordsFor(language) !== undefined);
  expect(["en", ...sent].sort()).toEqual([...POST_PURCHASE_LANGUAGES].sort());
  for (const locale of ["en-GB", "it", "", "constructor", "__proto__"]) expect(pageWordsFor(locale)).toBeUndefined();
});

test("no language leaves a word out, or what stands in a word's middle", () => {
  for (const language of POST_PURCHASE_LANGUAGES.slice(1)) {
    const words = { ...pageWordsFor(`${language}-XX`) };
    expect(Object.keys(words)).toEqual(Object.keys(german));
    for (const [name, word] of Object.entries(words)) {
      expect(word.trim(), `${language} ${name}`).not.toBe("");
      const gaps = german[name as keyof typeof german].split("{}").length;
      expect(word.split("{}").length, `${language} ${name}`).toBe(gaps);
    }
  }
});
