import { expect, test } from "vitest";
import { objectionToStep } from "#app/core/acceptance/objection-to-step.ts";

const accepted = (...steps: readonly number[]) => steps.map((step) => ({ step }));

test.each([
  ["the first offer, when nothing was accepted", { step: 1 }, accepted(), undefined],
  ["what follows a yes, after that yes", { step: 2, after: "accepted" }, accepted(1), undefined],
  ["what follows a yes that never came", { step: 2, after: "accepted" }, accepted(), "path-left"],
  ["a downsell after a no", { step: 2, after: "declined" }, accepted(), undefined],
  ["a downsell of what was accepted after all", { step: 2, after: "declined" }, accepted(1), "path-left"],
  ["a downsell of the second offer, the first accepted", { step: 3, after: "declined" }, accepted(1), undefined],
  ["the first offer, once its downsell was accepted", { step: 1 }, accepted(2), "path-left"],
  ["a third yes", { step: 3, after: "accepted" }, accepted(1, 2), undefined],
  ["a fourth yes", { step: 4, after: "accepted" }, accepted(1, 2, 3), "enough-accepted"],
] as const)("%s: may it be accepted", (_title, ticket, before, expected) => {
  expect(objectionToStep(ticket, before)).toBe(expected);
});
