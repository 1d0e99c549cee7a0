import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { bundleForTheme, sizeOf } from "./bundle.ts";
import { faultsOfLocales } from "./locales.ts";

/** The folders and what each may hold; anything else fails a deploy. Source: Shopify/cli@a0798d1, specifications/theme.ts. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  assets: [".jpg", ".jpeg", ".js", ".css", ".png", ".svg", ".json", ".wasm"],
  blocks: [".liquid"],
  snippets: [".liquid"],
  locales: [".json"],
};

const BYTES_MOST = 10 * 1024 * 1024;
const LIQUID_BYTES_MOST = 500 * 1024;
/** Shopify advises no more script than this, compressed, and no more style. Source: shopify.dev, theme app extensions. */
const SCRIPT_BYTES_MOST = 10 * 1024;
const STYLE_BYTES_MOST = 100 * 1024;
const BLOCKS_MOST = 30;

/** The script that theme extensions load is written in TypeScript beside them, by the extension's handle. */
const SCRIPTS = "cart-script";

export interface ThemeScript {
  readonly file: string;
  readonly code: Uint8Array;
}

/** The script of a theme extension, to be written into its assets: the Shopify CLI uploads those as they are. */
export async function bundleThemeScript(folder: string): Promise<ThemeScript | undefined> {
  const name = basename(folder);
  const source = join(dirname(folder), SCRIPTS, `${name}.ts`);
  if (!existsSync(source)) return undefined;
  return { file: join(folder, "assets", `${name}.js`), code: await bundleForTheme(source, folder) };
}

/** What Shopify would refuse or advises against, a sentence each. */
export async function faultsOfTheme(folder: string): Promise<string[]> {
  const files = await filesOf(folder);
  const faults = [...files.flatMap(({ path }) => misplaced(path)), ...(await faultsOfLocales(folder))];
  faults.push(...(await faultsOfLocales(folder, ".schema")));

  const total = (ending: string) =>
    files.filter(({ path }) => path.endsWith(ending)).reduce((sum, { content }) => sum + content.byteLength, 0);
  if (total("") > BYTES_MOST) faults.push(`all files together are ${total("")} bytes: at most ${BYTES_MOST}`);
  if (total(".liquid") > LIQUID_BYTES_MOST) faults.push(`its Liquid is ${total(".liquid")} bytes`);
  if (total(".css") > STYLE_BYTES_MOST) faults.push(`its style is ${total(".css")} bytes`);
  for (const { path, content } of files.filter((file) => file.path.endsWith(".js"))) {
    const { deflate, brotli } = sizeOf(content);
    if (Math.max(deflate, brotli) > SCRIPT_BYTES_MOST) faults.push(`${path} is ${deflate} bytes compressed`);
  }

  const blocks = files.filter(({ path }) => path.startsWith("blocks/"));
  if (blocks.length === 0 || blocks.length > BLOCKS_MOST) faults.push(`it has ${blocks.length} blocks`);
  const paths = new Set(files.map(({ path }) => path));
  for (const { path, content } of files.filter((file) => file.path.endsWith(".liquid"))) {
    faults.push(...faultsOfLiquid(path, new TextDecoder().decode(content), paths));
  }
  return faults;
}

function misplaced(path: string): string[] {
  if (path === "shopify.extension.toml") return [];
  const [folder = "", ...rest] = path.split("/");
  const allowed = FOLDERS[folder];
  return allowed?.includes(extname(path)) && rest.length === 1 ? [] : [`${path} has no place in a theme extension`];
}

function faultsOfLiquid(path: string, liquid: string, paths: ReadonlySet<string>): string[] {
  const missing = [...liquid.matchAll(/['"]([\w.-]+)['"]\s*\|\s*asset_url/g)]
    .map(([, name]) => `assets/${name}`)
    .filter((asset) => !paths.has(asset))
    .map((asset) => `${path} loads ${asset}, which isn't there`);
  if (!path.startsWith("blocks/")) return missing;
  const schema = schemaOf(liquid);
  if (!schema) return [...missing, `${path} needs one {% schema %} of JSON with a name and a target`];
  const named = [schema.javascript, schema.stylesheet]
    .filter((name) => name !== undefined && !paths.has(`assets/${name}`))
    .map((name) => `${path} names assets/${name}, which isn't there`);
  return [...missing, ...named];
}

function schemaOf(liquid: string): { javascript?: string; stylesheet?: string } | undefined {
  const [, json, ...more] = liquid.split(/\{%-?\s*(?:schema|endschema)\s*-?%\}/);
  if (json === undefined || more.length !== 1) return undefined;
  try {
    const schema = JSON.parse(json) as Record<string, unknown>;
    const isWhole = typeof schema.name === "string" && ["section", "body", "head"].includes(String(schema.target));
    return isWhole ? schema : undefined;
  } catch {
    return undefined;
  }
}

async function filesOf(folder: string): Promise<{ path: string; content: Uint8Array }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        return { path: relative(folder, file), content: await readFile(file) };
      }),
  );
}
