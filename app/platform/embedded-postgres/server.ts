import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { AppError } from "../app-error.ts";
import type { Binaries } from "./binaries.ts";
import { BARE_ENVIRONMENT, type Home } from "./home.ts";

/** A server that takes connections. */
export interface Server {
  readonly port: number;
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/** Recovery after a crash replays what was written last; on a small machine that has taken seconds. */
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;

/**
 * Runs the server and resolves when it takes connections. It is the head of its own process group, so that Ctrl-C in the
 * terminal reaches only us and the app ends before its database; if this process just ends, the server is told to.
 */
export async function runServer(
  home: Home,
  { postgres }: Binaries,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Server | "port-taken"> {
  const all = { listen_addresses: "127.0.0.1", port: String(port), unix_socket_directories: "", ...settings };
  const log = await open(home.log, "w", 0o600);
  const child = spawn(
    postgres,
    ["-D", home.data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    {
      ...home.user,
      cwd: home.folder,
      env: BARE_ENVIRONMENT,
      stdio: ["ignore", log.fd, log.fd],
      detached: true,
    },
  );
  let ended = false;
  const endWithUs = () => void child.kill("SIGINT");
  const exited = new Promise<void>((resolve) => {
    const hasEnded = () => {
      ended = true;
      process.off("exit", endWithUs);
      resolve();
    };
    child.once("exit", hasEnded);
    child.once("error", hasEnded);
  });
  process.once("exit", endWithUs);
  await log.close();

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!ended && Date.now() < deadline && !isReady(home.data, child.pid)) await after(20);
  if (ended || !isReady(home.data, child.pid)) {
    child.kill("SIGQUIT");
    await exited;
    return whyNot(await readFile(home.log, "utf8").catch(() => ""), home.log);
  }
  return {
    port,
    exited,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: open transactions roll back, the data is left clean.
      child.kill("SIGINT");
      await Promise.race([exited, after(STOP_TIMEOUT_MS, undefined, { ref: false })]);
      if (!ended) child.kill("SIGQUIT");
      await exited;
    },
  };
}

/** Ends a server on this data folder whose starter was killed, and clears the mark of one that was killed itself. */
export async function endLeftover(data: string): Promise<void> {
  const mark = join(data, "postmaster.pid");
  const pid = Number(linesOf(mark)[0]);
  if (!pid) return;
  const lives = () => argumentsOf(pid).includes(data);
  for (const [signal, patience] of [["SIGINT", STOP_TIMEOUT_MS] as const, ["SIGQUIT", STOP_TIMEOUT_MS] as const]) {
    if (!lives()) break;
    process.kill(pid, signal);
    for (let waited = 0; lives() && waited < patience; waited += 20) await after(20);
  }
  if (lives()) {
    throw new AppError("already-running", 500, `A database left by an earlier run (process ${pid}) does not end.`);
  }
  if (existsSync(mark)) await rm(mark, { force: true });
}

/** The eighth line of postmaster.pid tells the state. Source: PostgreSQL 18, src/include/utils/pidfile.h */
function isReady(data: string, pid: number | undefined): boolean {
  const lines = linesOf(join(data, "postmaster.pid"));
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

function whyNot(log: string, file: string): "port-taken" {
  if (/could not bind IPv4 address "127\.0\.0\.1"/.test(log)) return "port-taken";
  const fatal = log.split("\n").findLast((line) => /FATAL|PANIC|ERROR/.test(line));
  throw new AppError(
    "postgres-failed",
    500,
    `The database did not start: ${fatal ?? "it said nothing"} (see ${file}).`,
  );
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
