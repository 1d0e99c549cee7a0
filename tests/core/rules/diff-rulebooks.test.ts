import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceSentence, ownDifferenceSentence } from "#app/core/rules/diff.words.ts";
import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import { namesFrom } from "#app/core/rules/names.ts";
import type { Clause, Offer, Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import { decimalOf } from "#app/core/values/money.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";
import {
  CAKESTAND,
  LUNCH_BAG,
  NOON,
  pounds,
  someCatalog,
  someProduct,
  someRule,
  TEACUP,
} from "#tests/support/builders.ts";

const names = namesFrom({
  catalog: someCatalog({
    products: [
      someProduct(),
      someProduct({ id: TEACUP, title: "Regency Teacup" }),
      someProduct({ id: LUNCH_BAG, title: "Lunch Bag" }),
    ],
  }),
  money: (amount) => `£${decimalOf(amount)}`,
  say: sayInEnglish,
});

const rulebookOf = (...rules: readonly Rule[]): Rulebook => ({ format: 1, rules });
const saidOf = (before: Rulebook, after: Rulebook) =>
  diffRulebooks(before, after).map((difference) => differenceSentence(difference, names));
const changed = (after: Partial<Rule>, before: Partial<Rule> = {}) =>
  saidOf(rulebookOf(someRule(before)), rulebookOf(someRule(after))).map((sentence) =>
    sentence.replace("Teacups → Cakestand: ", ""),
  );
const withOffer = (offer: Partial<Offer>): Partial<Rule> => ({
  path: { offer: { ...someRule().path.offer, ...offer } },
});

const teacup: Clause = { kind: "product", lines: "any", products: [TEACUP] };
const worth = (amount: number): Clause => ({ kind: "order-value", atLeast: pounds(amount) });

test("nothing is told of a rulebook and itself, in whatever order it is written", () => {
  fc.assert(
    fc.property(arbitraryRulebook, (rulebook) => {
      const turned = { ...rulebook, rules: [...rulebook.rules].reverse() };
      expect(diffRulebooks(rulebook, turned)).toEqual([]);
    }),
  );
});

test("something is told of any two rules that say different things, the same each time", () => {
  fc.assert(
    fc.property(arbitraryRulebook, arbitraryRulebook, (before, after) => {
      const [first, second] = [before.rules[0], after.rules[0]];
      if (!first || !second) return;
      const pair = [rulebookOf(first), rulebookOf({ ...second, id: first.id })] as const;
      const differences = diffRulebooks(...pair);
      expect(differences.length === 0).toBe(isSameDocument(...pair));
      expect(diffRulebooks(...pair)).toEqual(differences);
      for (const difference of differences) expect(differenceSentence(difference, names)).toMatch(/\.$/s);
    }),
  );
});

test("rules that came and went are told whole, in the order of what is now, what went last", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => someRule({ id: id as Rule["id"], name: id.toUpperCase() }));
  if (!a || !b || !c) throw new Error("three rules");
  expect(saidOf(rulebookOf(a, b), rulebookOf(c, { ...b, priority: 2 }))).toEqual([
    "C is new: When an order bought Regency Teacup, on the post-purchase page, offer Regency Cakestand 3 Tier at 15% off, up to 2 of it.",
    "B: its priority is 2 instead of 1.",
    "A is gone: When an order bought Regency Teacup, on the post-purchase page, offer Regency Cakestand 3 Tier at 15% off, up to 2 of it.",
  ]);
});

test("guards that were set, changed and lifted are told", () => {
  const rules: Rule[] = [];
  expect(
    saidOf(
      { format: 1, rules, guards: { priceCapPercent: 30 } },
      { format: 1, rules, guards: { marginFloorPercent: 20 } },
    ),
  ).toEqual([
    "For all rules the price cap is off instead of 30%.",
    "For all rules the margin floor is 20% instead of off.",
  ]);
});

test("a new name is told with the old one", () => {
  expect(saidOf(rulebookOf(someRule()), rulebookOf(someRule({ name: "Tea for two" })))).toEqual([
    "Tea for two: its name is Tea for two instead of Teacups → Cakestand.",
  ]);
});

test.each<[string, Rule["status"], Rule["status"]]>([
  ["it is paused.", "active", "paused"],
  ["it goes on after a pause.", "paused", "active"],
  ["it is live.", "draft", "active"],
  ["it is a draft again.", "active", "draft"],
  ["it is archived.", "paused", "archived"],
])("%s", (sentence, before, after) => {
  expect(changed({ status: after }, { status: before })).toEqual([sentence]);
});

