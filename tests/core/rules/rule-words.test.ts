import fc from "fast-check";
import { expect, test } from "vitest";
import { namesFrom } from "#app/core/rules/names.ts";
import { offerSentence } from "#app/core/rules/offer.words.ts";
import { clauseSentence, ruleSentence } from "#app/core/rules/rule.words.ts";
import type { Clause, Offer, ProductSource } from "#app/core/rules/rulebook.ts";
import { decimalOf } from "#app/core/values/money.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { arbitraryRule } from "#tests/support/arbitrary-rulebook.ts";
import {
  CAKESTAND,
  CAKESTAND_ROSE,
  LUNCH_BAG,
  NOON,
  pounds,
  someCatalog,
  someCollection,
  someProduct,
  someRule,
  someVariant,
  TEA_TIME,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";

const money = (amount: Parameters<typeof decimalOf>[0]) => `${decimalOf(amount)} ${amount.currency}`;
const names = namesFrom({
  catalog: someCatalog({
    products: [
      someProduct(),
      someProduct({
        id: TEACUP,
        title: "Regency Teacup",
        variants: [someVariant({ id: TEACUP_ROSE, title: "Rose" }), someVariant({ id: "9" as never, title: "Blue" })],
      }),
    ],
    collections: [someCollection()],
  }),
  rulebook: { rules: [someRule()] },
  money,
  say: sayInEnglish,
});

const teacup: Clause = { kind: "product", lines: "any", products: [TEACUP] };
const toBritain: Clause = { kind: "country", countries: ["GB"] };
const worth: Clause = { kind: "order-value", atLeast: pounds(20) };
const { offer } = someRule().path;

test("a rule is one sentence: when, where, what, and what follows", () => {
  const path = { offer, ifDeclined: { offer: { ...offer, source: named(LUNCH_BAG), quantityMost: 1 } } };
  expect(ruleSentence(someRule({ when: { all: [teacup, toBritain] }, path }), names)).toBe(
    "When an order bought Regency Teacup and is sent to GB, on the post-purchase page, offer Regency Cakestand 3 Tier at 15% off, up to 2 of it; if declined, offer product 1003 at 15% off.",
  );
});

test("a rule without conditions speaks of every order", () => {
  expect(ruleSentence(someRule({ when: { all: [] }, surfaces: ["cart", "email"] }), names)).toMatch(
    /^For every order, in the cart and in an e-mail, offer /,
  );
});

test("its schedule and its limits stand at the end", () => {
  const rule = someRule({ schedule: { until: "2026-12-01" }, limits: { oncePerCustomer: {}, acceptsPerDay: 5 } });
  expect(ruleSentence(rule, names)).toMatch(/; until 2026-12-01; once per customer, at most 5 accepted a day\.$/);
});

test.each<[string, Clause]>([
  ["bought Regency Teacup", teacup],
  ["bought Regency Teacup", { all: [teacup] }],
  ["bought Regency Teacup or is sent to GB", { any: [teacup, toBritain] }],
  [
    "bought Regency Teacup and (is sent to GB or is worth at least 20.00 GBP)",
    { all: [teacup, { any: [toBritain, worth] }] },
  ],
  ["does not fit this: is sent to GB", { none: [toBritain] }],
  ["fits none of these: is sent to GB; is worth at least 20.00 GBP", { none: [toBritain, worth] }],
  [
    "bought Regency Teacup and (does not fit this: is sent to GB and is worth at least 20.00 GBP)",
    { all: [teacup, { none: [{ all: [toBritain, worth] }] }] },
  ],
  ["is any order", { all: [] }],
])("an order that %s", (sentence, clause) => {
  expect(clauseSentence(clause, names)).toBe(sentence);
});

function named(product: typeof TEACUP): ProductSource {
  return { kind: "named", products: [{ product }] };
}

test.each<[string, Partial<Offer>]>([
  [
    "Regency Teacup (Rose) or Regency Teacup (Blue)",
    { source: { kind: "named", products: [{ product: TEACUP, variants: [TEACUP_ROSE, "9" as never] }] } },
  ],
  [
    "Regency Cakestand 3 Tier",
    { source: { kind: "named", products: [{ product: CAKESTAND, variants: [CAKESTAND_ROSE] }] } },
  ],
  [
    "a choice of Regency Teacup, Regency Cakestand 3 Tier",
    { source: { kind: "choice", products: [{ product: TEACUP }, { product: CAKESTAND }] } },
  ],
  [
    "2 of Regency Teacup (Rose) with Regency Cakestand 3 Tier as a bundle",
    {
      kind: "bundle",
      source: {
        kind: "bundle",
        items: [
          { product: TEACUP, variant: TEACUP_ROSE, quantity: 2 },
          { product: CAKESTAND, quantity: 1 },
        ],
      },
    },
  ],
  ["the best seller of Tea time", { source: { kind: "collection", collection: TEA_TIME, order: "best-selling" } }],
  ["the cheapest of Tea time", { source: { kind: "collection", collection: TEA_TIME, order: "cheapest" } }],
  [
    "one, drawn for each customer, of collection 7",
    { source: { kind: "collection", collection: "7" as never, order: "random" } },
  ],
  ["the same once more", { source: { kind: "same-again" } }],
  ["the dearest of what was bought once more", { source: { kind: "from-purchase", which: "dearest" } }],
  ["what Shopify knows to go with it", { source: { kind: "complementary" } }],
  ["what the order history suggests", { source: { kind: "suggestions" } }],
  ["the customer's next step", { source: { kind: "next-journey-step" } }],
  ["Regency Cakestand 3 Tier at 5.00 GBP off", { discount: { kind: "amount", amounts: [pounds(5)] } }],
  ["Regency Cakestand 3 Tier for at most 9.99 GBP", { discount: { kind: "fixed-price", prices: [pounds(9.99)] } }],
  ["Regency Cakestand 3 Tier as a gift for free", { kind: "gift", discount: { kind: "percent", percent: 100 } }],
  ["Regency Cakestand 3 Tier in place of what was bought", { kind: "upsell", replaces: true }],
  ["Regency Cakestand 3 Tier as an upsell", { kind: "upsell" }],
  [
    "Regency Cakestand 3 Tier from Acme for a commission of 10%",
    { kind: "partner", partner: { name: "Acme", commissionPercent: 10 } },
  ],
  ["Regency Cakestand 3 Tier, shipping 3.95 GBP", { shipping: { kind: "price", prices: [pounds(3.95)] } }],
  ["Regency Cakestand 3 Tier, even if bought before", { evenIfBoughtBefore: true }],
])("offer %s", (sentence, change) => {
  const plain: Offer = { ...offer, discount: { kind: "none" }, quantityMost: 1 };
  expect(offerSentence({ ...plain, ...change }, names)).toBe(sentence);
});

test("a path of three steps says which answer leads where", () => {
  const step = (product: typeof TEACUP) => ({
    offer: { ...offer, source: named(product), discount: { kind: "none" }, quantityMost: 1 } as Offer,
  });
  const path = {
    ...step(TEACUP),
    ifAccepted: { ...step(CAKESTAND), ifDeclined: step(LUNCH_BAG) },
    ifDeclined: step(CAKESTAND),
  };
  expect(ruleSentence(someRule({ when: { all: [] }, path }), names)).toBe(
    "For every order, on the post-purchase page, offer Regency Teacup; if accepted, offer Regency Cakestand 3 Tier (if declined, offer product 1003); if declined, offer Regency Cakestand 3 Tier.",
  );
});

test("what nobody knows is called by its id, and days are the shop's", () => {
  const nobody = namesFrom({ money, say: sayInEnglish });
  expect([
    nobody.product(TEACUP),
    nobody.variant(TEACUP_ROSE),
    nobody.collection(TEA_TIME),
    nobody.rule(someRule().id),
  ]).toEqual(["product 1001", "variant 2001", "collection 5001", "rule teacups-to-cakestand"]);
  expect(names.rule(someRule().id)).toBe("Teacups → Cakestand");
  const inSydney = namesFrom({
    catalog: someCatalog({ shop: { timezone: "Australia/Sydney" } }),
    money,
    say: sayInEnglish,
  });
  expect([names.day(NOON), inSydney.day(NOON + 3_600_000)]).toEqual(["2026-11-21", "2026-11-22"]);
});

test("every rule can be said, and nothing in it is left unsaid as undefined", () => {
  fc.assert(
    fc.property(arbitraryRule, (rule) => {
      const sentence = ruleSentence(rule, names);
      expect(sentence).toMatch(/^(When an order |For every order,).*\.$/s);
      expect(sentence).not.toMatch(/undefined|\[object/);
    }),
  );
});
