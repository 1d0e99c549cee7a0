import { expect, test } from "vitest";
import { decisionsNow, GOLDEN_COUNT, goldenDecisions } from "./golden/decisions.ts";

test("decides 10,000 purchases as every release before it did", { timeout: 120_000 }, () => {
  const golden = goldenDecisions();
  expect(golden).toHaveLength(GOLDEN_COUNT);
  decisionsNow().forEach((line, index) => {
    expect(`${index + 1}: ${line}`).toBe(`${index + 1}: ${golden[index]}`);
  });
});
