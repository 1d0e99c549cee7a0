import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** `remix vite:build` with this Node; what it said is told only when it fails. Throws CannotStart then. */
export async function buildAdmin(root: string, signal: AbortSignal): Promise<void> {
  const program = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  if (!existsSync(program)) throw buildToolsMissing();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [program, "vite:build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new CannotStart(`The admin pages do not build:\n${said.trim()}`)),
    );
  });
}

/** npm leaves development dependencies out where NODE_ENV is production. */
export function buildToolsMissing(): CannotStart {
  return new CannotStart('The build tools are not installed: run "npm ci --include=dev" first.');
}
