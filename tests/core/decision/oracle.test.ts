import { expect, test } from "vitest";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { generated } from "./generated.ts";
import { firstDisagreement } from "./oracle/compare.ts";

/** `npm run oracle` goes on to a million. */
const PAIRS = 20_000;

test("decides as a patient reader of the documentation would, on 20,000 random shops, purchases and rulebooks", {
  timeout: 300_000,
}, () => {
  const { disagreement, shown } = firstDisagreement({ from: 0, to: PAIRS });
  expect(disagreement).toBeUndefined();
  // Else the agreement would mostly be about showing nothing.
  expect(shown / PAIRS).toBeGreaterThan(0.3);
});

test("every rulebook that is tried so is one that a merchant could import", () => {
  for (let number = 0; number < 500; number++) {
    const document = JSON.parse(JSON.stringify(generated(number).rulebook));
    expect(validateRulebook(document), `rulebook ${number}`).toMatchObject({ kind: "valid" });
  }
});
