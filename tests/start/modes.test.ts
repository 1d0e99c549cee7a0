import { mkdtemp, readdir, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { ALL_BUILDS, buildWhatIsStale } from "../../scripts/start/builds.ts";
import { openDataFolder } from "../../scripts/start/data-folder.ts";
import { descendantsOf, start } from "./start-process.ts";

const FREE = { ENCORE_STORE_PORT: "0", ENCORE_ADMIN_PORT: "0", ENCORE_PROXY_PORT: "0", PORT: "0" };
const SHOPIFY = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  SHOPIFY_APP_URL: "https://encore.example.com",
};

// A production server says first that it was never built: here it was.
beforeAll(async () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  await buildWhatIsStale(root, ALL_BUILDS, { building: () => undefined, signal: new AbortController().signal });
}, 120_000);

/** What a person reads when it does not start: it must be one sentence, and the exit code 1. */
async function refusal(env: Record<string, string>): Promise<string> {
  const started = start(env);
  const code = await started.ended;
  expect(code).toBe(1);
  expect(descendantsOf(started.pid)).toEqual([]);
  return started.said().trim();
}

test("one of the four variables alone is told which others a production server needs", async () => {
  expect(await refusal({ SHOPIFY_API_KEY: "key", SHOPIFY_APP_URL: "https://encore.example.com" })).toBe(
    "SHOPIFY_API_SECRET and DATABASE_URL are not set: a production server needs SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL and DATABASE_URL.",
  );
});

test("production with nothing set does not fall back to the sandbox", async () => {
  expect(await refusal({ NODE_ENV: "production" })).toMatch(/^SHOPIFY_API_KEY, .* are not set: [^\n]*$/);
});

test("a database that cannot be reached is named, its password never", async () => {
  const said = await refusal({ ...SHOPIFY, DATABASE_URL: "postgresql://me:pa55word@127.0.0.1:1/encore" });
  expect(said).toMatch(/^The database at 127\.0\.0\.1:1 cannot be reached[^\n]*$/);
  expect(said).not.toContain("pa55word");
});

test("a busy port is named with the variable that chooses another, and nothing is started", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  try {
    expect(await refusal({ ...FREE, ENCORE_ADMIN_PORT: String(port) })).toBe(
      `Port ${port}, for the admin, is in use by another program: stop that one, or choose another port with ENCORE_ADMIN_PORT.`,
    );
  } finally {
    other.close();
  }
});

test("a data folder that cannot be written is named, and nothing is started", async () => {
  const folder = fileURLToPath(new URL("modes.test.ts/inside-a-file", import.meta.url));
  expect(await refusal({ ...FREE, ENCORE_DATA_FOLDER: folder })).toBe(
    `Nothing can be written to ${folder} (ENOTDIR): make it writable, or name another folder in ENCORE_DATA_FOLDER.`,
  );
});

test("a second start with the same data is refused before it touches anything of the first", async () => {
  const folder = await mkdtemp(join(tmpdir(), "encore-data-"));
  const release = await openDataFolder(folder);
  try {
    const said = await refusal({ ...FREE, ENCORE_DATA_FOLDER: folder });
    expect(said).toBe(
      `Encore already runs with its data in ${folder}: stop that one, or name another folder in ENCORE_DATA_FOLDER.`,
    );
    expect(await readdir(join(folder, "logs"))).toEqual([]);
  } finally {
    release();
    await rm(folder, { recursive: true });
  }
});

test("a port that is none is told so", async () => {
  expect(await refusal({ ...FREE, PORT: "eighty" })).toBe("PORT is not a port: a whole number from 0 to 65535.");
});
