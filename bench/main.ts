import { bench as admin } from "./admin.ts";
import { bench as decide } from "./decide.ts";
import { type Bench, report } from "./frame/results.ts";
import { bench as surfaces } from "./surfaces.ts";

/** `npm run bench` runs every bench, `npm run bench -- decide` that one, `npm run bench -- --list` none. */
const BENCHES: readonly Bench[] = [decide, surfaces, admin];

const asked = process.argv.slice(2);
if (asked.includes("--list") || asked.includes("--help")) {
  console.log("npm run bench -- [NAME …]   runs all benches, or those that are named\n");
  for (const { name, summary } of BENCHES) console.log(`  ${name.padEnd(12)}${summary}`);
} else {
  const unknown = asked.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    console.error(`There is no bench ${unknown.join(", ")}; there are: ${BENCHES.map(({ name }) => name).join(", ")}.`);
    process.exitCode = 2;
  } else {
    const chosen = asked.length === 0 ? BENCHES : BENCHES.filter(({ name }) => asked.includes(name));
    for (const bench of chosen) {
      const results = await bench.run(console.log);
      if (!report(bench, results, console.log)) process.exitCode = 1;
    }
  }
}
