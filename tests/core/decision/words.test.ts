import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConditionTrace, GuardVerdict, NothingReason, RankedBy, Verdict } from "#app/core/decision/decision.ts";
import { guardSentence } from "#app/core/decision/guard.words.ts";
import { whyNothing } from "#app/core/decision/nothing.words.ts";
import { seenWords } from "#app/core/decision/seen.words.ts";
import { sentenceOf, traceSentence, triedSentence, wouldHaveWonSentence } from "#app/core/decision/words.ts";
import { namesFrom } from "#app/core/rules/names.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { decimalOf } from "#app/core/values/money.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { CAKESTAND, LUNCH_BAG, NOON, pounds, someCatalog, someProduct, TEACUP } from "#tests/support/builders.ts";

const names = namesFrom({
  catalog: someCatalog({ products: [someProduct(), someProduct({ id: TEACUP, title: "Regency Teacup" })] }),
  rulebook: { rules: [] },
  money: (amount) => `£${decimalOf(amount)}`,
  say: sayInEnglish,
});

const CAKES = "cakes" as RuleId;
const BAGS = "bags" as RuleId;
const someVerdict = (overrides: Partial<Verdict> = {}): Verdict => ({
  rule: CAKES,
  ruleName: "Cakes",
  priority: 1,
  conditions: [],
  tried: [],
  outcome: { kind: "won" },
  ...overrides,
});
const bags = (overrides: Partial<Verdict>) =>
  someVerdict({
    rule: BAGS,
    ruleName: "Bags",
    priority: 2,
    outcome: { kind: "lost", to: CAKES, by: "priority" },
    ...overrides,
  });
const soldOut: GuardVerdict = { guard: "in-stock", product: CAKESTAND, wanted: 1, left: 0 };

test("the winner is told alone, and among those that fitted too", () => {
  expect(sentenceOf(someVerdict(), [someVerdict()], names)).toBe("Cakes won: it fits and nothing stands before it.");
  expect(sentenceOf(someVerdict(), [someVerdict(), bags({})], names)).toBe("Cakes won of 2 that fit.");
});

test.each<[RankedBy, string, string]>([
  ["priority", "Cakes stands before it: priority 2 after 1", "its priority stood before that of Cakes"],
  [
    "specificity",
    "Cakes has the same priority and asks for more of an order",
    "it asked for more of an order than Cakes",
  ],
  [
    "expected-value",
    "Cakes has the same priority and promises to bring in more",
    "it promised to bring in more than Cakes",
  ],
  ["edited-later", "Cakes has the same priority and was edited later", "it had been edited after Cakes"],
  [
    "id",
    "Cakes has the same priority and was edited at the same moment; the earlier id goes first",
    "its id stood before that of Cakes",
  ],
])("who lost by %s is told why, and what would have let it win", (by, why, how) => {
  const loser = bags({ outcome: { kind: "lost", to: CAKES, by }, wouldHaveWon: [{ kind: "rank", before: CAKES, by }] });
  const all = [someVerdict(), loser];
  expect(sentenceOf(loser, all, names)).toBe(`Bags fitted too, but ${why}.`);
  expect(wouldHaveWonSentence(loser, all, names)).toBe(`Bags would have won if ${how}.`);
});

test("a rule that does not fit is told apart from one that could not be judged", () => {
  expect(sentenceOf(bags({ outcome: { kind: "unfit", because: "failed" } }), [], names)).toBe(
    "Bags did not fit: its conditions do not hold for this order.",
  );
  expect(sentenceOf(bags({ outcome: { kind: "unfit", because: "unknown" } }), [], names)).toBe(
    "Bags could not be judged: not everything its conditions ask is known here.",
  );
});

test("a rule outside its schedule is told with it", () => {
  const outcome = { kind: "not-scheduled", from: "2026-11-27T09:00", until: "2026-12-01" } as const;
  const late = bags({ outcome, wouldHaveWon: [{ kind: "schedule" }] });
  expect(sentenceOf(late, [], names)).toBe(
    "Bags fitted, but it did not speak at that moment: it begins on 2026-11-27 09:00 and it ends before 2026-12-01.",
  );
  expect(wouldHaveWonSentence(late, [], names)).toBe(
    "Bags would have won if its schedule had let it speak at that moment.",
  );
});

test("several needed changes are told together, the condition in its words", () => {
  const conditions: readonly ConditionTrace[] = [
    { kind: "country", spec: { kind: "country", countries: ["IE"] }, holds: "false", was: "GB" },
    { kind: "discount-used", spec: { kind: "discount-used", used: true }, holds: "true" },
  ];
  const loser = bags({
    outcome: { kind: "unfit", because: "failed" },
    conditions,
    wouldHaveWon: [
      { kind: "condition", index: 0, holds: true },
      { kind: "condition", index: 1, holds: false },
      { kind: "guard", guard: soldOut },
      { kind: "rank", before: CAKES, by: "priority" },
    ],
  });
  expect(wouldHaveWonSentence(loser, [someVerdict(), loser], names)).toBe(
    "Bags would have won if the order had been one that is sent to IE, and if the order had not been one that used a discount, and if it were not so that Regency Cakestand 3 Tier is sold out, and if its priority stood before that of Cakes.",
  );
  expect(wouldHaveWonSentence(someVerdict(), [], names)).toBeUndefined();
});

