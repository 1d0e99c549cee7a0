import { join } from "node:path";
import { brotliCompressSync, deflateSync } from "node:zlib";
import { build } from "esbuild";
import type { Costs } from "./measured.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Bytes of what an extension would carry to decide by itself: compiling and deciding, no sentence. */
export async function bundleSize(): Promise<Pick<Costs, "bundle">> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { compile } from "./app/core/decision/compile.ts"; export { decide } from "./app/core/decision/decide.ts";`,
      resolveDir: ROOT,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  return {
    bundle: {
      minified: code.byteLength,
      deflate: deflateSync(code).byteLength,
      brotli: brotliCompressSync(code).byteLength,
    },
  };
}
