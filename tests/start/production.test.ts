import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { startEmbeddedPostgres } from "#app/platform/embedded-postgres.ts";
import { freePort } from "#tests/support/free-port.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { ALL_BUILDS, buildWhatIsStale } from "../../scripts/start/builds.ts";
import { waitUntilLive } from "../../scripts/start/wait-until-live.ts";
import { descendantsOf, start } from "./start-process.ts";

const ROOT = new URL("../../", import.meta.url);
/** Where other tests run beside it; alone it takes a few seconds. */
const START_WITHIN_MS = 60_000;
const database = await testDatabase();

const production = (databaseUrl: string, port: number, more: Record<string, string> = {}) =>
  start({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "client-secret",
    SHOPIFY_APP_URL: "https://encore.example.com",
    DATABASE_URL: databaseUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    ...more,
  });

beforeAll(async () => {
  await buildWhatIsStale(fileURLToPath(ROOT), ALL_BUILDS, {
    building: () => undefined,
    signal: new AbortController().signal,
  });
}, 120_000);

test("with all four variables it is the server of a real app: one process, no sandbox, and SIGTERM ends it", {
  timeout: 90_000,
}, async () => {
  const port = await freePort();
  const started = production(database.ownerUrl, port, {
    NODE_OPTIONS: `--import=${tellsWhatItLoadsOf(new URL("sandbox/", ROOT).href)}`,
  });
  const { signal } = new AbortController();
  await waitUntilLive(`http://127.0.0.1:${port}/healthz`, { withinMs: START_WITHIN_MS, signal });
  expect(descendantsOf(started.pid)).toEqual([]);
  expect(started.said()).not.toContain("it loads");
  expect(started.said()).not.toContain("client-secret");
  started.kill("SIGTERM");
  expect(await started.ended).toBe(0);
});

test("told to stop while its database is away, it ends all the same", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "encore-away-"));
  const postgres = await startEmbeddedPostgres({ folder });
  try {
    const port = await freePort();
    const started = production(postgres.ownerUrl, port);
    const { signal } = new AbortController();
    await waitUntilLive(`http://127.0.0.1:${port}/healthz`, { withinMs: START_WITHIN_MS, signal });
    await postgres.stop();
    started.kill("SIGTERM");
    await started.ended;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
    if (process.getuid?.() === 0) await rm(dirname(postgres.dataFolder), { recursive: true, force: true });
  }
});

function tellsWhatItLoadsOf(folder: string): string {
  const code = `import { registerHooks } from "node:module";
    registerHooks({ load(url, context, next) {
      if (url.startsWith(${JSON.stringify(folder)})) console.log("it loads " + url);
      return next(url, context);
    } });`;
  return `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
}
