import { join } from "node:path";
import type { SandboxPorts } from "#app/platform/env.ts";
import { ALL_BUILDS, buildWhatIsStale } from "./builds.ts";
import { type Child, type ChildPlan, startChild } from "./child.ts";
import { openDataFolder } from "./data-folder.ts";
import { claimPorts } from "./ports.ts";
import type { Running } from "./running.ts";
import { sandboxEnvironments } from "./sandbox-settings.ts";
import { waitUntilLive } from "./wait-until-live.ts";

export interface SandboxRun {
  readonly storeUrl: string;
  readonly adminUrl: string;
  readonly app: Child;
  readonly sandbox: Child;
  readonly database: Child;
  readonly plans: { readonly app: ChildPlan; readonly sandbox: ChildPlan };
}

export interface SandboxAsk {
  readonly root: string;
  readonly dataFolder: string;
  readonly ports: SandboxPorts;
  /** The children's words also go to this terminal. */
  readonly aloud: boolean;
  readonly say: (line: string) => void;
}

/**
 * Everything on this machine: PostgreSQL, what is stale built, the store with its admin, the app. Resolves when all of it
 * answers; each thing is handed to `running` as it starts. Throws CannotStart with one sentence.
 */
export async function runSandbox(ask: SandboxAsk, running: Running): Promise<SandboxRun> {
  const { root, dataFolder, say } = ask;
  const ports = await claimPorts(ask.ports);
  const release = await openDataFolder(dataFolder);
  running.add(async () => release());
  const start = (plan: ChildPlan): Child => {
    running.signal.throwIfAborted();
    const child = startChild(plan);
    running.add(() => child.stop());
    return child;
  };
  const planned = (name: string, run: readonly string[], env: NodeJS.ProcessEnv): ChildPlan => {
    return { name, run, root, env, logFile: join(dataFolder, "logs", `${name}.log`), aloud: ask.aloud };
  };

  const { storeUrl, adminUrl, ...env } = await sandboxEnvironments(root, ports, dataFolder);
  const database = start(
    planned("database", ["scripts/start/database-process.ts", join(dataFolder, "postgres")], process.env),
  );
  const sandboxPlan = planned("sandbox", ["sandbox/main.ts"], env.sandbox);
  const sandbox = start(sandboxPlan);
  const [{ url, ownerUrl }, { migrate }] = await Promise.all([
    database.ready<{ url: string; ownerUrl: string }>(),
    import("#app/stores/migrate.ts"),
    sandbox.ready(),
    buildWhatIsStale(root, ALL_BUILDS, {
      building: (name) => say(`  Building the ${name} …`),
      signal: running.signal,
    }),
  ]);
  await migrate(ownerUrl);

  const appPlan = planned("app", ["--import", "./sandbox/redirect-fetch.ts", "server.ts"], env.app(url));
  const app = start(appPlan);
  const live = `http://127.0.0.1:${ports.app}/healthz`;
  await Promise.race([waitUntilLive(live, { withinMs: 60_000, signal: running.signal }), app.diesEarly()]);
  return { storeUrl, adminUrl, app, sandbox, database, plans: { app: appPlan, sandbox: sandboxPlan } };
}
