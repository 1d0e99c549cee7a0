import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { type Bar, isMet } from "./bar.ts";
import { figure, table } from "./table.ts";

/** A bench by its name: `npm run bench -- NAME`. */
export interface Bench {
  readonly name: string;
  readonly summary: string;
  readonly run: (say: (text: string) => void) => Promise<BenchResults>;
}

export interface BenchResults {
  readonly bars: readonly Bar[];
  /** All that was measured, as JSON. */
  readonly figures: unknown;
}

/** Prints every bar as met or missed and writes bench/results/NAME.json; answers whether all were met. */
export function report({ name }: Bench, { bars, figures }: BenchResults, say: (text: string) => void): boolean {
  const rows = bars.map((bar) => [
    bar.what,
    `${figure(bar.measured)} ${bar.unit}`,
    bar.atMost === undefined ? `≥ ${figure(bar.atLeast ?? 0)} ${bar.unit}` : `≤ ${figure(bar.atMost)} ${bar.unit}`,
    isMet(bar) ? "met" : "MISSED",
  ]);
  say(`\n${table(["bar", "measured", "promised", ""], rows)}`);
  const folder = join(import.meta.dirname, "../results");
  mkdirSync(folder, { recursive: true });
  const document = {
    bench: name,
    machine: {
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      cpu: cpus()[0]?.model.trim() ?? "unknown",
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 2 ** 30),
    },
    bars: bars.map((bar) => ({ ...bar, measured: rounded(bar.measured), isMet: isMet(bar) })),
    figures,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(document, null, 2)}\n`);
  return bars.every(isMet);
}

/** Four digits that count. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
