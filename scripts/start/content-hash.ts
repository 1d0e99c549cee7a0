import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * One hash of the names and contents of these files and of everything in these folders. What is absent counts as absent;
 * times don't count, so that a fresh clone or a switched branch is built only where the content differs.
 */
export async function contentHash(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) await addTo(hash, root, path);
  return hash.digest("hex");
}

async function addTo(hash: ReturnType<typeof createHash>, root: string, path: string): Promise<void> {
  const place = join(root, path);
  const found = await stat(place).catch(() => undefined);
  if (!found) {
    hash.update(`absent ${path}\n`);
  } else if (found.isDirectory()) {
    const names = (await readdir(place)).filter((name) => !LEFT_OUT.has(name)).sort();
    for (const name of names) await addTo(hash, root, join(path, name));
  } else {
    hash.update(`file ${path}\n`).update(await readFile(place));
  }
}

const LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", "dist", "build", ".data"]);
