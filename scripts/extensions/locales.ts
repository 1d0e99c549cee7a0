import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The languages of every extension, the first as the default. */
const LANGUAGES = ["en", "de", "es", "fr", "ja", "pt"];

/** The forms of a counted text: how many there are is the language's own affair. Source: Unicode's plural rules. */
const PLURAL_FORMS = ["zero", "one", "two", "few", "many", "other"];

interface Text {
  readonly key: string;
  readonly text: string;
}

/**
 * What is wrong with the files of a `locales` folder, a sentence each; `kind` is "" or ".schema" (a theme's editor). Right
 * are: one default, every language, in each the same texts with the same places to fill, and none that is empty.
 */
export async function faultsOfLocales(folder: string, kind: "" | ".schema" = ""): Promise<string[]> {
  const all = await readdir(join(folder, "locales")).catch(() => []);
  const files = all.filter((name) => name.endsWith(`${kind}.json`) && (kind !== "" || !name.endsWith(".schema.json")));
  const defaults = files.filter((name) => name.endsWith(`.default${kind}.json`));
  const languages = files.map((name) => name.split(".")[0] ?? "").sort();
  const faults: string[] = [];
  if (defaults.length !== 1) faults.push(`locales needs exactly one *.default${kind}.json, and has ${defaults.length}`);
  const missing = LANGUAGES.filter((language) => !languages.includes(language));
  if (missing.length > 0) faults.push(`locales lacks ${missing.map((name) => `${name}${kind}.json`).join(", ")}`);
  if (faults.length > 0) return faults;

  const [first = ""] = defaults;
  const expected = await textsOf(folder, first);
  for (const name of files) faults.push(...differences(name, expected, await textsOf(folder, name)));
  return faults;
}

function differences(name: string, expected: readonly Text[], found: readonly Text[]): string[] {
  const keys = new Set(found.map(({ key }) => key));
  const known = new Set(expected.map(({ key }) => key));
  return [
    ...[...known].filter((key) => !keys.has(key)).map((key) => `locales/${name} lacks ${key}`),
    ...[...keys].filter((key) => !known.has(key)).map((key) => `locales/${name} has a ${key} that the default lacks`),
    ...found.filter(({ text }) => text.trim() === "").map(({ key }) => `locales/${name} has nothing at ${key}`),
    ...[...keys]
      .filter((key) => known.has(key) && placesOf(found, key) !== placesOf(expected, key))
      .map((key) => `locales/${name} fills other places at ${key} than the default`),
  ];
}

/** The places of all forms of a text: "one" may do without its {{count}}. */
function placesOf(texts: readonly Text[], key: string): string {
  const places = texts
    .filter((text) => text.key === key)
    .flatMap(({ text }) => text.match(/\{\{\s*\w+\s*\}\}|\{\w+\}/g) ?? []);
  return [...new Set(places.map((place) => place.replaceAll(/\s/g, "")))].sort().join(" ");
}

async function textsOf(folder: string, name: string): Promise<Text[]> {
  const content = await readFile(join(folder, "locales", name), "utf8");
  return flattened(JSON.parse(content) as Record<string, unknown>);
}

/** The forms of a counted text share its key. */
function flattened(texts: Readonly<Record<string, unknown>>, above = ""): Text[] {
  const isCounted = Object.keys(texts).length > 0 && Object.keys(texts).every((name) => PLURAL_FORMS.includes(name));
  return Object.entries(texts).flatMap(([name, text]) => {
    const key = isCounted ? above : above ? `${above}.${name}` : name;
    if (typeof text === "string") return [{ key, text }];
    return flattened(text as Record<string, unknown>, key);
  });
}
