import fc from "fast-check";
import { expect, test } from "vitest";
import type { CustomerHistory, PastOrder } from "#app/core/facts/customer-history.ts";
import type { ConditionSpec } from "#app/core/rules/conditions/index.ts";
import { evaluate } from "#app/core/rules/evaluate.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { CustomerId, ProductId, PurchaseReference } from "#app/core/values/ids.ts";
import { CAKESTAND, GBP, LUNCH_BAG, NOON, someCatalog, someFacts, TEACUP } from "#tests/support/builders.ts";

const DAY = 86_400_000;
const EUR = "EUR" as Currency;
const catalog = someCatalog();
const product = fc.constantFrom<ProductId>(TEACUP, CAKESTAND, LUNCH_BAG);

const order: fc.Arbitrary<PastOrder> = fc.record({
  reference: fc.constantFrom("c0-earlier", "c0-earlier", "c1-reference").map((text) => text as PurchaseReference),
  at: fc.integer({ min: 0, max: 60 }).map((days) => NOON - days * DAY),
  subtotal: fc.record({ minor: fc.integer({ min: 0, max: 60 }), currency: fc.constantFrom(GBP, GBP, GBP, EUR) }),
  products: fc.array(product, { maxLength: 2 }),
});

/** Paid and kept, the latest first. */
const orders = fc.array(order, { maxLength: 6 }).map((all) => [...all].sort((one, other) => other.at - one.at));

const ends = (from: fc.Arbitrary<number>) =>
  fc.tuple(from, from, fc.constantFrom("least", "most", "both")).map(([one, other, which]) => ({
    ...(which === "most" ? {} : { atLeast: Math.min(one, other) }),
    ...(which === "least" ? {} : { atMost: Math.max(one, other) }),
  }));
const withinDays = fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined });

const spec: fc.Arbitrary<ConditionSpec> = fc.oneof(
  fc.constantFrom<ConditionSpec>({ kind: "first-order", is: "first" }, { kind: "first-order", is: "returning" }),
  ends(fc.integer({ min: 0, max: 5 })).map((bounds) => ({ kind: "order-count" as const, ...bounds })),
  ends(fc.integer({ min: 0, max: 150 })).map(({ atLeast, atMost }) => ({
    kind: "lifetime-spend" as const,
    ...(atLeast !== undefined && { atLeast: { minor: atLeast, currency: GBP } }),
    ...(atMost !== undefined && { atMost: { minor: atMost, currency: GBP } }),
  })),
  ends(fc.integer({ min: 0, max: 60 })).map((bounds) => ({ kind: "days-since-last-order" as const, ...bounds })),
  fc.tuple(fc.uniqueArray(product, { minLength: 1 }), withinDays).map(([products, days]) => ({
    kind: "bought-before" as const,
    products,
    ...(days !== undefined && { withinDays: days }),
  })),
);

const answer = (asked: ConditionSpec, history: CustomerHistory) =>
  evaluate(asked, someFacts({ customer: "7001" as CustomerId, history }), catalog);

test("what is known while older orders are missing stays so when they are found", () => {
  const known = { true: 0, false: 0, unknown: 0 };
  fc.assert(
    fc.property(spec, orders, fc.nat({ max: 6 }), (asked, all, seen) => {
      const then = answer(asked, { isComplete: false, orders: all.slice(0, seen), answers: [] });
      const now = answer(asked, { isComplete: true, orders: all, answers: [] });
      known[then]++;
      if (then !== "unknown") expect(now).toBe(then);
    }),
    { numRuns: 5_000 },
  );
  expect(Math.min(known.true, known.false, known.unknown)).toBeGreaterThan(500);
});

test("every order known and in one currency, nothing about it is unknown", () => {
  fc.assert(
    fc.property(spec, orders, (asked, all) => {
      const inPounds = all.filter(({ subtotal }) => subtotal.currency === GBP);
      expect(answer(asked, { isComplete: true, orders: inPounds, answers: [] })).not.toBe("unknown");
    }),
    { numRuns: 2_000 },
  );
});

test("whether the purchase itself is among the orders already makes no difference", () => {
  fc.assert(
    fc.property(spec, orders, fc.boolean(), (asked, all, isComplete) => {
      const earlier = all.filter(({ reference }) => reference !== "c1-reference");
      const without = answer(asked, { isComplete, orders: earlier, answers: [] });
      expect(answer(asked, { isComplete, orders: all, answers: [] })).toBe(without);
    }),
    { numRuns: 2_000 },
  );
});
