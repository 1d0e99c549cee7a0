import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import { onTestFinished } from "vitest";
import type { ExitCode } from "#app/cli/command.ts";
import { Output } from "#app/cli/output.ts";
import { runEncore } from "#app/cli/run-encore.ts";

const MAIN = resolve(import.meta.dirname, "../../app/cli/main.ts");
const NOW = Date.parse("2026-11-27T12:00:00Z");

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly complaints: readonly string[];
}

/** What was typed after `encore`, run in this process. */
export async function encore(...typed: readonly string[]): Promise<Ran> {
  const complaints: string[] = [];
  let out = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      out += String(chunk);
      done();
    },
  });
  const code = await runEncore(typed, {
    out: new Output(stream),
    complain: (sentence) => complaints.push(sentence),
    now: () => NOW,
  });
  return { code, out, complaints };
}

/** A folder with these files, gone when the test is over: their paths by name. */
export function files<const Name extends string>(contents: Readonly<Record<Name, unknown>>): Record<Name, string> {
  const folder = mkdtempSync(join(tmpdir(), "encore-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const written = Object.entries(contents).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(
      path,
      typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
    return [name, path];
  });
  return Object.fromEntries(written) as Record<Name, string>;
}

/** `encore` as a process of its own. */
export function encoreProcess(nodeFlags: readonly string[], typed: readonly string[]) {
  return spawn(process.execPath, [...nodeFlags, MAIN, ...typed], { stdio: ["pipe", "pipe", "pipe"] });
}
