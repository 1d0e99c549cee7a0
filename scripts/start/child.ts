import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { CannotStart } from "./cannot-start.ts";

export interface Child {
  readonly name: string;
  /** Resolves when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** What it told by `process.send({ kind: "ready", … })`. Throws CannotStart when it ended or told a problem instead. */
  ready<Told>(): Promise<Told>;
  /** Throws CannotStart, with the end of its log, once the process has ended. */
  diesEarly(): Promise<never>;
  /** Asks it to end, and insists after ten seconds. */
  stop(): Promise<void>;
}

export interface ChildPlan {
  readonly name: string;
  /** Arguments of Node. */
  readonly run: readonly string[];
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Its words also go to this terminal, each line after its name. */
  readonly aloud: boolean;
}

type Told = { readonly kind: "ready" } | { readonly kind: "problem"; readonly sentence: string };

const PATIENCE_MS = 10_000;

/**
 * A process of its own group, so that Ctrl-C in the terminal reaches start.ts alone and the order of stopping is ours.
 * It ends by itself when this process is gone.
 */
export function startChild(plan: ChildPlan): Child {
  const log = createWriteStream(plan.logFile, { flags: "w" });
  const child = spawn(process.execPath, ["--import", "./scripts/start/live-with-parent.ts", ...plan.run], {
    cwd: plan.root,
    env: plan.env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  for (const [stream, terminal] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.pipe(log, { end: false });
    if (plan.aloud) stream?.on("data", (chunk: Buffer) => terminal.write(named(plan.name, chunk.toString("utf8"))));
  }
  const told = firstWord(child);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => log.end(resolve));
    child.once("error", () => resolve());
  });
  const diesEarly = async (): Promise<never> => {
    await ended;
    throw new CannotStart(`The ${plan.name} stopped by itself.\n${await lastLines(plan.logFile)}`);
  };
  return {
    name: plan.name,
    ended,
    diesEarly,
    ready: async <Answer>() => {
      const first = await Promise.race([told, diesEarly()]);
      if (first.kind === "problem") throw new CannotStart(first.sentence);
      return first as Answer;
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(insist);
    },
  };
}

function firstWord(child: ChildProcess): Promise<Told> {
  return new Promise((resolve) => child.once("message", (message) => resolve(message as Told)));
}

function named(name: string, text: string): string {
  return text.replace(/^(?=.)/gm, `${name.padEnd(8)} │ `);
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-20).join("\n") + (text ? `\n(all of it: ${file})` : "");
}
