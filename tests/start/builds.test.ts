import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { affectedBy } from "../../scripts/dev/affected-by.ts";
import { type Build, buildWhatIsStale } from "../../scripts/start/builds.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "encore-builds-"));
  await mkdir(join(root, "source"));
  await writeFile(join(root, "source/page.ts"), "one");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const PAGES: Build = {
  name: "pages",
  inputs: ["source", "lock.json"],
  outputs: ["pages.js"],
  run: (folder) => writeFile(join(folder, "pages.js"), "built"),
};

const build = (builds = [PAGES]) =>
  buildWhatIsStale(root, builds, { building: () => undefined, signal: new AbortController().signal });

test("what was never built is built, and not again while nothing changes", async () => {
  expect(await build()).toEqual(["pages"]);
  expect(await build()).toEqual([]);
});

test("another content is built again; another date alone is not", async () => {
  await build();
  await utimes(join(root, "source/page.ts"), new Date(), new Date(0));
  expect(await build()).toEqual([]);
  await writeFile(join(root, "source/page.ts"), "two");
  expect(await build()).toEqual(["pages"]);
});

test("a new file, a renamed one and a new lock count as a change", async () => {
  await build();
  await writeFile(join(root, "source/other.ts"), "");
  expect(await build()).toEqual(["pages"]);
  await writeFile(join(root, "lock.json"), "{}");
  expect(await build()).toEqual(["pages"]);
});

test("a build that was deleted is made again", async () => {
  await build();
  await rm(join(root, "pages.js"));
  expect(await build()).toEqual(["pages"]);
});

test("a build that fails is tried again at the next start", async () => {
  const failing: Build = { ...PAGES, run: () => Promise.reject(new Error("no room")) };
  await expect(build([failing])).rejects.toThrow("no room");
  expect(await build()).toEqual(["pages"]);
});

test("two starts at once build one after the other, and the second finds it done", async () => {
  const both = await Promise.all([build(), build()]);
  expect(both.flat()).toEqual(["pages"]);
});

test("while developing, a change restarts what it concerns and no more", () => {
  expect(affectedBy(["app/http/cors.ts"])).toEqual({ app: true, sandbox: false, extensions: false });
  expect(affectedBy(["sandbox/web/html.ts"])).toEqual({ app: false, sandbox: true, extensions: false });
  expect(affectedBy(["extensions/post-purchase/src/index.ts"])).toEqual({
    app: false,
    sandbox: false,
    extensions: true,
  });
  expect(affectedBy(["app/contracts/post-purchase.ts"])).toEqual({ app: true, sandbox: true, extensions: true });
});

test("what a build writes itself restarts nothing", () => {
  expect(
    affectedBy([
      "extensions/post-purchase/dist/post-purchase.js",
      "extensions/shared/app-address.generated.ts",
      "build",
    ]),
  ).toEqual({ app: false, sandbox: false, extensions: false });
});
