import { join } from "node:path";
import { bundleForPage } from "../shared/build.ts";

/**
 * The host as one ES module for a page: exports `runShouldRender` and `mountRender`, the worker's program inside. Serve
 * it and `import` it; nothing else is fetched. About 0.2 s.
 */
export async function bundlePostPurchaseHost(): Promise<string> {
  return bundleForPage(join(import.meta.dirname, "host.ts"), "esm", await postPurchaseHostDefines());
}

/** For a page that bundles `host.ts` into its own code: what its bundler must define. */
export async function postPurchaseHostDefines(): Promise<{ POST_PURCHASE_WORKER: string }> {
  const worker = await bundleForPage(join(import.meta.dirname, "worker/worker.ts"), "iife", {});
  return { POST_PURCHASE_WORKER: JSON.stringify(worker) };
}
