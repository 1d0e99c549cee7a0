import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changedFiles } from "../../scripts/dev/changed-files.ts";

let root: string;
let stop: AbortController;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "encore-watch-"));
  await mkdir(join(root, "app/inner"), { recursive: true });
  await writeFile(join(root, "app/inner/page.ts"), "one");
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await rm(root, { recursive: true, force: true });
});

test("a file written, one replaced by renaming twice, and one in a new folder are all seen", async () => {
  const seen: string[] = [];
  const watching = (async () => {
    for await (const changed of changedFiles(root, ["app"], stop.signal)) seen.push(...changed);
  })();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const saveByRenaming = async (text: string) => {
    seen.length = 0;
    await writeFile(join(root, "app/inner/page.ts~"), text);
    await rename(join(root, "app/inner/page.ts~"), join(root, "app/inner/page.ts"));
    await expect.poll(() => seen, { timeout: 3_000 }).toContain("app/inner/page.ts");
  };
  await writeFile(join(root, "server.ts"), "");
  await expect.poll(() => seen, { timeout: 3_000 }).toContain("server.ts");
  await saveByRenaming("two");
  await saveByRenaming("three");
  await mkdir(join(root, "app/later"));
  await expect.poll(() => seen, { timeout: 3_000 }).toContain("app/later");
  await writeFile(join(root, "app/later/page.ts"), "");
  await expect.poll(() => seen, { timeout: 3_000 }).toContain("app/later/page.ts");
  stop.abort();
  await watching;
});
