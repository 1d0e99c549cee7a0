import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../app-error.ts";
import type { Binaries } from "./binaries.ts";
import { BARE_ENVIRONMENT, type Home } from "./home.ts";

/**
 * Makes the data folder: passwords by scram only, one login that is no superuser and may create databases and roles, and
 * its database. The superuser's password is random and kept nowhere. Made beside and moved into place when it is whole,
 * so that a kill in the middle leaves nothing half made.
 */
export async function initialise(home: Home, { initdb, postgres }: Binaries): Promise<void> {
  const draft = join(home.folder, "data.new");
  const passwordFile = join(home.folder, "first-password");
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (home.user) for (const path of [draft, passwordFile]) await chown(path, home.user.uid, home.user.gid);
  await run(home, initdb, [
    `--pgdata=${draft}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ]);
  await rm(passwordFile);
  await runSingle(home, postgres, draft, [
    "CREATE ROLE encore_owner LOGIN CREATEDB CREATEROLE NOSUPERUSER NOBYPASSRLS",
    "CREATE DATABASE encore OWNER encore_owner",
  ]);
  await rename(draft, home.data);
}

/** `password` is hex. The server must not be running. */
export function setOwnerPassword(home: Home, { postgres }: Binaries, password: string): Promise<void> {
  return runSingle(home, postgres, home.data, [`ALTER ROLE encore_owner PASSWORD '${password}'`]);
}

/** One statement a line, by PostgreSQL without a server: no port, no password. */
function runSingle(home: Home, postgres: string, data: string, statements: readonly string[]): Promise<void> {
  const single = ["--single", "-j", "-D", data, "-c", "exit_on_error=on", "postgres"];
  return run(home, postgres, single, `${statements.join(";\n\n")};\n\n`);
}

function run(home: Home, program: string, parameters: readonly string[], input = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      ...home.user,
      cwd: home.folder,
      env: BARE_ENVIRONMENT,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    child.once("error", (error) => reject(cannotRun(program, error.message)));
    child.once("close", (code) => (code === 0 ? resolve() : reject(cannotRun(program, lastLineOf(said)))));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

function cannotRun(program: string, reason: string): AppError {
  return new AppError("postgres-failed", 500, `The database could not be set up (${program}): ${reason}`);
}

function lastLineOf(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
