import { expect, test } from "vitest";
import { limitReached } from "#app/core/acceptance/limit-reached.ts";
import type { PastAnswer } from "#app/core/facts/customer-history.ts";
import type { Limits } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { PurchaseReference, RuleId } from "#app/core/values/ids.ts";
import { NOON, pounds, someFacts, someRule } from "#tests/support/builders.ts";

const { id: rule } = someRule();
const DAY = 24 * 60 * 60_000;
const answered = (days: number, overrides: Partial<PastAnswer> = {}): PastAnswer => ({
  reference: "earlier" as PurchaseReference,
  rule,
  answer: "accepted",
  at: NOON - days * DAY,
  ...overrides,
});
const euros = (amount: number) => ({ ...pounds(amount), currency: "EUR" as Currency });
const once: Limits = { oncePerCustomer: {} };
const used = (acceptsToday: number, discountGiven: number) => [{ rule, acceptsToday, discountGiven }];
const of = (...answers: readonly PastAnswer[]) => ({ history: { isComplete: false, orders: [], answers }, use: [] });

test.each([
  ["nothing used, nothing reached", { acceptsPerDay: 1, discountBudget: pounds(2) }, { use: [] }, undefined],
  ["the last of the day", { acceptsPerDay: 10 }, { use: used(9, 0) }, undefined],
  ["one more than a day has", { acceptsPerDay: 10 }, { use: used(10, 0) }, "accepts-per-day"],
  ["the last penny of the budget", { discountBudget: pounds(10) }, { use: used(0, 809) }, undefined],
  ["a penny past the budget", { discountBudget: pounds(10) }, { use: used(0, 810) }, "discount-budget"],
  ["a budget smaller than one discount", { discountBudget: pounds(1.9) }, { use: [] }, "discount-budget"],
  ["a budget that cannot be counted", { discountBudget: euros(100) }, { use: [] }, "priced-in-shop-currency"],
  ["a customer's first answer", once, of(), undefined],
  ["a customer who accepted it before", once, of(answered(400)), "once-per-customer"],
  ["a customer who declined it before", once, of(answered(400, { answer: "declined" })), "once-per-customer"],
  ["an answer to another rule", once, of(answered(1, { rule: "other" as RuleId })), undefined],
  [
    "an answer to another step of this purchase",
    once,
    of(answered(0, { reference: someFacts().reference })),
    undefined,
  ],
  ["an answer longer ago than the rule looks back", { oncePerCustomer: { days: 30 } }, of(answered(31)), undefined],
  ["an answer within the days", { oncePerCustomer: { days: 30 } }, of(answered(29)), "once-per-customer"],
  ["a guest, who cannot be counted", once, { use: [] }, "once-per-customer"],
] as const)("%s", (_title, limits, known, expected) => {
  expect(limitReached(limits, { rule, facts: someFacts(), known }, pounds(1.91))).toBe(expected);
});
