import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#tests/support/test-database.ts";
import { ALL_BUILDS, buildWhatIsStale } from "../../scripts/start/builds.ts";
import { waitUntilLive } from "../../scripts/start/wait-until-live.ts";
import { descendantsOf, start } from "./start-process.ts";

const ROOT = new URL("../../", import.meta.url);
const database = await testDatabase();

beforeAll(async () => {
  await buildWhatIsStale(fileURLToPath(ROOT), ALL_BUILDS, {
    building: () => undefined,
    signal: new AbortController().signal,
  });
}, 120_000);

test("with all four variables it is the server of a real app: one process, no sandbox, and SIGTERM ends it", async () => {
  const port = await freePort();
  const started = start({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "client-secret",
    SHOPIFY_APP_URL: "https://encore.example.com",
    DATABASE_URL: database.ownerUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    NODE_OPTIONS: `--import=${tellsWhatItLoadsOf(new URL("sandbox/", ROOT).href)}`,
  });
  const { signal } = new AbortController();
  await waitUntilLive(`http://127.0.0.1:${port}/healthz`, { withinMs: 15_000, signal });
  expect(descendantsOf(started.pid)).toEqual([]);
  expect(started.said()).not.toContain("it loads");
  expect(started.said()).not.toContain("client-secret");
  started.kill("SIGTERM");
  expect(await started.ended).toBe(0);
});

function tellsWhatItLoadsOf(folder: string): string {
  const code = `import { registerHooks } from "node:module";
    registerHooks({ load(url, context, next) {
      if (url.startsWith(${JSON.stringify(folder)})) console.log("it loads " + url);
      return next(url, context);
    } });`;
  return `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
