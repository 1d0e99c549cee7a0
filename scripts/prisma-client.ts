import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { runProgram } from "#app/platform/run-program.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = join(ROOT, "node_modules/.prisma/client/generated-from");

/**
 * Generates Prisma's client into node_modules if the schema or Prisma's version is not the one it was generated from
 * (5 ms to look, about a second to do). npm's install scripts are off, so that nobody else does. True when it was stale.
 */
export async function generatePrismaClient(): Promise<boolean> {
  const packageFile = createRequire(import.meta.url).resolve("prisma/package.json");
  const hash = createHash("sha256");
  for (const file of [join(ROOT, "prisma/schema.prisma"), packageFile]) hash.update(await readFile(file));
  const wanted = hash.digest("hex");
  if ((await readFile(STAMP, "utf8").catch(() => "")) === wanted) return false;
  await runProgram([join(dirname(packageFile), "build/index.js"), "generate", "--no-hints"], {
    cwd: ROOT,
    env: { CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    failed: (said) => new Error(`prisma generate failed:\n${said.trim()}`),
  });
  await writeFile(STAMP, wanted);
  return true;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await generatePrismaClient()) ? "Prisma's client is generated." : "Prisma's client is up to date.");
}
