import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { descendantsOf, start } from "#tests/start/start-process.ts";
import { freePort } from "./free-port.ts";

/** A whole Encore of its own, as `npm start` runs it: its ports are free ones, its data is new and goes with it. */
export interface RunningEncore {
  readonly storeUrl: string;
  readonly adminUrl: string;
  readonly appUrl: string;
  /** What the app itself was given: its data can be filled from outside. */
  readonly databaseUrl: string;
  /** From the command to the addresses, in milliseconds. */
  readonly startedInMs: number;
  /** Our server hears nothing and says nothing until it is woken; the shop and its database go on. */
  silenceApp(): void;
  wakeApp(): void;
  stop(): Promise<void>;
}

export async function runEncore(): Promise<RunningEncore> {
  const [store, admin, proxy, app] = (await Promise.all([freePort(), freePort(), freePort(), freePort()])) as [
    number,
    number,
    number,
    number,
  ];
  const data = mkdtempSync(join(tmpdir(), "encore-journey-"));
  const began = performance.now();
  const running = start({
    ENCORE_STORE_PORT: String(store),
    ENCORE_ADMIN_PORT: String(admin),
    ENCORE_PROXY_PORT: String(proxy),
    PORT: String(app),
    ENCORE_DATA_FOLDER: data,
  });
  const storeUrl = `http://127.0.0.1:${store}`;
  await running.says(storeUrl);
  return {
    storeUrl,
    adminUrl: `http://127.0.0.1:${admin}`,
    appUrl: `http://127.0.0.1:${app}`,
    databaseUrl: environmentOf(appOf(running.pid)).DATABASE_URL ?? "",
    startedInMs: performance.now() - began,
    silenceApp: () => process.kill(appOf(running.pid), "SIGSTOP"),
    wakeApp: () => process.kill(appOf(running.pid), "SIGCONT"),
    stop: async () => {
      running.kill("SIGINT");
      await running.ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function appOf(pid: number): number {
  const app = descendantsOf(pid).find((each) => readFileSync(`/proc/${each}/cmdline`, "utf8").includes("server.ts"));
  if (app === undefined) throw new Error("the app runs no more");
  return app;
}

function environmentOf(pid: number): Record<string, string> {
  const entries = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").filter(Boolean);
  return Object.fromEntries(
    entries.map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
  );
}
