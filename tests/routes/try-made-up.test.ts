import { expect, test } from "vitest";
import { type MadeUp, madeUpProblems, newPurchase, purchaseOf } from "#app/admin/rule-editor/try/made-up.ts";
import { said } from "#app/core/values/say.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { GBP, NOON, someProduct, TEACUP } from "#tests/support/builders.ts";

const shop = { currency: GBP, timezone: "Europe/London", languages: ["en"], currencies: [GBP] } as const;
const teacup = someProduct({ id: TEACUP, title: "Regency Teacup" });
const made = newPurchase(shop, { when: { all: [{ products: [TEACUP] }] } }, new Map([[TEACUP, teacup]]), NOON);

const wrongIn = (changes: Partial<MadeUp>) =>
  [...madeUpProblems({ ...made, ...changes })].map(([field, problem]) => [field, said(problem, sayInEnglish)]);
const pieces = (quantity: string): Partial<MadeUp> => ({ lines: [{ product: teacup, quantity }] });

test("what a rule waits for is an order that can be tried as it stands", () => {
  expect(wrongIn({})).toEqual([]);
  expect(purchaseOf(made, shop)).toMatchObject({ lines: [{ product: TEACUP, quantity: 1 }], at: NOON });
});

test.each<[string, Partial<MadeUp>, string, string]>([
  ["without products", { lines: [] }, "lines", "Choose at least one product."],
  ["of no pieces", pieces("0"), `quantity ${TEACUP}`, "A whole number from 1 to 1,000."],
  ["of too many pieces", pieces("1001"), `quantity ${TEACUP}`, "A whole number from 1 to 1,000."],
  ["of half a piece", pieces("1,5"), `quantity ${TEACUP}`, "A whole number from 1 to 1,000."],
  ["of other digits", pieces("١٢"), `quantity ${TEACUP}`, "A whole number from 1 to 1,000."],
  ["to a country by its name", { country: "Germany" }, "country", "A country is two letters, such as GB or DE."],
  ["to a flag", { country: "🇩🇪" }, "country", "A country is two letters, such as GB or DE."],
  [
    "with a code that is too long",
    { discountCode: "w".repeat(10_000) },
    "discountCode",
    "At most 255 characters fit here.",
  ],
  ["paid by an essay", { paymentMethod: "🎁".repeat(128) }, "paymentMethod", "At most 255 characters fit here."],
  ["at no time", { at: "" }, "at", "Give a day of the calendar, from 1970 to 9999, and a time."],
  ["on a day alone", { at: "2026-11-21" }, "at", "Give a day of the calendar, from 1970 to 9999, and a time."],
  ["in the year 2", { at: "0002-11-21T18:04" }, "at", "Give a day of the calendar, from 1970 to 9999, and a time."],
  [
    "in the year 20266",
    { at: "20266-11-21T18:04" },
    "at",
    "Give a day of the calendar, from 1970 to 9999, and a time.",
  ],
  ["on 31 February", { at: "2026-02-31T18:04" }, "at", "Give a day of the calendar, from 1970 to 9999, and a time."],
])("an order %s is not tried, and its field says why", (_, changes, field, sentence) => {
  expect(wrongIn(changes)).toEqual([[field, sentence]]);
  expect(purchaseOf({ ...made, ...changes }, shop)).toBeUndefined();
});

test("an hour that the shop’s clocks leave out, or show twice, is a moment", () => {
  expect(purchaseOf({ ...made, at: "2026-03-29T01:30" }, shop)?.at).toBe(Date.parse("2026-03-29T01:00:00Z"));
  expect(purchaseOf({ ...made, at: "2026-10-25T01:30" }, shop)?.at).toBe(Date.parse("2026-10-25T00:30:00Z"));
});
