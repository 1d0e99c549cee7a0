import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { ADMIN_LANGUAGES } from "#app/locales/catalogues.ts";

type MessagePart = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Kinds of parts, as the parser numbers them. */
const TYPE = { argument: 1, number: 2, select: 5, plural: 6, pound: 7 } as const;

const root = join(import.meta.dirname, "../..");
const textsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `app/locales/${language}.json`), "utf8"));
const english = textsOf("en");

/** What a text leaves room for: what it says, "#" of a plural too, and what it only chooses its words by. */
function roomIn(text: string) {
  const said = new Set<string>();
  const chosenBy = new Set<string>();
  const look = (parts: readonly MessagePart[], counted = "") => {
    for (const part of parts) {
      if (part.type === TYPE.argument || part.type === TYPE.number) said.add(part.value);
      if (part.type === TYPE.pound) said.add(counted);
      if (part.type === TYPE.select || part.type === TYPE.plural) {
        chosenBy.add(part.value);
        for (const option of Object.values(part.options)) look(option.value, part.value);
      }
    }
  };
  look(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  return { said, chosenBy };
}

describe.each(ADMIN_LANGUAGES)("the catalogue in %s", (language) => {
  const texts = textsOf(language);

  test("says everything that English says, and nothing else", () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  test("leaves no text empty, nor white space around one", () => {
    const careless = Object.entries(texts).filter(([, text]) => text === "" || text !== text.trim());
    expect(careless).toEqual([]);
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
