import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

const PACKAGES: Readonly<Record<string, string>> = { remix: "@remix-run/dev", prisma: "prisma" };

/** Runs a package's command with this Node and keeps its words for the case that it fails. Throws CannotStart then. */
export async function runTool(
  root: string,
  tool: string,
  words: readonly string[],
  signal: AbortSignal,
  env: NodeJS.ProcessEnv = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
): Promise<void> {
  const program = await programOf(root, tool);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: root,
      env: { ...env, NODE_ENV: "production" },
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
      code === 0 ? resolve() : reject(new CannotStart(`"${tool} ${words.join(" ")}" failed:\n${said.trim()}`)),
    );
  });
}

async function programOf(root: string, tool: string): Promise<string> {
  const folder = join(root, "node_modules", PACKAGES[tool] ?? tool);
  const manifest = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  if (manifest === undefined) throw new CannotStart(`${tool} is not installed: run "npm ci" first.`);
  const { bin } = JSON.parse(manifest) as { bin: string | Record<string, string> };
  const path = typeof bin === "string" ? bin : bin[tool];
  if (path === undefined) throw new CannotStart(`${tool} is not what it was: run "npm ci" again.`);
  return join(folder, path);
}
