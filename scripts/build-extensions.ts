import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, deflateSync } from "node:zlib";
import { build } from "esbuild";
import { parse } from "smol-toml";

const ROOT = join(import.meta.dirname, "..");

export interface BuiltExtension {
  readonly handle: string;
  readonly file: string;
  /** Bytes. `deflate` is what Shopify measures at deploy, `brotli` what a shopper downloads. */
  readonly size: { readonly original: number; readonly deflate: number; readonly brotli: number };
}

/**
 * Writes the app's address for the extensions and builds each of them into its `dist/<handle>.js`, as the Shopify CLI
 * does. Throws one sentence when shopify.app.toml has no address or an extension is of a type we don't build.
 */
export async function buildExtensions(): Promise<BuiltExtension[]> {
  await writeAppAddress();
  const folders = (await readdir(join(ROOT, "extensions"))).filter((name) =>
    existsSync(join(ROOT, "extensions", name, "shopify.extension.toml")),
  );
  return Promise.all(folders.sort().map((name) => buildExtension(join(ROOT, "extensions", name))));
}

/** `process.env.APP_URL` exists under `app dev` only, so extensions read the address from a file made of the toml. */
export async function writeAppAddress(): Promise<void> {
  const file = join(ROOT, "extensions/shared/app-address.generated.ts");
  const content = [
    "// Written by scripts/build-extensions.ts from application_url in shopify.app.toml.",
    `export const APP_ADDRESS = ${JSON.stringify(await readAppAddress())};\n`,
  ].join("\n");
  await writeIfChanged(file, Buffer.from(content));
}

async function readAppAddress(): Promise<string> {
  const file = join(ROOT, "shopify.app.toml");
  if (!existsSync(file)) throw new Error("shopify.app.toml is missing: extensions take the app's address from it.");
  const address = parse(await readFile(file, "utf8")).application_url;
  if (typeof address !== "string" || !/^https:\/\/[^/]+/.test(address)) {
    throw new Error(
      "shopify.app.toml needs an application_url that starts with https://: extensions call the app there.",
    );
  }
  return new URL(address).origin;
}

async function buildExtension(folder: string): Promise<BuiltExtension> {
  const { handle, type } = parse(await readFile(join(folder, "shopify.extension.toml"), "utf8"));
  if (typeof handle !== "string" || type !== "checkout_post_purchase") {
    throw new Error(
      `${folder}/shopify.extension.toml is of type ${type}: scripts/build-extensions.ts doesn't build that.`,
    );
  }
  const file = join(folder, "dist", `${handle}.js`);
  await mkdir(join(folder, "dist"), { recursive: true });
  const code = await bundleAsShopifyDoes(folder, "import './src/index.ts';");
  await writeIfChanged(file, code);
  const size = {
    original: code.byteLength,
    deflate: deflateSync(code).byteLength,
    brotli: brotliCompressSync(code).byteLength,
  };
  return { handle, file, size };
}

/**
 * The options of Shopify's own build, without its environment: `app deploy` gives extensions no APP_URL.
 * Source: Shopify/cli@a0798d1, packages/app/src/cli/services/extensions/bundle.ts.
 */
async function bundleAsShopifyDoes(folder: string, entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: folder, loader: "tsx" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    target: "es6",
    jsx: "automatic",
    legalComments: "none",
    loader: { ".esnext": "ts", ".js": "jsx" },
    resolveExtensions: [".tsx", ".ts", ".js", ".json", ".esnext", ".mjs", ".ejs"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
    write: false,
  });
  const bundle = outputFiles[0];
  if (!bundle) throw new Error(`esbuild made nothing of ${folder}.`);
  return bundle.contents;
}

/** Whole or not at all: tests and servers may be reading while another process builds. */
async function writeIfChanged(file: string, content: Uint8Array): Promise<void> {
  const before = await readFile(file).catch(() => undefined);
  if (before?.equals(content)) return;
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}

if (import.meta.main) {
  for (const { file, size } of await buildExtensions()) {
    const path = file.slice(ROOT.length + 1);
    console.log(`${path}: ${size.original} bytes, ${size.deflate} as deflate, ${size.brotli} as brotli`);
  }
}
