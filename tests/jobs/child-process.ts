import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Child {
  /** Every whole line it wrote so far, both streams. */
  lines(): readonly string[];
  /** SIGKILL: it gets no moment to tidy up. Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** Runs a file of this repository in a process of its own, killed at the latest when the test ends. */
export function childProcess(words: readonly string[], env: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  }
  const ended = once(child, "close");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  return { lines: () => said.split("\n").slice(0, -1), kill };
}
