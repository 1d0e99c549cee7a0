import { compile } from "#app/core/decision/compile.ts";
import { KINDS, workloadOf } from "../workloads/workloads.ts";

/** `node --expose-gc bench/decide/weigh-compiled.ts NAME` prints the megabytes that 10,000 compiled rules hold. */
const { gc } = globalThis;
const kind = KINDS.find(({ name }) => name === process.argv[2]);
if (!gc || !kind) throw new Error("Ask with --expose-gc and the name of a workload.");

const { rules, catalog } = workloadOf(kind, 10_000, 1);
const settled = () => {
  for (let times = 0; times < 4; times++) gc();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};
const before = settled();
const compiled = compile({ format: 1, rules }, 1, catalog);
const after = settled();
console.log(((after - before) / 2 ** 20).toFixed(2));
// Looked at once more, so that none of it was collected before it was weighed.
if (compiled.version !== 1 || rules.length + catalog.products.size === 0) throw new Error("nothing was weighed");
