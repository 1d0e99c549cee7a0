import fc from "fast-check";
import { expect, test } from "vitest";
import { isolated } from "#app/core/values/isolated.ts";
import { sayInEnglish } from "#app/locales/english.ts";

const BEGIN = "\u2068";
const END = "\u2069";

test("a name in a language that is written from left to right stands in a sentence as it is", () => {
  for (const name of ["Teacups → Cakestand", "café 🎁", "茶碗", "", "a\u200db"]) expect(isolated(name)).toBe(name);
});

test("a name that is written from right to left turns none of the words around it", () => {
  expect(sayInEnglish("engine.quoted", { text: "שלום (עולם) 12%" })).toBe(`"${BEGIN}שלום (עולם) 12%${END}"`);
});

test("a name that begins a direction and never ends it ends with itself", () => {
  expect(isolated("\u202ereversed")).toBe(`${BEGIN}\u202ereversed${END}`);
  expect(isolated("\u2067open")).toBe(`${BEGIN}\u2067open${END}${END}`);
});

test("what is isolated already, alone or in a sentence, is not isolated once more", () => {
  const once = isolated("שלום");
  expect(isolated(once)).toBe(once);
  expect(isolated(`offers ${once}`)).toBe(`offers ${once}`);
});

test("no name ends the isolate that it stands in", () => {
  expect(isolated("out\u2069\u202ereversed")).toBe(`${BEGIN}out\u202ereversed${END}`);
  const letters = fc.string({ unit: fc.constantFrom("a", "א", "\u202e", "\u2066", "\u2067", "\u2068", END, "🎁") });
  fc.assert(
    fc.property(letters, (text) => {
      const shown = [...isolated(text)];
      if (shown.join("") === text) return;
      let depth = 0;
      const depths = shown.map((letter) => {
        if ("\u2066\u2067\u2068".includes(letter)) depth++;
        if (letter === END) depth--;
        return depth;
      });
      expect(depths.pop()).toBe(0);
      expect(Math.min(...depths)).toBe(1);
    }),
  );
});
