import { spawn } from "node:child_process";

export interface ProgramRun {
  readonly cwd: string;
  /** Set over this process's own environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** The error for a program that ended in failure, from all that it said. */
  readonly failed: (said: string) => Error;
}

/** Runs a JavaScript program with this Node in a process of its own. What it says is told only when it fails. */
export function runProgram(program: readonly string[], { cwd, env, signal, failed }: ProgramRun): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal && { signal }),
    });
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(failed(said))));
  });
}
