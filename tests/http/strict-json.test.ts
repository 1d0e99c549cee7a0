import fc from "fast-check";
import { expect, test } from "vitest";
import { parseStrictJson } from "#app/http/strict-json.ts";

const parse = (text: string) => parseStrictJson(Buffer.from(text, "utf8"));

test("what any JSON writer writes is read back as it was", () => {
  const shallow = fc.jsonValue({ maxDepth: 8 });
  fc.assert(
    fc.property(shallow, (value) => {
      expect(parse(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([
  ["no text at all", "", "The body is not JSON."],
  ["half an object", '{"a":', "The body is not JSON."],
  ["two values", "{} {}", "The body is not JSON."],
  ["a string without an end", '{"a":"\\"', "The body is not JSON."],
  ["seventeen levels", `${"[".repeat(17)}${"]".repeat(17)}`, "The body is nested too deeply."],
  ["thirty thousand levels", "[".repeat(30_000), "The body is nested too deeply."],
  ["a field named twice", '{"quantity":1,"variantId":"1","quantity":2}', 'The body names the field "quantity" twice.'],
  ["a field named twice in two spellings", '{"a":1,"\\u0061":2}', 'The body names the field "a" twice.'],
])("%s is refused in one sentence", (_title, text, sentence) => {
  expect(() => parse(text)).toThrow(sentence);
});

test("bytes that are not UTF-8 are refused", () => {
  expect(() => parseStrictJson(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toThrow(
    "The body is not UTF-8.",
  );
});

test("brackets, quotes and colons inside a string are only text", () => {
  expect(parse('{"a":"[[[[[[[[[[[[[[[[[[[[{\\":,","b":{"a":1}}')).toEqual({
    a: '[[[[[[[[[[[[[[[[[[[[{":,',
    b: { a: 1 },
  });
});

test("sixty-four kilobytes made to be slow are refused within a tenth of a second", () => {
  for (const unit of ['"\\', '\\"', '["', '{"a":', "\u0000", '"a"']) {
    const began = performance.now();
    expect(() => parse(unit.repeat(Math.floor(65_536 / unit.length)))).toThrow();
    expect(performance.now() - began).toBeLessThan(100);
  }
});
