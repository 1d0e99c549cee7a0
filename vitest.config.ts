import { defineConfig } from "vitest/config";
import { ADMIN_LANGUAGES } from "./app/locales/catalogues.ts";
import { textsByArea } from "./scripts/vite/texts-by-area.ts";

export default defineConfig({
  plugins: [textsByArea(ADMIN_LANGUAGES)],
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/fail-on-console-error.ts"],
    // Processes, not threads: a test that ends a server or a process must not take others with it. Two, for two cores.
    pool: "forks",
    maxWorkers: 2,
    // A page on a busy machine answers later than in Vitest's one second.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
