import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";

/**
 * Type-checks the project and then every folder with a tsconfig.json of its own, each in the language its place speaks:
 * `npm run check:types`. Ends with 1 at the first that has errors.
 */
const root = join(import.meta.dirname, "..");
const own = globSync("{app,extensions,hosts}/*/tsconfig.json", { cwd: root }).sort();
const tsc = join(root, "node_modules/typescript/bin/tsc");
const failed = ["tsconfig.json", ...own].find((project) => {
  const { status } = spawnSync(process.execPath, [tsc, "-p", project], { cwd: root, stdio: "inherit" });
  return status !== 0;
});
if (failed) {
  console.error(`The types of ${failed} don't hold.`);
  process.exitCode = 1;
}
