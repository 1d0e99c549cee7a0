import { join, relative, resolve } from "node:path";
import { chooseMode } from "#app/platform/env.ts";
import { watchAndRestart } from "./scripts/dev/watch-and-restart.ts";
import { banner } from "./scripts/start/banner.ts";
import { runProduction } from "./scripts/start/run-production.ts";
import { runSandbox } from "./scripts/start/run-sandbox.ts";
import { Running } from "./scripts/start/running.ts";
import { stopWithNpm } from "./scripts/start/stop-with-npm.ts";

const ROOT = import.meta.dirname;
const begun = performance.now();

/** `npm start`: chooses the mode and runs it. `npm run dev` is the sandbox with `--watch`. */
async function start(): Promise<void> {
  stopWithNpm();
  const mode = chooseMode(process.env);
  switch (mode.kind) {
    case "unusable":
      fail(mode.sentence);
      break;
    case "production":
      await runProduction(ROOT, mode).catch(fail);
      break;
    case "sandbox":
      await startSandbox(mode.ports, process.argv.includes("--watch"));
      break;
    default:
      mode satisfies never;
  }
}

async function startSandbox(ports: Parameters<typeof runSandbox>[0]["ports"], watches: boolean): Promise<void> {
  const running = new Running();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => running.ask());
  const dataFolder = resolve(ROOT, process.env.ENCORE_DATA_FOLDER || ".data");
  try {
    const run = await runSandbox({ root: ROOT, dataFolder, ports, aloud: watches, say: console.log }, running);
    const logs = dataFolder.startsWith(ROOT) ? relative(ROOT, join(dataFolder, "logs")) : join(dataFolder, "logs");
    console.log(banner({ ...run, tookMs: performance.now() - begun, logs }));
    if (watches) await watchAndRestart(ROOT, run, running);
    else
      await Promise.race([
        asked(running.signal),
        ...[run.app, run.sandbox, run.database].map((child) => child.diesEarly()),
      ]);
    await running.stopAll();
  } catch (error) {
    const wasAsked = running.signal.aborted;
    await running.stopAll();
    if (!wasAsked) fail(error);
  }
}

function asked(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** The sentence of what is expected to go wrong; the whole of what is not. */
function fail(problem: unknown): void {
  const isExpected = problem instanceof Error && ["CannotStart", "AppError"].includes(problem.name);
  console.error(isExpected ? problem.message : problem);
  process.exitCode = 1;
}

await start();
