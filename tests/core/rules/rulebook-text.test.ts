import { expect, test } from "vitest";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import { rulebookText } from "#app/core/rules/rulebook-text.ts";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { someRule } from "#tests/support/builders.ts";

const rulebook: Rulebook = { format: 1, rules: [someRule()] };

/** The same document with its fields the other way round, as a database or another program may keep it. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, turned(field)]),
  );
}

test("a rulebook is the same text to the byte, however its fields were kept in between", () => {
  expect(rulebookText(turned(rulebook) as Rulebook)).toBe(rulebookText(rulebook));
});

test("a rule reads as one would tell it: what it is, when it speaks, what it offers", () => {
  const [rule] = (JSON.parse(rulebookText(rulebook)) as Rulebook).rules;
  expect(Object.keys(rule ?? {})).toEqual(["id", "name", "status", "priority", "surfaces", "when", "path", "editedAt"]);
});

test("what was written is read back whole, and written the same again", () => {
  const text = rulebookText(rulebook);
  const read = validateRulebook(JSON.parse(text));
  expect(read).toEqual({ kind: "valid", rulebook });
  expect(read.kind === "valid" && rulebookText(read.rulebook)).toBe(text);
});

test("the words of a merchant stay as they are: quotes, emoji, another script", () => {
  const name = 'Ann’s "tea" 🫖 чай \\u2028';
  expect(JSON.parse(rulebookText({ format: 1, rules: [someRule({ name })] })).rules[0].name).toBe(name);
});
