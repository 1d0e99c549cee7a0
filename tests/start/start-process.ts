import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Started {
  readonly pid: number;
  /** Everything it wrote so far, both streams. */
  said(): string;
  says(text: string | RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** start.ts as npm would run it, with nothing of this process's settings but these. */
export function start(env: Record<string, string>, words: readonly string[] = []): Started {
  const child = spawn(process.execPath, ["start.ts", ...words], {
    cwd: ROOT,
    env: Object.assign({} as NodeJS.ProcessEnv, { PATH: process.env.PATH, HOME: process.env.HOME, ...env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    pid: child.pid ?? 0,
    said: () => said,
    says: async (text) => {
      let over = false;
      void ended.then(() => {
        over = true;
      });
      while (typeof text === "string" ? !said.includes(text) : !text.test(said)) {
        if (over) throw new Error(`it ended before it said ${text}:\n${said}`);
        await after(50);
      }
    },
    kill: (signal) => child.kill(signal),
    ended,
  };
}

/** The processes that a process began, and theirs, by Linux's /proc. */
export function descendantsOf(pid: number): number[] {
  const parents = new Map(runningProcesses().map((each) => [each, parentOf(each)]));
  const own = (each: number): boolean =>
    parents.get(each) === pid || ((parents.get(each) ?? 0) > 1 && own(parents.get(each) ?? 0));
  return [...parents.keys()].filter(own);
}

export function areRunning(pids: readonly number[]): number[] {
  const running = new Set(runningProcesses());
  return pids.filter((pid) => running.has(pid));
}

function runningProcesses(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) !== undefined);
}

/** Undefined for one that is gone or a zombie. */
function parentOf(pid: number): number | undefined {
  try {
    const [, state, parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return state === "Z" ? undefined : Number(parent);
  } catch {
    return undefined;
  }
}
