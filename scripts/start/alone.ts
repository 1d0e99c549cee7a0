import { readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as after } from "node:timers/promises";

/** Does the work while no other process of this machine does: a file holds the number of the one that may. */
export async function alone<Result>(file: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  while (!(await taken(file))) {
    signal.throwIfAborted();
    await after(100);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** A file whose process is gone was left by one that was killed. */
async function taken(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const owner = Number(await readFile(file, "utf8").catch(() => ""));
    if (owner && !isAlive(owner)) await rm(file, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
