import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import type { Plugin } from "vite";

const ALL = "virtual:texts";
const folder = resolve(import.meta.dirname, "../../app/locales");

/**
 * Serves the admin's catalogues in pieces: `virtual:texts` has for each language and area ("rules" of "rules.title") a
 * function that fetches them, read into what can be filled in. A screen loads the areas that it speaks
 * (app/locales/areas.ts, docs/decisions/0027).
 */
export function textsByArea(languages: readonly string[]): Plugin {
  return {
    name: "encore:texts-by-area",
    resolveId: (id) => (isTexts(id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith("\0") && isTexts(id.slice(1)) ? textsModule(id.slice(1), languages) : undefined),
  };
}

/** Whether a module of this name is served here. */
export const isTexts = (name: string): boolean => name === ALL || name.startsWith(`${ALL}/`);

/** The module's source. */
export async function textsModule(name: string, languages: readonly string[]): Promise<string> {
  if (name === ALL) return entry(languages, Object.keys(areasOf(await catalogue("en"))));
  const [language = "", area = ""] = name.slice(ALL.length + 1).split("/");
  const texts = Object.entries(areasOf(await catalogue(language))[area] ?? {});
  return `export default ${JSON.stringify(Object.fromEntries(texts.map(compiled)))}`;
}

const compiled = ([message, text]: [string, string]): [string, CompiledMessage] => [message, compile(text)];

type Texts = Record<string, string>;

async function catalogue(language: string): Promise<Texts> {
  return JSON.parse(await readFile(join(folder, `${language}.json`), "utf8"));
}

function areasOf(texts: Texts): Record<string, Texts> {
  const areas: Record<string, Texts> = {};
  for (const [message, text] of Object.entries(texts)) {
    const area = message.slice(0, message.indexOf("."));
    areas[area] ??= {};
    areas[area][message] = text;
  }
  return areas;
}

function entry(languages: readonly string[], areas: readonly string[]): string {
  const fetched = (language: string) =>
    areas.map((area) => `${JSON.stringify(area)}: () => import("${ALL}/${language}/${area}")`).join(",\n");
  return `export const texts = {${languages.map((language) => `${language}: {${fetched(language)}}`).join(",\n")}};`;
}
