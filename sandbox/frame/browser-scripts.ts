import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface BrowserScripts {
  /** The App Bridge stand-in; `ENCORE_FRAME_ORIGIN` has to be set before it. */
  readonly appBridge: string;
  readonly shell: string;
  readonly style: string;
}

/** Bundled from the TypeScript beside this file, once per process: about 100 ms. */
export async function bundleBrowserScripts(): Promise<BrowserScripts> {
  const [appBridge, shell, style] = await Promise.all([
    bundle("app-bridge/main.ts"),
    bundle("shell/main.ts"),
    bundle("style/admin.css"),
  ]);
  return { appBridge, shell, style };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    ...(entry.endsWith(".ts") && { format: "iife" }),
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
