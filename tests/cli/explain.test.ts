import { expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { EVIDENCE_FORMAT, type EvidenceBundle } from "#app/core/decision/evidence-bundle.ts";
import { evidenceOf } from "#app/core/decision/evidence-of.ts";
import type { DecisionId } from "#app/core/values/ids.ts";
import { generated } from "#tests/core/decision/generated.ts";
import { DEMO_SHOP, NOON, someCatalog, someFacts, someProduct, someRule } from "#tests/support/builders.ts";
import { encore, files } from "./run-cli.ts";

function bundleOfTeacups(): EvidenceBundle {
  const facts = someFacts();
  const catalog = someCatalog({ products: [someProduct()] });
  const rulebook = { format: 1 as const, rules: [someRule()] };
  const compiled = compile(rulebook, 3, catalog);
  return {
    format: EVIDENCE_FORMAT,
    shop: DEMO_SHOP,
    order: { reference: facts.reference, name: "#1001" },
    decisions: [
      {
        id: "d-1" as DecisionId,
        at: NOON,
        version: 3,
        rulebook,
        evidence: evidenceOf(facts, compiled),
        decision: decide(facts, compiled),
      },
    ],
    events: [{ at: NOON + 1_000, kind: "impression" }],
  };
}

test("tells an order's decision again, in words, with each rule's fate and what happened", async () => {
  const { bundle } = files({ bundle: bundleOfTeacups() });
  const { code, out, complaints } = await encore("explain", bundle);
  expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
  expect(out).toContain(`Order #1001 of ${DEMO_SHOP}: 1 decision.`);
  expect(out).toContain("Regency Cakestand 3 Tier: 10.84 GBP instead of 12.75 GBP");
  expect(out).toContain("✓ bought");
  expect(out).toContain("Decided again from its evidence: the same.");
  expect(out).toContain("2026-11-21 12:00:01 UTC  impression");
});

test("says where a decision is made otherwise now, and ends with 1", async () => {
  const bundle = JSON.parse(JSON.stringify(bundleOfTeacups()));
  bundle.decisions[0].decision.offer.products[0].variants[0].offerPrice.minor = 999;
  const { code, out } = await encore("explain", files({ bundle }).bundle);
  expect(code).toBe(1);
  expect(out).toContain("products[0].variants[0].offerPrice.minor: 999 then, 1084 now");
});

test("recomputes any decision from its bundle", async () => {
  for (let number = 0; number < 150; number++) {
    const { facts, rulebook, catalog, uses } = generated(7_000_000 + number);
    const compiled = compile(rulebook, 1, catalog);
    const bundle: EvidenceBundle = {
      format: EVIDENCE_FORMAT,
      shop: facts.shop,
      decisions: [
        {
          id: "d" as DecisionId,
          at: facts.at,
          version: 1,
          rulebook,
          evidence: evidenceOf(facts, compiled, uses),
          decision: decide(facts, compiled, uses),
        },
      ],
      events: [],
    };
    const { code, complaints } = await encore("explain", files({ bundle }).bundle);
    expect({ number, code, complaints }).toEqual({ number, code: 0, complaints: [] });
  }
});

test.each([
  ["another format", (bundle: Record<string, unknown>) => ({ ...bundle, format: "encore-evidence-9" }), "format: "],
  ["no decisions", ({ decisions: _none, ...bundle }: Record<string, unknown>) => bundle, "decisions: "],
  ["a word that means nothing", (bundle: Record<string, unknown>) => ({ ...bundle, colour: "red" }), "colour: "],
  ["a list", () => [], "(the whole): "],
])("cannot use %s", async (_what, change, place) => {
  const bundle = change(JSON.parse(JSON.stringify(bundleOfTeacups())));
  const { code, out, complaints } = await encore("explain", files({ bundle }).bundle);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(complaints.some((line) => line.trim().startsWith(place))).toBe(true);
});

test("cannot use evidence whose parts were changed so that they do not go together", async () => {
  const bundle = JSON.parse(JSON.stringify(bundleOfTeacups()));
  const [decision] = bundle.decisions;
  decision.evidence.facts.lines[0].quantity = "two";
  decision.evidence.shop.timezone = "Atlantis/Capital";
  const { code, out, complaints } = await encore("explain", files({ bundle }).bundle);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(complaints.join("\n")).toContain("decisions[0].evidence.facts.lines[0].quantity");
  expect(complaints.join("\n")).toContain("decisions[0].evidence.shop.timezone");
});
