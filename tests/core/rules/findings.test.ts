import fc from "fast-check";
import { expect, test } from "vitest";
import type { Surface } from "#app/core/facts/facts.ts";
import { findings } from "#app/core/rules/findings.ts";
import type { Clause, Path, ProductSource, Rule } from "#app/core/rules/rulebook.ts";
import { arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";
import { CAKESTAND, LUNCH_BAG, NOON, someRule, TEACUP } from "#tests/support/builders.ts";
import { inEnglish } from "#tests/support/in-english.ts";

const found = (...asked: Parameters<typeof findings>) => inEnglish(findings(...asked));
const foundIn = (rule: Partial<Rule>) => found({ format: 1, rules: [someRule(rule)] }, NOON);
const sentencesOn = (surface: Surface, when: Clause) =>
  foundIn({ surfaces: [surface], when }).map(({ sentence }) => sentence);

const paypal: Clause = { kind: "payment-method", methods: ["paypal"] };
const phone: Clause = { kind: "device", devices: ["phone"] };
const toBritain: Clause = { kind: "country", countries: ["GB"] };
const teacup: Clause = { kind: "product", lines: "any", products: [TEACUP] };

test("the builders' rule has nothing to be told", () => {
  expect(foundIn({})).toEqual([]);
});

test("a rule that needs the payment method can never match on the post-purchase page", () => {
  expect(foundIn({ when: { all: [toBritain, paypal] } })).toEqual([
    {
      path: "rules[0].when",
      sentence: "This rule can never match on the post-purchase page: it needs the payment method.",
    },
  ]);
  expect(sentencesOn("email", { all: [toBritain, paypal] })).toEqual([]);
});

test.each<{ title: string; when: Clause; needs?: string }>([
  { title: "one of two alternatives that is known is enough", when: { any: [paypal, toBritain] } },
  {
    title: "alternatives that are all unknown are not",
    when: { any: [paypal, phone] },
    needs: "the payment method or the device",
  },
  { title: "what must not hold must be known too", when: { none: [paypal] }, needs: "the payment method" },
  { title: "each of what must not hold must be known", when: { none: [toBritain, phone] }, needs: "the device" },
  {
    title: "of a whole that must not hold, one known part can fail",
    when: { none: [{ all: [paypal, toBritain] }] },
  },
  {
    title: "of alternatives that must all fail, each must be known",
    when: { none: [{ any: [paypal, toBritain, phone] }] },
    needs: "the payment method and the device",
  },
  { title: "a none in a none must come true somewhere", when: { none: [{ none: [paypal, toBritain] }] } },
  { title: "every order is known everywhere", when: { all: [] } },
  { title: "a condition alone counts as a whole", when: paypal, needs: "the payment method" },
  {
    title: "a fact that two conditions need is named once",
    when: { all: [paypal, { none: [paypal] }] },
    needs: "the payment method",
  },
])("$title", ({ when, needs }) => {
  expect(sentencesOn("post-purchase", when)).toEqual(
    needs ? [`This rule can never match on the post-purchase page: it needs ${needs}.`] : [],
  );
});

test("each page of a rule is told apart", () => {
  expect(foundIn({ surfaces: ["cart", "checkout", "email"], when: phone })).toEqual([
    { path: "rules[0].when", sentence: "This rule can never match at checkout: it needs the device." },
    { path: "rules[0].when", sentence: "This rule can never match in an e-mail: it needs the device." },
  ]);
});

test("what follows the first offer is told where a page shows only one", () => {
  const { offer } = someRule().path;
  const path: Path = { offer, ifDeclined: { offer, ifAccepted: { offer } } };
  expect(foundIn({ path, surfaces: ["post-purchase"] })).toEqual([]);
  expect(foundIn({ path, surfaces: ["post-purchase", "email"] })).toEqual([
    {
      path: "rules[0].path.ifDeclined",
      sentence: "This is never offered in an e-mail: only the first offer is made there.",
    },
  ]);
});

test("a schedule that is over is told, by the shop's clock where it is known", () => {
  const schedule = { until: "2026-11-21T12:00" };
  const rulebook = { format: 1, rules: [someRule({ schedule })] } as const;
  const sentence = "Its schedule is over since 2026-11-21 12:00: it never speaks again.";
  expect(found(rulebook, NOON, "Europe/London")).toEqual([{ path: "rules[0].schedule.until", sentence }]);
  expect(found(rulebook, NOON - 1, "Europe/London")).toEqual([]);
  expect(found(rulebook, NOON)).toEqual([]);
  expect(found(rulebook, NOON + 12 * 3_600_000)).toEqual([{ path: "rules[0].schedule.until", sentence }]);
});

const offering = (source: ProductSource, when: Clause = teacup) => {
  const { offer } = someRule().path;
  return foundIn({ when, path: { offer: { ...offer, source } } }).map(({ path }) => path);
};
const named = (...products: readonly (typeof TEACUP)[]): ProductSource => ({
  kind: "named",
  products: products.map((product) => ({ product })),
});

test("a rule that offers only what it is triggered by is told", () => {
  expect(offering(named(TEACUP))).toEqual(["rules[0].path.offer.source"]);
  expect(offering(named(TEACUP, CAKESTAND))).toEqual([]);
  expect(offering(named(TEACUP), { any: [teacup, toBritain] })).toEqual([]);
  expect(offering(named(TEACUP), { kind: "product", lines: "none", products: [TEACUP] })).toEqual([]);
  expect(offering(named(TEACUP), { kind: "product", lines: "any", products: [TEACUP, CAKESTAND] })).toEqual([]);
  expect(offering(named(TEACUP), { kind: "product", lines: "all", products: [TEACUP, CAKESTAND] })).toEqual([
    "rules[0].path.offer.source",
  ]);
  expect(offering({ kind: "same-again" })).toEqual([]);
});

test("a bundle with what it is triggered by in it is told", () => {
  const items = [TEACUP, LUNCH_BAG].map((product) => ({ product, quantity: 1 }));
  expect(offering({ kind: "bundle", items })).toEqual(["rules[0].path.offer.source"]);
});

test("two rules of one priority are nothing to be told, nor is anything of an archived one", () => {
  const archived = someRule({ id: "old" as Rule["id"], status: "archived", when: paypal });
  expect(found({ format: 1, rules: [someRule(), someRule({ id: "twin" as Rule["id"] }), archived] }, NOON)).toEqual([]);
});

test("whatever a rulebook says, each finding is a sentence at a place in it", () => {
  fc.assert(
    fc.property(arbitraryRulebook, (rulebook) => {
      for (const { path, sentence } of found(rulebook, NOON)) {
        expect(path).toMatch(/^rules\[\d\]\.(when|path|schedule)/);
        expect(sentence).toMatch(/^[A-Z].*\.$/);
      }
    }),
  );
});
