import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, parse as parsePath } from "node:path";
import { parse as parseToml } from "smol-toml";

/** A theme app extension as it is deployed: its folder, read. https://shopify.dev/docs/apps/build/online-store/theme-app-extensions */
export interface ThemeExtension {
  /** The folder's name. */
  readonly handle: string;
  readonly name: string;
  readonly folder: string;
  readonly blocks: readonly ThemeBlock[];
  /** Strings by language, "en" → {cart: {title: "…"}}. */
  readonly locales: ReadonlyMap<string, unknown>;
  readonly defaultLanguage: string;
}

export interface ThemeBlock {
  /** The file's name without its ending. */
  readonly handle: string;
  readonly name: string;
  /** `section`: an app block, where the merchant puts it. The others are app embeds, off until switched on. */
  readonly target: "section" | "body" | "head" | "compliance_head";
  readonly javascript: string | undefined;
  readonly stylesheet: string | undefined;
  /** Page templates that it may stand on; undefined: all. */
  readonly templates: readonly string[] | undefined;
  readonly settings: readonly BlockSetting[];
  /** Its Liquid, the schema taken out. */
  readonly liquid: string;
}

export interface BlockSetting {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly info: string | undefined;
  readonly default: string | number | boolean | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Every theme extension below the folder. Throws, naming the file, when one could not be deployed. */
export function readThemeExtensions(extensions: string): ThemeExtension[] {
  if (!existsSync(extensions)) return [];
  return readdirSync(extensions).flatMap((handle) => {
    const folder = join(extensions, handle);
    const toml = join(folder, "shopify.extension.toml");
    const declared = existsSync(toml)
      ? (parseToml(readFileSync(toml, "utf8")) as { type?: string; name?: string })
      : {};
    if (declared.type !== "theme") return [];
    const locales = readLocales(join(folder, "locales"), ".json", ".schema.json");
    const schemaWords = readLocales(join(folder, "locales"), ".schema.json").get("en") ?? {};
    const files = listOf(join(folder, "blocks")).filter((file) => file.endsWith(".liquid"));
    const blocks = files.map((file) => readBlock(join(folder, "blocks", file), schemaWords));
    const defaultFile = listOf(join(folder, "locales")).find((file) => file.endsWith(".default.json"));
    return [
      {
        handle,
        name: declared.name ?? handle,
        folder,
        blocks,
        locales,
        defaultLanguage: defaultFile?.split(".")[0] ?? "en",
      },
    ];
  });
}

function readBlock(file: string, words: unknown): ThemeBlock {
  const text = readFileSync(file, "utf8");
  const [whole, schema] = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(text) ?? [];
  if (!whole || !schema) throw new Error(`${file} has no schema`);
  const said = JSON.parse(schema) as Record<string, unknown>;
  const settings = (said.settings ?? []) as Record<string, unknown>[];
  const enabledOn = said.enabled_on as { templates?: string[] } | undefined;
  return {
    handle: parsePath(file).name,
    name: inWords(said.name, words),
    target: said.target as ThemeBlock["target"],
    javascript: said.javascript as string | undefined,
    stylesheet: said.stylesheet as string | undefined,
    templates: enabledOn?.templates?.includes("*") ? undefined : enabledOn?.templates,
    settings: settings
      .filter(({ id }) => typeof id === "string")
      .map((setting) => ({
        type: String(setting.type),
        id: String(setting.id),
        label: inWords(setting.label, words),
        info: setting.info === undefined ? undefined : inWords(setting.info, words),
        default: setting.default as BlockSetting["default"],
        options: ((setting.options ?? []) as { value: string; label: string }[]).map(({ value, label }) => ({
          value,
          label: inWords(label, words),
        })),
      })),
    liquid: text.replace(whole, ""),
  };
}

/** "t:blocks.offer.name" in the merchant's words; any other text as it is. */
function inWords(text: unknown, words: unknown): string {
  if (typeof text !== "string" || !text.startsWith("t:")) return String(text ?? "");
  const found = text
    .slice(2)
    .split(".")
    .reduce((inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key], words);
  if (typeof found !== "string") throw new Error(`the schema's locale has no ${text}`);
  return found;
}

/** By language: "pt-BR.json" and "en.default.json" are "pt-BR" and "en". */
function readLocales(folder: string, ending: string, but?: string): Map<string, unknown> {
  const files = listOf(folder).filter((file) => file.endsWith(ending) && !(but && file.endsWith(but)));
  return new Map(
    files.map((file) => [file.split(".")[0] ?? "", JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown]),
  );
}

function listOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
