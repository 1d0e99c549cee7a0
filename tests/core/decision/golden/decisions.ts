import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { generated } from "../generated.ts";
import { brief } from "../oracle/agreement.ts";

export const GOLDEN_COUNT = 10_000;
const FROM = 2_000_000;
const FILE = new URL("./decisions-10000.txt", import.meta.url);

/** One short line for each decision: the winning rule with products, variants, prices and quantities, or why nothing is shown. */
export function decisionsNow(): string[] {
  return Array.from({ length: GOLDEN_COUNT }, (_, index) => {
    const { facts, rulebook, catalog, uses } = generated(FROM + index);
    return brief(decide(facts, compile(rulebook, 1, catalog), uses));
  });
}

export function goldenDecisions(): string[] {
  return readFileSync(FILE, "utf8").trimEnd().split("\n");
}

/** `node tests/core/decision/golden/decisions.ts` writes the file anew: a change of it is a change of what shops decide. */
if (import.meta.main) writeFileSync(FILE, `${decisionsNow().join("\n")}\n`);
