import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../app-error.ts";

/**
 * Makes this process the only one that may start a server here; returns what gives the claim up. A claim of a process
 * that has ended is taken over. A claim names its process by id and start time, so that a reused id is not mistaken.
 */
export async function claimHome(home: string): Promise<() => void> {
  const file = join(home, "claimed-by");
  const mine = `${process.pid} ${startTimeOf(process.pid)}`;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, mine, { mode: 0o644 }).catch((error: unknown) => {
    throw new AppError("data-folder-unwritable", 500, `The database's folder ${home} cannot be written.`, {
      cause: error,
    });
  });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      // A link is made whole or not at all, and never over another's.
      if (await succeeds(link(draft, file))) {
        await rm(draft);
        return () => {
          if (readOr(file, "") === mine) rmSync(file, { force: true });
        };
      }
      const [pid = "", startTime] = (await readFile(file, "utf8").catch(() => "")).split(" ");
      if (pid && startTime && startTimeOf(Number(pid)) === startTime) throw alreadyClaimed(home, pid);
      await rename(file, `${draft}.stale`).catch(() => undefined);
      await rm(`${draft}.stale`, { force: true });
    }
    throw alreadyClaimed(home, "another");
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function alreadyClaimed(home: string, pid: string): AppError {
  return new AppError("already-running", 500, `The database in ${home} is already run by process ${pid}.`);
}

/**
 * In clock ticks since the machine started, the 22nd field of /proc/<pid>/stat; undefined when there is no such process or
 * it has ended and only waits to be noticed (Z), which in a container without an init can be forever.
 */
function startTimeOf(pid: number): string | undefined {
  const stat = readOr(`/proc/${pid}/stat`, "");
  // The second field is the command in parentheses and may hold spaces: the others are counted from its end.
  const [state, ...others] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? undefined : others[18];
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
