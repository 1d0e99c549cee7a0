import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");

/** A theme extension ships its assets as they are: the script is built here and committed, so that a deploy has it. */
export const CART_SCRIPT = join(ROOT, "extensions/cart-bump/assets/cart-bump.generated.js");

/** extensions/cart-script as one module for the theme: minified, without anything but what the browser has. */
export async function bundleCartScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "extensions/cart-script/cart-bump.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    banner: { js: "// Made of extensions/cart-script by scripts/build-cart-script.ts" },
    logLevel: "silent",
    write: false,
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error("esbuild made nothing of extensions/cart-script.");
  return bundle.text;
}

if (import.meta.main) {
  const [before, script] = await Promise.all([readFile(CART_SCRIPT, "utf8").catch(() => ""), bundleCartScript()]);
  if (before !== script) await writeFile(CART_SCRIPT, script);
}
