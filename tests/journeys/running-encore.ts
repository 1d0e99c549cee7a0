import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { descendantsOf, start } from "#tests/start/start-process.ts";

/** A whole Encore of its own, as `npm start` runs it: its ports are free ones, its data is new and goes with it. */
export interface RunningEncore {
  readonly storeUrl: string;
  readonly adminUrl: string;
  readonly appUrl: string;
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

const SHOTS = new URL("../.artifacts/journey/", import.meta.url).pathname;
let taken = 0;

/** A picture of the step, to be looked at: tests/.artifacts/journey/first-second-sale/07-the-offer.png. */
export async function shoot(page: Page, name: string): Promise<void> {
  const album = join(SHOTS, basename(expect.getState().testPath ?? "journey", ".test.ts"));
  if (taken === 0) rmSync(album, { recursive: true, force: true });
  mkdirSync(album, { recursive: true });
  taken += 1;
  await page.screenshot({ path: join(album, `${String(taken).padStart(2, "0")}-${name}.png`), fullPage: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
