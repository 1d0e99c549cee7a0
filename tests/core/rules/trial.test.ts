import { expect, test } from "vitest";
import { isInTrial, type Trial } from "#app/core/rules/trial.ts";
import type { CustomerId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { DEMO_SHOP } from "#tests/support/builders.ts";

const trial = (percent: number, seed = 7): Trial => ({ version: 7, percent, seed });
const purchase = (number: number) => ({ reference: `c-${number}` as PurchaseReference });
const purchases = Array.from({ length: 20_000 }, (_, number) => purchase(number));
const tryers = (percent: number, seed = 7, shop: Shop = DEMO_SHOP) =>
  purchases.filter((shopper) => isInTrial(shop, trial(percent, seed), shopper));

test("as many shoppers try a version as the merchant said, to within a percent", () => {
  for (const percent of [1, 10, 50, 99]) expect(tryers(percent).length / 200).toBeCloseTo(percent, -0.5);
});

test("whoever tries a version goes on with it when the trial is widened", () => {
  const wider = new Set(tryers(30));
  expect(tryers(10).every((shopper) => wider.has(shopper))).toBe(true);
});

test("a customer is asked by the same version at every purchase, a guest by that of the purchase", () => {
  const ann = "71" as CustomerId;
  const answers = purchases.slice(0, 50).map((one) => isInTrial(DEMO_SHOP, trial(50), { ...one, customer: ann }));
  expect(new Set(answers).size).toBe(1);
  expect(new Set(purchases.slice(0, 50).map((one) => isInTrial(DEMO_SHOP, trial(50), one))).size).toBe(2);
});

test("the next trial, and another shop's, has other shoppers", () => {
  const first = new Set(tryers(50));
  for (const other of [tryers(50, 8), tryers(50, 7, "other.myshopify.com" as Shop)]) {
    const shared = other.filter((shopper) => first.has(shopper)).length / other.length;
    expect(shared).toBeGreaterThan(0.45);
    expect(shared).toBeLessThan(0.55);
  }
});

test("the same shoppers try a version on every machine and in every release", () => {
  expect(
    tryers(1)
      .slice(0, 5)
      .map(({ reference }) => reference),
  ).toMatchInlineSnapshot(`
    [
      "c-153",
      "c-213",
      "c-242",
      "c-354",
      "c-358",
    ]
  `);
});
