import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { ADMIN_LANGUAGES } from "./app/locales/catalogues.ts";
import { textsByArea } from "./scripts/vite/texts-by-area.ts";

/**
 * Builds the embedded admin: `build/client` (what the browser loads) and `build/server/index.js` (routes and screens).
 *
 * Whatever has state (pool, caches, Shopify) reaches a route through the load context and is only ever a type here: a
 * second copy of it in this bundle would be a second pool. The pure core and the contracts may be bundled.
 */
export default defineConfig({
  plugins: [
    textsByArea(ADMIN_LANGUAGES),
    remix({
      appDirectory: "app",
      serverModuleFormat: "esm",
      future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
    }),
  ],
  // A data: URL would need a rule of its own in every content security policy around us.
  // Terser takes some seconds longer than esbuild, and what merchants wait for is 4 % less (the rule editor, 2026-11-22).
  build: { assetsInlineLimit: 0, minify: "terser", terserOptions: { compress: { passes: 2 } } },
});
