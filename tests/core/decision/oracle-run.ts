import { firstDisagreement } from "./oracle/compare.ts";

/** `npm run oracle [-- COUNT [FROM]]`: a million questions, or so many; ends with 1 and the smallest case when one differs. */
const [count, first] = [Number(process.argv[2] ?? 1_000_000), Number(process.argv[3] ?? 0)];
const AT_ONCE = 10_000;
const started = performance.now();
let shown = 0;
for (let from = 0; from < count; from += AT_ONCE) {
  const to = Math.min(count, from + AT_ONCE);
  const compared = firstDisagreement({ from: first + from, to: first + to });
  shown += compared.shown;
  if (compared.disagreement !== undefined) {
    console.error(compared.disagreement);
    process.exit(1);
  }
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(`${to.toLocaleString("en")} agree, ${((shown / to) * 100).toFixed(1)} % show an offer, ${seconds} s`);
}
