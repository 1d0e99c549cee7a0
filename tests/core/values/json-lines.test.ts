import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFaultIn, linesOfPaths } from "#app/core/values/json-lines.ts";
import { inEnglish } from "#tests/support/in-english.ts";

const TEXT = `{
  "format": 1,
  "rules": [
    {
      "id": "a",
      "path": { "offer": {
        "discount": 7
      } }
    },
    { "id": "b" }
  ]
}`;

test.each([
  ["", 1],
  ["format", 2],
  ["rules", 3],
  ["rules[0]", 4],
  ["rules[0].id", 5],
  ["rules[0].path.offer.discount", 7],
  ["rules[1].id", 10],
])("the part at %j stands on line %i", (path, line) => {
  expect(linesOfPaths(TEXT, [path])).toEqual([line]);
});

test("a part that is not there is told on the line of what it is missing in", () => {
  expect(linesOfPaths(TEXT, ["rules[0].path.offer.source", "rules[1].path.offer", "rules[9].id", "guards"])).toEqual([
    6, 10, 3, 1,
  ]);
});

test("of a field that stands twice the last one counts, as it does when the text is read", () => {
  expect(linesOfPaths('{"a": 1,\n"a": {\n"b": 2}}', ["a", "a.b"])).toEqual([2, 3]);
});

test("a name with signs of its own is found where it stands", () => {
  expect(linesOfPaths('{\n"\\u0061": 1,\r\n"b": [\n[1,\n2]]}', ["a", "b[0][1]"])).toEqual([2, 5]);
});

test.each([
  ["", 1, "A value is expected here."],
  ['{"a": 1', 1, "A comma or the closing brace is expected here."],
  ['{\n"a": 1,\n}', 3, "A field's name in double quotes is expected here."],
  ['{"a"\n 1}', 2, "A colon is expected here."],
  ["[1,\n2\n3]", 3, "A comma or the closing bracket is expected here."],
  ['["a\nb"]', 1, "A text ends on its line: a line break in it is written \\n."],
  ['["\\x"]', 1, 'After a backslash comes one of "\\/bfnrtu.'],
  ['["a', 1, "This text is never closed."],
  ["{}\n\nx", 3, "Nothing may follow the document's end."],
  ["[01]", 1, "A comma or the closing bracket is expected here."],
  ["nonsense", 1, "A value is expected here."],
])("of %j it is told on line %i that %s", (text, line, sentence) => {
  const fault = jsonFaultIn(text);
  expect(fault && inEnglish([fault])).toMatchObject([{ line, sentence }]);
});

test("finds a fault exactly where JSON.parse refuses, in any text", () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const text = fc.oneof(
    fc.json(),
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0a1eE+-. \n') }),
    fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([json, at, more]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + more + json.slice(place + 1);
    }),
  );
  fc.assert(
    fc.property(text, (one) => (jsonFaultIn(one) === undefined) === isJson(one)),
    { numRuns: 2_000 },
  );
});

test("a text of nothing but brackets is a fault and no end of the process", () => {
  expect(jsonFaultIn("[".repeat(1_000_000))).toMatchObject({ message: "problem.json.depth" });
});
