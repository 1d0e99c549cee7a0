import { texts as fetches } from "virtual:texts";
import type { CompiledMessage } from "icu-minify/format";
import { invariant } from "#app/core/values/invariant.ts";
import type { Message } from "#app/core/values/say.ts";
import { type AdminLanguage, keepCatalogue, languageOf } from "./catalogues.ts";

/** The first word of a text's name: "rules" of "rules.title". */
export type Area = Message extends `${infer First}.${string}` ? First : never;

type Texts = Map<string, CompiledMessage>;

const there = new Map<AdminLanguage, Texts>();
const areasThere = new Set<string>();
const coming = new Map<string, Promise<void>>();

/**
 * In the browser: fetches what of these is not there yet in the document's language, each once; what could not be fetched
 * is asked for anew by the next call. Undefined when all of it is there.
 */
export function loadAreas(areas: readonly Area[]): Promise<unknown> | undefined {
  const language = languageOf(document.documentElement.lang);
  const missing = areas.filter((area) => !areasThere.has(`${language}/${area}`));
  return missing.length > 0 ? Promise.all(missing.map((area) => loadArea(language, area))) : undefined;
}

/** Resolves when nothing is under way any more; rejects with the first that could not be fetched. */
export const allAreasLoaded = (): Promise<unknown> => Promise.all(coming.values());

function loadArea(language: AdminLanguage, area: Area): Promise<void> {
  const name = `${language}/${area}`;
  const begun = coming.get(name);
  if (begun) return begun;
  const loading = fetches[language]
    [area]()
    .then(({ default: texts }) => {
      for (const [message, text] of Object.entries(texts)) textsIn(language).set(message, text);
      areasThere.add(name);
    })
    .finally(() => coming.delete(name));
  coming.set(name, loading);
  return loading;
}

/** Grows as areas arrive. */
function textsIn(language: AdminLanguage): Texts {
  const known = there.get(language);
  if (known) return known;
  const texts: Texts = new Map();
  there.set(language, texts);
  keepCatalogue(language, { textOf: (message) => textIn(texts, message) });
  return texts;
}

function textIn(texts: Texts, message: Message): CompiledMessage {
  const text = texts.get(message);
  invariant(text !== undefined, `"${message}" was not loaded before drawing: its screen does not name its area`);
  return text;
}
