import { expect, test } from "vitest";
import { surfacesThatAsk } from "#app/core/extract/surfaces-that-ask.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import { someRule } from "#tests/support/builders.ts";

const asking = (surfaces: readonly Surface[], isTrialRunning = false) =>
  surfacesThatAsk({ format: 1, rules: [someRule({ surfaces })] }, isTrialRunning);

test("a shop with nothing but a checkout bump never waits for the app", () => {
  expect(asking(["checkout"])).toEqual([]);
});

test("thank-you asks where the post-purchase page may have been answered, also to go on with its path", () => {
  expect(asking(["post-purchase", "thank-you"])).toContain("thank-you");
  expect(asking(["post-purchase"])).toContain("thank-you");
  expect(asking(["thank-you"])).not.toContain("thank-you");
});

test("order status asks what thank-you was told, and the checkout what the cart was", () => {
  expect(asking(["thank-you"])).toEqual(["order-status"]);
  expect(asking(["cart", "checkout"])).toEqual(["checkout"]);
});

test("only rules that are live count, and a trial asks everywhere", () => {
  expect(surfacesThatAsk({ format: 1, rules: [someRule({ status: "paused" })] }, false)).toEqual([]);
  expect(asking(["checkout"], true)).toEqual(["checkout", "thank-you", "order-status"]);
});
