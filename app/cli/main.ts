import { systemClock } from "#app/platform/clock.ts";
import { Output } from "./output.ts";
import { runEncore } from "./run-encore.ts";

/** `npm run -s encore -- …` */
process.exitCode = await runEncore(process.argv.slice(2), {
  out: new Output(process.stdout),
  complain: (sentence) => process.stderr.write(`${sentence}\n`),
  now: systemClock,
});
