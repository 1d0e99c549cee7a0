import { join } from "node:path";
import { build } from "esbuild";

/**
 * The host as one ES module for a page: exports `runShouldRender` and `mountRender`, the worker's program inside. Serve
 * it and `import` it; nothing else is fetched. About 0.2 s.
 */
export async function bundlePostPurchaseHost(): Promise<string> {
  return bundle("host.ts", "esm", await postPurchaseHostDefines());
}

/** For a page that bundles `host.ts` into its own code: what its bundler must define. */
export async function postPurchaseHostDefines(): Promise<{ POST_PURCHASE_WORKER: string }> {
  return { POST_PURCHASE_WORKER: JSON.stringify(await bundle("worker/worker.ts", "iife", {})) };
}

async function bundle(entry: string, format: "esm" | "iife", define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
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
