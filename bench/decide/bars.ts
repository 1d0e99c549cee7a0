import type { Bar } from "../frame/bar.ts";
import { ratioOf } from "../frame/contender.ts";
import { type Costs, FLOOR, figuresOf, type Measured, OURS } from "./measured.ts";

const MOST_RULES = 10_000;
const FEWEST_RULES = 10;

/** What was promised of deciding, beside what was measured. */
export function barsOf(measured: readonly Measured[], { compileMs, heapMb, bundle }: Costs): Bar[] {
  const largest = measured.filter(({ size }) => size === MOST_RULES);
  return [
    ...largest.filter(({ isAdversarial }) => !isAdversarial).flatMap(plainBars),
    ...largest.filter(({ isAdversarial }) => isAdversarial).flatMap(adversarialBars),
    ...largest.map((one) => growthBar(one, measured)),
    ...largest.flatMap(peerBars),
    { what: "compiling 10,000 rules", measured: compileMs, atMost: 250, unit: "ms" },
    { what: "holding 10,000 compiled rules", measured: heapMb, atMost: 15, unit: "MB" },
    { what: "deciding without sentences, brotli", measured: bundle.brotli / 1024, atMost: 10, unit: "KB" },
    { what: "deciding without sentences, deflate", measured: bundle.deflate / 1024, atMost: 10, unit: "KB" },
  ];
}

function plainBars(one: Measured): Bar[] {
  const ours = figuresOf(one, OURS);
  return [
    { what: `${one.workload}: of the floor`, measured: ratioOf(ours, figuresOf(one, FLOOR)), atMost: 2.5, unit: "×" },
    { what: `${one.workload}: p99`, measured: (ours.p99 ?? Number.NaN) / 1e3, atMost: 10, unit: "µs" },
  ];
}

function adversarialBars(one: Measured): Bar[] {
  const { p50 = Number.NaN, p99 = Number.NaN } = figuresOf(one, OURS);
  return [
    { what: `${one.workload}: p50`, measured: p50 / 1e3, atMost: 5, unit: "µs" },
    { what: `${one.workload}: p99`, measured: p99 / 1e3, atMost: 25, unit: "µs" },
  ];
}

function growthBar(most: Measured, all: readonly Measured[]): Bar {
  const few = all.find(({ workload, size }) => workload === most.workload && size === FEWEST_RULES);
  const grown = few ? figuresOf(most, OURS).median / figuresOf(few, OURS).median : Number.NaN;
  return { what: `${most.workload}: 10 → 10,000 rules`, measured: grown, atMost: 3, unit: "×" };
}

/**
 * Where a scan may stop early, a peer that stops is as quick as the first rule that fits stands high; what is promised is
 * against asking every rule there, and against the peer that stops wherever it has to ask nearly all of them.
 */
function peerBars(one: Measured): Bar[] {
  const ours = figuresOf(one, OURS);
  const asked = one.workload === "dense" || one.workload === "catch-all" ? ", every rule" : "";
  return [
    ["@ucast/mongo2js", 1_000],
    ["json-rules-engine", 100_000],
  ].map(([peer, atLeast]) => ({
    what: `${one.workload}: faster than ${peer}${asked}`,
    measured: ratioOf(figuresOf(one, `${peer}${asked}`), ours),
    atLeast: Number(atLeast),
    unit: "×",
  }));
}
