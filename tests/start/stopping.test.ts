import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { areRunning, descendantsOf, start } from "./start-process.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "encore-start-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sandbox = () =>
  start({
    ENCORE_STORE_PORT: "0",
    ENCORE_ADMIN_PORT: "0",
    ENCORE_PROXY_PORT: "0",
    PORT: "0",
    ENCORE_DATA_FOLDER: folder,
  });

async function allGone(pids: readonly number[], withinMs: number): Promise<number[]> {
  for (let waited = 0; waited < withinMs && areRunning(pids).length > 0; waited += 50) await after(50);
  return areRunning(pids);
}

// The admin's pages may have to be built first.
const FIRST_START_MS = 120_000;

test("npm start prints the store's and the admin's addresses, both answer, and Ctrl-C stops everything it started", {
  timeout: FIRST_START_MS,
}, async () => {
  const started = sandbox();
  await started.says("Ctrl-C stops everything");
  const [store, admin] = [...started.said().matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(String);
  expect((await fetch(store ?? "")).status).toBe(200);
  expect(await (await fetch(admin ?? "")).text()).toContain("app-frame");

  const children = descendantsOf(started.pid);
  expect(children.length).toBeGreaterThanOrEqual(4);
  started.kill("SIGINT");
  expect(await started.ended).toBe(0);
  expect(areRunning(children)).toEqual([]);
});

test("killed outright, it leaves nothing behind, and the next start takes over its data", {
  timeout: 60_000,
}, async () => {
  const started = sandbox();
  await started.says("Ctrl-C stops everything");
  const children = descendantsOf(started.pid);
  started.kill("SIGKILL");
  await started.ended;
  expect(await allGone(children, 12_000)).toEqual([]);

  const again = sandbox();
  await again.says("Ctrl-C stops everything");
  again.kill("SIGTERM");
  expect(await again.ended).toBe(0);
});

test("told to stop at any moment of starting, it stops what it had begun", { timeout: 60_000 }, async () => {
  for (const moment of [0, 300, 900]) {
    const started = sandbox();
    const seen = new Set<number>();
    const look = () => {
      for (const pid of descendantsOf(started.pid)) seen.add(pid);
    };
    await expect.poll(() => descendantsOf(started.pid).length, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
    await after(moment);
    look();
    started.kill("SIGINT");
    const looking = setInterval(look, 20);
    expect(await started.ended).toBe(0);
    clearInterval(looking);
    expect(await allGone([...seen], 2_000)).toEqual([]);
    expect(started.said()).not.toContain("Error");
  }
});
