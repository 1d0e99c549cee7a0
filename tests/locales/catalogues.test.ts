import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { describe, expect, test } from "vitest";
import { ADMIN_LANGUAGES } from "#app/locales/catalogues.ts";

/** What a text is made of; what stands behind a value's name says how it is used. */
type Part =
  | string
  | 0
  | readonly [name: string, use?: number, options?: Readonly<Record<string, Part | readonly Part[]>>];

/** Uses, as icu-minify numbers them. */
const CHOOSING = [1, 2];

const root = join(import.meta.dirname, "../..");
const textsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `app/locales/${language}.json`), "utf8"));
const english = textsOf("en");

/** What a text leaves room for: what it says, "#" of a plural too, and what it only chooses its words by. */
function roomIn(text: string) {
  const said = new Set<string>();
  const chosenBy = new Set<string>();
  const look = (parts: readonly Part[], counted = "") => {
    for (const part of parts) {
      if (typeof part === "string") continue;
      if (part === 0) {
        said.add(counted);
        continue;
      }
      const [name, use, options = {}] = part;
      if (use === undefined || !CHOOSING.includes(use)) said.add(name);
      else {
        chosenBy.add(name);
        for (const option of Object.values(options)) look(partsOf(option), name);
      }
    }
  };
  look(partsOf(compile(text) as Part | readonly Part[]));
  return { said, chosenBy };
}

/** An option is one text, "#", or a list of parts. */
const partsOf = (option: Part | readonly Part[]): readonly Part[] =>
  Array.isArray(option) ? (option as readonly Part[]) : [option as Part];

describe.each(ADMIN_LANGUAGES)("the catalogue in %s", (language) => {
  const texts = textsOf(language);

  test("says everything that English says, and nothing else", () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  test("leaves no text empty, nor white space around one", () => {
    const careless = Object.entries(texts).filter(([, text]) => text === "" || text !== text.trim());
    expect(careless).toEqual([]);
  });

  test("writes a percentage as every amount on the screen is written", () => {
    const asIntl = new Intl.NumberFormat(language, { style: "percent" }).format(0.15).replace("15", "");
    const percents = Object.values(texts).flatMap((text) => text.match(/(?<=[\d}])\s*%/g) ?? []);
    expect(new Set(percents)).toEqual(new Set([asIntl]));
  });

  test("says in each text what English says, and asks for nothing that English is not given", () => {
    const differing = Object.keys(english).filter((key) => {
      const ours = roomIn(texts[key] ?? "");
      const theirs = roomIn(english[key] ?? "");
      const isSame = [...ours.said].sort().join() === [...theirs.said].sort().join();
      return !isSame || [...ours.chosenBy].some((name) => !theirs.said.has(name) && !theirs.chosenBy.has(name));
    });
    expect(differing).toEqual([]);
  });
});

test("keys stand in order, so that two who add texts do not meet", () => {
  expect(Object.keys(english)).toEqual(Object.keys(english).sort());
});

test("every text is said somewhere", () => {
  const sources = sourcesIn(join(root, "app")).map((file) => readFileSync(file, "utf8"));
  const found = (pattern: RegExp) => new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(at1)));
  const named = found(/"([a-z][\w.-]*)"/g);
  // Which of their keys `versions.event.${kind}` and `${what}.title` say, the compiler has checked.
  const shapes = [...found(/`([a-z][\w-]*\.[\w.-]*\$\{[^`\n]*)`/g)].map(
    (shape) =>
      new RegExp(
        `^${shape
          .split(/\$\{[^}]*\}/)
          .map(escaped)
          .join("[\\w.-]+")}$`,
      ),
  );
  const endings = [...found(/`\$\{[^`}]*\}(\.[\w.-]+)`/g)];
  const isSaid = (key: string) =>
    named.has(key) ||
    shapes.some((shape) => shape.test(key)) ||
    endings.some((ending) => key.endsWith(ending) && named.has(key.slice(0, -ending.length)));
  expect(Object.keys(english).filter((key) => !isSaid(key))).toEqual([]);
});

const at1 = ([, group = ""]: RegExpExecArray) => group;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
