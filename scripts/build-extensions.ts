import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "smol-toml";
import { type BundleSize, bundleAsShopifyDoes, sizeOf } from "./extensions/bundle.ts";
import { bundleThemeScript, faultsOfTheme } from "./extensions/theme-extension.ts";
import { bundleUiExtension } from "./extensions/ui-extension.ts";
import { writeIfChanged } from "./extensions/write-if-changed.ts";

const ROOT = join(import.meta.dirname, "..");

export interface BuiltExtension {
  readonly handle: string;
  /** The bundle; of a theme extension its script. */
  readonly file: string;
  readonly size: BundleSize;
  /** UI extensions only. */
  readonly apiVersion?: string;
}

/**
 * Writes the app's address for the extensions and builds each of them into its `dist/<handle>.js`, as the Shopify CLI
 * does; a theme extension's script goes into its assets. Throws one sentence for what Shopify would refuse at a deploy.
 */
export async function buildExtensions(): Promise<BuiltExtension[]> {
  await writeAppAddress();
  const folders = (await readdir(join(ROOT, "extensions"))).filter((name) =>
    existsSync(join(ROOT, "extensions", name, "shopify.extension.toml")),
  );
  const built = await Promise.all(folders.sort().map((name) => buildExtension(join(ROOT, "extensions", name))));
  const versions = new Set(built.flatMap(({ apiVersion }) => apiVersion ?? []));
  if (versions.size > 1) {
    throw new Error(`UI extensions are of one api_version, and these are of ${[...versions].join(" and ")}.`);
  }
  return built;
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

/** Builds the extension in a folder, by the type that its shopify.extension.toml names. */
export async function buildExtension(folder: string): Promise<BuiltExtension> {
  const toml = await readFile(join(folder, "shopify.extension.toml"), "utf8");
  const { handle, type } = firstOf(parse(toml));
  switch (type) {
    case "checkout_post_purchase":
      return written(folder, String(handle), await bundleAsShopifyDoes(folder, "import './src/index.ts';"));
    case "ui_extension": {
      const { handle, code, apiVersion } = await bundleUiExtension(folder, toml);
      return { ...(await written(folder, handle, code)), apiVersion };
    }
    case "theme":
      return buildTheme(folder);
    default:
      throw new Error(
        `${folder}/shopify.extension.toml is of type ${type}: scripts/build-extensions.ts doesn't build that.`,
      );
  }
}

/** One extension a file: at the top, or as the one of its `[[extensions]]`. */
function firstOf(toml: Record<string, unknown>): Record<string, unknown> {
  return Array.isArray(toml.extensions) ? toml.extensions[0] : toml;
}

async function written(folder: string, handle: string, code: Uint8Array): Promise<BuiltExtension> {
  const file = join(folder, "dist", `${handle}.js`);
  await writeIfChanged(file, code);
  return { handle, file, size: sizeOf(code) };
}

/** A theme extension has no handle in its file: the CLI takes the folder's name. */
async function buildTheme(folder: string): Promise<BuiltExtension> {
  const script = await bundleThemeScript(folder);
  if (!script) throw new Error(`${folder} has no script beside it to load.`);
  await writeIfChanged(script.file, script.code);
  const faults = await faultsOfTheme(folder);
  if (faults.length > 0) throw new Error(`${folder}: ${faults.join("; ")}.`);
  return { handle: basename(folder), file: script.file, size: sizeOf(script.code) };
}

if (import.meta.main) {
  for (const { file, size } of await buildExtensions()) {
    const path = file.slice(ROOT.length + 1);
    console.log(`${path}: ${size.original} bytes, ${size.deflate} as deflate, ${size.brotli} as brotli`);
  }
}
