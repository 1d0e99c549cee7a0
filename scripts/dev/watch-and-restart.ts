import { ADMIN, buildWhatIsStale, EXTENSIONS } from "../start/builds.ts";
import { type Child, startChild } from "../start/child.ts";
import type { SandboxRun } from "../start/run-sandbox.ts";
import type { Running } from "../start/running.ts";
import { type Affected, affectedBy } from "./affected-by.ts";
import { changedFiles } from "./changed-files.ts";

const WATCHED = ["app", "extensions", "hosts", "sandbox"];

/**
 * Builds and restarts what a changed file concerns, until it is time to stop. A build that fails is told and leaves what
 * runs as it is; a process that ends by itself waits for the next change.
 */
export async function watchAndRestart(root: string, run: SandboxRun, running: Running): Promise<void> {
  const children: Record<"app" | "sandbox", Child> = { app: run.app, sandbox: run.sandbox };
  running.add(async () => {
    await Promise.all([children.app.stop(), children.sandbox.stop()]);
  });
  const restart = async (name: "app" | "sandbox") => {
    await children[name].stop();
    if (running.signal.aborted) return;
    children[name] = startChild(run.plans[name]);
    console.log(`  Restarted the ${name}.`);
  };
  const act = async (affected: Affected) => {
    const building = (name: string) => console.log(`  Building the ${name} …`);
    const builds = [...(affected.extensions ? [EXTENSIONS] : []), ...(affected.app ? [ADMIN] : [])];
    const built = await buildWhatIsStale(root, builds, { building, signal: running.signal });
    if (affected.app) await restart("app");
    if (affected.sandbox) await restart("sandbox");
    if (built.includes(EXTENSIONS.name)) console.log("  The extensions are new: begin another checkout to see them.");
  };

  for await (const changed of changedFiles(root, WATCHED, running.signal)) {
    const affected = affectedBy(changed);
    if (!affected.app && !affected.sandbox && !affected.extensions) continue;
    await act(affected).catch((error: unknown) => {
      if (!running.signal.aborted) console.error(error instanceof Error ? error.message : error);
    });
  }
}
