import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import type { State } from "./state.ts";
import type { FirstState, SecondState } from "./upgrade.ts";

/** Changes that come within this time are written together. */
const GATHER_MS = 150;

/** The state a former process left, of whatever version, or undefined when there is no file. Throws when the file is not one of ours. */
export function readSnapshot(file: string): State | FirstState | SecondState | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const state = JSON.parse(text) as Partial<State | FirstState | SecondState>;
  if (state.version !== 1 && state.version !== 2 && state.version !== 3)
    throw new Error(`${file} is not a snapshot of the sandbox shop; move it away to start anew`);
  return state as State | FirstState | SecondState;
}

export interface SnapshotWriter {
  /** Something changed: it will be on disk within a moment. */
  changed(): void;
  /** Writes what is not yet written; what changes afterwards is not kept. */
  close(): Promise<void>;
}

/** Writes whole files and renames them into place, so that a crash leaves the former one. */
export function snapshotWriter(file: string | undefined, state: State): SnapshotWriter {
  if (file === undefined) return { changed: () => undefined, close: async () => undefined };
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;
  const temporary = `${file}.${process.pid}.new`;

  const write = async () => {
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(JSON.stringify(state));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  };
  return {
    changed() {
      if (closed) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        writing = writing.then(write).catch((error) => console.error(`cannot write ${file}:`, error));
      }, GATHER_MS);
    },
    async close() {
      closed = true;
      const isUnwritten = timer !== undefined;
      clearTimeout(timer);
      timer = undefined;
      await writing;
      if (!isUnwritten) return;
      writeFileSync(temporary, JSON.stringify(state));
      renameSync(temporary, file);
    },
  };
}
