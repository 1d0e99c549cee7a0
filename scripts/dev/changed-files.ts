import { type FSWatcher, watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** An editor saves in several steps: they count as one. */
const SETTLE_MS = 200;
const LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", "dist", "build"]);

/**
 * Paths below `root` that changed in these folders or in `root` itself, gathered while the files come to rest; ends when
 * the signal aborts. Folders are watched, not files: editors that save by renaming are seen too (node:fs's own recursive
 * watch loses a file after that on Linux, Node 24.21).
 */
export async function* changedFiles(
  root: string,
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  const gathered = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  let wake = () => {};

  const watchFolder = (folder: string) => {
    if (watchers.has(folder)) return;
    const watcher = watch(join(root, folder), (_event, name) => {
      if (name === null) return;
      gathered.add(join(folder, name));
      wake();
    });
    watcher.on("error", () => forget(folder));
    watchers.set(folder, watcher);
  };
  const forget = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const watchTree = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => undefined);
    if (!entries || signal.aborted) return forget(folder);
    watchFolder(folder);
    const inner = entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name));
    await Promise.all(inner.map(({ name }) => watchTree(join(folder, name))));
  };

  watchFolder("");
  await Promise.all(folders.map(watchTree));
  signal.addEventListener("abort", () => wake(), { once: true });
  try {
    while (!signal.aborted) {
      if (gathered.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const changed = [...gathered];
      gathered.clear();
      // A new folder is watched from here on; one that is gone is let go.
      await Promise.all(folders.map(watchTree));
      if (!signal.aborted) yield changed;
    }
  } finally {
    for (const watcher of watchers.values()) watcher.close();
  }
}
