import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { compile } from "#app/core/decision/compile.ts";
import { middleOf } from "../frame/contender.ts";
import { now } from "../frame/timer.ts";
import { KINDS, workloadOf } from "../workloads/workloads.ts";
import type { Costs } from "./measured.ts";

const SIZE = 10_000;
const TIMES = 9;

/** The slowest workload's middle time, in milliseconds. */
export function compileTime(): Pick<Costs, "compileMs"> {
  const middles = KINDS.map((kind) => {
    const { rules, catalog } = workloadOf(kind, SIZE, 1);
    const took = Array.from({ length: TIMES }, () => {
      const before = now();
      compile({ format: 1, rules }, 1, catalog);
      return (now() - before) / 1e6;
    });
    return middleOf(took);
  });
  return { compileMs: Math.max(...middles) };
}

/** The workload that holds most, each weighed in a process of its own that can ask for garbage to be collected. */
export async function heapInChild(): Promise<Pick<Costs, "heapMb">> {
  const weigh = join(import.meta.dirname, "weigh-compiled.ts");
  const weights: number[] = [];
  for (const { name } of KINDS) {
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", weigh, name]);
    weights.push(Number(stdout));
  }
  return { heapMb: Math.max(...weights) };
}
