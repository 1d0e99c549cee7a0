import { existsSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "#app/platform/run-program.ts";
import { CannotStart } from "./cannot-start.ts";
import { compressAssets } from "./compress-assets.ts";

/** `remix vite:build` with this Node, and its scripts and styles compressed; what it said is told only when it fails. Throws CannotStart then. */
export async function buildAdmin(root: string, signal: AbortSignal): Promise<void> {
  const program = join(root, "node_modules/@remix-run/dev/dist/cli.js");
  if (!existsSync(program)) throw buildToolsMissing();
  await runProgram([program, "vite:build"], {
    cwd: root,
    env: { NODE_ENV: "production" },
    signal,
    failed: (said) => new CannotStart(`The admin pages do not build:\n${said.trim()}`),
  });
  await compressAssets(join(root, "build/client/assets"));
}

/** npm leaves development dependencies out where NODE_ENV is production. */
export function buildToolsMissing(): CannotStart {
  return new CannotStart('The build tools are not installed: run "npm ci --include=dev" first.');
}