test.each<{ title: string; before?: Partial<Rule>; after: Partial<Rule>; said: readonly string[] }>([
  {
    title: "pages",
    after: { surfaces: ["cart", "checkout", "email"] },
    said: ["it stands in the cart, at checkout and in an e-mail instead of on the post-purchase page."],
  },
  {
    title: "a schedule that was set",
    after: { schedule: { from: "2026-11-27T09:00", until: "2026-12-01" } },
    said: ["it runs from 2026-11-27 09:00 until 2026-12-01 instead of at any time."],
  },
  {
    title: "limits",
    before: { limits: { acceptsPerDay: 20 } },
    after: { limits: { oncePerCustomer: { days: 30 }, discountBudget: pounds(100) } },
    said: [
      "it is offered once per customer in 30 days, until its discounts have cost £100.00 instead of at most 20 accepted a day.",
    ],
  },
  {
    title: "what pauses it",
    before: { pauseAfter: { soldOut: 3, refunds: 1 } },
    after: {},
    said: ["it pauses itself never instead of after 3 sold-out answers or 1 refund in a row."],
  },
  {
    title: "that it paused itself",
    after: { status: "paused", pausedBecause: { what: "paymentErrors", inARow: 3, at: NOON } },
    said: ["it is paused.", "it paused itself after 3 payment errors in a row."],
  },
  {
    title: "a condition that came",
    after: { when: { all: [worth(20), teacup] } },
    said: ["it also asks for an order that is worth at least £20.00."],
  },
  {
    title: "a condition that went",
    before: { when: { all: [teacup, worth(20)] } },
    after: { when: teacup },
    said: ["it no longer asks for an order that is worth at least £20.00."],
  },
  {
    title: "a condition that was changed",
    before: { when: { all: [teacup, worth(20)] } },
    after: { when: { all: [worth(30), teacup] } },
    said: ["it asks for an order that is worth at least £30.00 instead of an order that is worth at least £20.00."],
  },
  {
    title: "a group that was changed",
    before: { when: { all: [teacup, { none: [worth(20)] }] } },
    after: { when: { all: [teacup, { none: [worth(30)] }] } },
    said: [
      "it asks for an order that does not fit this: is worth at least £30.00 instead of an order that does not fit this: is worth at least £20.00.",
    ],
  },
  {
    title: "conditions that were rewritten",
    before: { when: { all: [] } },
    after: { when: { any: [teacup, worth(20)] } },
    said: [
      "it asks for an order that bought Regency Teacup or is worth at least £20.00 instead of an order that is any order.",
    ],
  },
  {
    title: "conditions in another order",
    before: { when: { all: [teacup, worth(20)] } },
    after: { when: { all: [worth(20), teacup] } },
    said: ["it says the same, but was saved again."],
  },
  { title: "a rule saved again", after: { editedAt: NOON + 1 }, said: ["it says the same, but was saved again."] },
])("$title: told in words", ({ before, after, said }) => {
  expect(changed(after, before)).toEqual(said);
});

test.each<{ before?: Partial<Offer>; after: Partial<Offer>; said: string }>([
  { after: { kind: "upsell" }, said: "its kind is upsell instead of cross-sell." },
  {
    after: { source: { kind: "named", products: [{ product: LUNCH_BAG }, { product: CAKESTAND }] } },
    said: "it offers the first of Lunch Bag, Regency Cakestand 3 Tier that can be sold instead of Regency Cakestand 3 Tier.",
  },
  { after: { discount: { kind: "percent", percent: 20 } }, said: "it is offered at 20% off instead of at 15% off." },
  { after: { discount: { kind: "none" } }, said: "it is offered at the shop's price instead of at 15% off." },
  { after: { quantityMost: 3 }, said: "of it can be taken up to 3 instead of 2." },
  {
    after: { shipping: { kind: "price", prices: [pounds(3.95)] } },
    said: "it comes with shipping £3.95 instead of free shipping.",
  },
  {
    before: { kind: "upsell" },
    after: { kind: "upsell", replaces: true },
    said: "it takes the place of what was bought.",
  },
  { before: { evenIfBoughtBefore: true }, after: {}, said: "it is no longer offered to who has bought it before." },
  {
    before: { kind: "partner", partner: { name: "Acme", commissionPercent: 10 } },
    after: { kind: "partner", partner: { name: "Acme", commissionPercent: 12.5 } },
    said: "it comes from Acme for a commission of 12.5% instead of from Acme for a commission of 10%.",
  },
  {
    before: { words: { headline: { de: "Tee?" }, reason: {} } },
    after: { words: { headline: { en: "Tea?" }, reason: {} } },
    said: 'its headline in de is none instead of "Tee?"; its headline in en is "Tea?" instead of none.',
  },
])("of the offer: $said", ({ before = {}, after, said }) => {
  expect(changed(withOffer(after), withOffer(before))).toEqual([said]);
});

test("what follows an answer is told with the answers that lead there", () => {
  const { offer } = someRule().path;
  const dearer: Offer = { ...offer, discount: { kind: "percent", percent: 5 } };
  const before = { path: { offer, ifDeclined: { offer, ifAccepted: { offer } } } };
  const after = { path: { offer, ifAccepted: { offer }, ifDeclined: { offer: dearer } } };
  expect(changed(after, before)).toEqual([
    "if accepted, it goes on: offer Regency Cakestand 3 Tier at 15% off, up to 2 of it.",
    "if declined, it is offered at 5% off instead of at 15% off.",
    "if declined, then accepted, it no longer goes on: offer Regency Cakestand 3 Tier at 15% off, up to 2 of it.",
  ]);
});

test("below its rule's own name a difference is a sentence of its own, and languages are named", () => {
  const rule = someRule();
  const own = (before: readonly Rule[], after: readonly Rule[]) =>
    diffRulebooks(rulebookOf(...before), rulebookOf(...after)).map((one) =>
      ownDifferenceSentence(one, { ...names, language: () => "German" }),
    );
  expect(own([rule], [{ ...rule, status: "paused" }])).toEqual(["It is paused."]);
  expect(own([], [rule])).toEqual([expect.stringMatching(/^It is new: When an order bought Regency Teacup, /)]);
  expect(own([rule], [])).toEqual([expect.stringMatching(/^It is gone: When an order bought Regency Teacup, /)]);
  const offer = { ...rule.path.offer, words: { headline: { de: "Tee?" }, reason: {} } };
  expect(own([rule], [{ ...rule, path: { offer } }])).toEqual(['Its headline in German is "Tee?" instead of none.']);
});
