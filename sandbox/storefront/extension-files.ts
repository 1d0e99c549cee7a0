import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Visit } from "./visit.ts";

interface File {
  readonly type: string;
  readonly body: string | Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  wasm: "application/wasm",
};

/**
 * What Shopify would serve of the app's extensions, byte for byte: /assets/extensions/<handle>.js is a UI extension's
 * bundle, /assets/theme/<handle>/<file> an asset of a theme extension. Read anew each time.
 */
export async function extensionFile({ extensions, url }: Visit): Promise<File | undefined> {
  const [, handle] = /^\/assets\/extensions\/([a-z0-9-]+)\.js$/.exec(url.pathname) ?? [];
  const bundle = extensions.ui.find((each) => each.handle === handle)?.bundle;
  if (bundle) return fileAt(bundle, "js");
  const [, owner, name, ending = ""] =
    /^\/assets\/theme\/([a-z0-9-]+)\/([\w-]+(?:\.[\w-]+)*\.(\w+))$/.exec(url.pathname) ?? [];
  const theme = extensions.theme.find((each) => each.handle === owner);
  return theme && name ? fileAt(join(theme.folder, "assets", name), ending) : undefined;
}

async function fileAt(path: string, ending: string): Promise<File | undefined> {
  const type = TYPES[ending];
  try {
    return type ? { type, body: await readFile(path) } : undefined;
  } catch {
    return undefined;
  }
}