test("a condition is told with its outcome and the value it saw", () => {
  const trace = { kind: "product", spec: { kind: "product", lines: "any", products: [TEACUP] } } as const;
  expect(traceSentence({ ...trace, holds: "true", was: [{ line: 2, product: TEACUP }] }, names)).toBe(
    "✓ bought Regency Teacup (line 2: Regency Teacup)",
  );
  expect(traceSentence({ ...trace, holds: "false", was: [] }, names)).toBe("✗ bought Regency Teacup (none)");
  const worth = { kind: "order-value", spec: { kind: "order-value", atLeast: pounds(50) } } as const;
  expect(traceSentence({ ...worth, holds: "false", was: pounds(44.25) }, names)).toBe(
    "✗ is worth at least £50.00 (£44.25)",
  );
  const paid = { kind: "payment-method", spec: { kind: "payment-method", methods: ["paypal"] } } as const;
  expect(traceSentence({ ...paid, holds: "unknown" }, names)).toMatch(/^\? .* \(not known here: the payment method\)$/);
  expect(traceSentence({ ...worth, holds: "unknown" }, names)).toMatch(/\(not known here: the order value\)$/);
});

test.each<[GuardVerdict, string]>([
  [{ guard: "known-product", product: LUNCH_BAG }, "the shop has no product 1003 any more, or no copy of it was kept"],
  [{ guard: "available", product: CAKESTAND, status: "draft" }, "Regency Cakestand 3 Tier is draft, not active"],
  [soldOut, "Regency Cakestand 3 Tier is sold out"],
  [{ ...soldOut, wanted: 3, left: 2 } as GuardVerdict, "of Regency Cakestand 3 Tier only 2 are left, and 3 are wanted"],
  [{ guard: "one-time-purchase", product: CAKESTAND }, "Regency Cakestand 3 Tier is sold by subscription only"],
  [{ guard: "not-in-purchase", product: CAKESTAND }, "Regency Cakestand 3 Tier is already in this order"],
  [
    { guard: "not-bought-before", product: CAKESTAND, at: NOON },
    "the customer bought Regency Cakestand 3 Tier before, on 2026-11-21",
  ],
  [
    { guard: "no-bundle-with-its-items", product: CAKESTAND, bought: TEACUP },
    "Regency Cakestand 3 Tier and Regency Teacup, which is in this order, are a bundle and its item",
  ],
  [
    { guard: "ships-there", product: CAKESTAND, country: "FR" },
    "Regency Cakestand 3 Tier must be sent, and the shop does not ship to FR",
  ],
  [
    { guard: "price-cap", product: CAKESTAND, price: pounds(12.75), most: pounds(10) },
    "Regency Cakestand 3 Tier costs £12.75, and an offer to this order may cost at most £10.00",
  ],
  [
    { guard: "margin-floor", product: CAKESTAND, margin: pounds(1), least: pounds(2) },
    "Regency Cakestand 3 Tier would leave £1.00 after its cost, and at least £2.00 must be left",
  ],
  [{ guard: "shop-currency", paidIn: "EUR", shopCurrency: "GBP" }, "the order is paid in EUR, not in GBP"],
  [
    { guard: "priced-in-shop-currency", what: "product", product: CAKESTAND, pricedIn: "EUR", shopCurrency: "GBP" },
    "Regency Cakestand 3 Tier is priced in our copy in EUR, not in GBP",
  ],
  [
    { guard: "priced-in-shop-currency", what: "discount", pricedIn: "EUR", shopCurrency: "GBP" },
    "its discount is given in EUR, not in GBP",
  ],
  [
    { guard: "priced-in-shop-currency", what: "shipping", pricedIn: "EUR", shopCurrency: "GBP" },
    "its shipping is priced in EUR, not in GBP",
  ],
  [
    { guard: "priced-in-shop-currency", what: "budget", pricedIn: "EUR", shopCurrency: "GBP" },
    "the budget of its discounts is set in EUR, not in GBP",
  ],
  [{ guard: "possible-here", what: "replacing" }, "nothing that was bought can be replaced on this page"],
  [{ guard: "something-to-offer", source: "suggestions" }, "the order history suggests nothing"],
  [{ guard: "something-to-offer", source: "named" }, "there is nothing to offer"],
  [
    { guard: "once-per-customer" },
    "it is offered once per customer, and who this customer is, or what they were offered, is not known",
  ],
  [
    { guard: "once-per-customer", answered: NOON },
    "it is offered once per customer, and this one answered it on 2026-11-21",
  ],
  [{ guard: "accepts-per-day", most: 20 }, "it was accepted 20 times that day already, which is its limit"],
  [{ guard: "discount-budget", budget: pounds(100) }, "its discounts have used up their budget of £100.00"],
])("a guard tells what it saw: %o", (guard, sentence) => {
  expect(guardSentence(guard, names)).toBe(sentence);
  expect(sentenceOf(bags({ outcome: { kind: "dropped", guard } }), [], names)).toBe(`Bags fitted, but ${sentence}.`);
  expect(triedSentence({ product: CAKESTAND, guard }, names)).toBe(`Not offered: ${sentence}.`);
});

test("why nothing is shown has a sentence for each reason", () => {
  const reasons: readonly NothingReason[] = ["no-rules", "no-rule-fits", "nothing-to-sell", "foreign-currency"];
  expect(new Set(reasons.map((reason) => whyNothing(reason, sayInEnglish))).size).toBe(4);
});

test("whatever a condition saw can be told", () => {
  expect(seenWords([{ line: 1, product: TEACUP, type: "Cup" }, { line: 2 }], names)).toBe(
    "line 1: Regency Teacup, type Cup, line 2",
  );
  expect(seenWords([{ rule: BAGS, answer: "declined" }, null, true], names)).toBe(
    "rule bags, answer declined, none, yes",
  );
  expect(seenWords({ off: pounds(1), left: pounds(9) }, names)).toBe("off £1.00, left £9.00");
  fc.assert(
    fc.property(fc.jsonValue(), (was) => {
      expect(typeof seenWords(was, names)).toBe("string");
    }),
  );
});
