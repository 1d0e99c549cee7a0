import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import type { Plugin } from "vite";

const ALL = "virtual:texts";
const folder = resolve(import.meta.dirname, "../../app/locales");

/**
 * Serves the admin's catalogues in pieces: `virtual:texts` has for each language and area ("rules" of "rules.title") a
 * function that fetches them, read into what can be filled in. A screen loads the areas that it speaks (app/locales/areas.ts, docs/decisions/0027).
 */
export function textsByArea(languages: readonly string[]): Plugin {
  const ours = `\0${ALL}`;
  return {
    name: "encore:texts-by-area",
    resolveId: (id) => (id === ALL || id.startsWith(`${ALL}/`) ? `\0${id}` : undefined),
    async load(id) {
      if (id === ours) return entry(languages, Object.keys(areasOf(await catalogue("en"))));
      if (!id.startsWith(`${ours}/`)) return;
      const [language = "", area = ""] = id.slice(ours.length + 1).split("/");
      this.addWatchFile(fileOf(language));
      const texts = Object.entries(areasOf(await catalogue(language))[area] ?? {});
      return `export default ${JSON.stringify(Object.fromEntries(texts.map(compiled)))}`;
    },
  };
}

const compiled = ([message, text]: [string, string]): [string, CompiledMessage] => [message, compile(text)];

const fileOf = (language: string) => join(folder, `${language}.json`);

type Texts = Record<string, string>;

const catalogue = async (language: string): Promise<Texts> => JSON.parse(await readFile(fileOf(language), "utf8"));

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
