import { brotliCompressSync, deflateSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** Bytes. `deflate` is what Shopify measures at deploy, `brotli` what a shopper downloads. */
export interface BundleSize {
  readonly original: number;
  readonly deflate: number;
  readonly brotli: number;
}

export function sizeOf(code: Uint8Array): BundleSize {
  return {
    original: code.byteLength,
    deflate: deflateSync(code).byteLength,
    brotli: brotliCompressSync(code).byteLength,
  };
}

/**
 * The options of Shopify's own build, without its environment: `app deploy` gives extensions no APP_URL.
 * Source: Shopify/cli@a0798d1, packages/app/src/cli/services/extensions/bundle.ts.
 */
export async function bundleAsShopifyDoes(folder: string, entry: string): Promise<Uint8Array> {
  return bundled(folder, {
    stdin: { contents: entry, resolveDir: folder, loader: "tsx" },
    target: "es6",
    jsx: "automatic",
    loader: { ".esnext": "ts", ".js": "jsx" },
    resolveExtensions: [".tsx", ".ts", ".js", ".json", ".esnext", ".mjs", ".ejs"],
  });
}

/** A script for the browsers that Shopify's own themes are made for, loaded as a module. */
export async function bundleForTheme(file: string, folder: string): Promise<Uint8Array> {
  return bundled(folder, { entryPoints: [file], target: "es2022", format: "esm" });
}

async function bundled(folder: string, options: BuildOptions): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...options,
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
    write: false,
  });
  const bundle = outputFiles?.[0];
  if (!bundle) throw new Error(`esbuild made nothing of ${folder}.`);
  return bundle.contents;
}
