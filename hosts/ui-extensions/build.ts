import { join } from "node:path";
import { bundleForPage } from "../shared/build.ts";

/**
 * The host as one ES module for a page: exports `mountUiExtension`, the worker's program inside. Serve it and `import`
 * it; nothing else is fetched. About 0.3 s.
 */
export async function bundleUiExtensionHost(): Promise<string> {
  return bundleForPage(join(import.meta.dirname, "host.ts"), "esm", await uiExtensionHostDefines());
}

/** For a page that bundles `host.ts` into its own code: what its bundler must define. */
export async function uiExtensionHostDefines(): Promise<{ UI_EXTENSION_WORKER: string }> {
  const worker = await bundleForPage(join(import.meta.dirname, "worker/worker.ts"), "iife", {});
  return { UI_EXTENSION_WORKER: JSON.stringify(worker) };
}
