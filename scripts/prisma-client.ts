import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

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
  await run([join(dirname(packageFile), "build/index.js"), "generate", "--no-hints"]);
  await writeFile(STAMP, wanted);
  return true;
}

function run(parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      cwd: ROOT,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`prisma generate failed:\n${said.trim()}`)),
    );
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await generatePrismaClient()) ? "Prisma's client is generated." : "Prisma's client is up to date.");
}
