import { build } from "esbuild";

/** One file bundled for a browser, minified; about 0.2 s. */
export async function bundleForPage(
  entry: string,
  format: "esm" | "iife",
  define: Record<string, string>,
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    define,
    legalComments: "none",
    logLevel: "silent",
    write: false,
  });
  const made = outputFiles[0];
  if (!made) throw new Error(`esbuild made nothing of ${entry}.`);
  return made.text;
}
