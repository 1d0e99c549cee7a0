import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { conditions } from "#app/core/rules/conditions/index.ts";
import { rulebookSchema } from "#app/core/rules/rulebook-schema.ts";
import { validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";
import { someRule } from "#tests/support/builders.ts";
import { refusedRules, ruleOf } from "./refused-rules.ts";

const fits = new Ajv2020({ strictTypes: false, strictRequired: false }).compile(rulebookSchema());

test("the schema is one itself, and speaks of every condition", () => {
  const text = JSON.stringify(rulebookSchema());
  for (const kind of Object.keys(conditions)) expect(text).toContain(`"kind":{"enum":["${kind}"]}`);
});

test("what is a valid rulebook fits the schema", () => {
  fc.assert(
    fc.property(arbitraryRulebook, (rulebook) => {
      expect(validateRulebook(rulebook).kind).toBe("valid");
      expect(fits(rulebook) || fits.errors).toBe(true);
    }),
  );
});

test.each(refusedRules())("$title fits the schema only where it cannot compare", (refused) => {
  expect(fits({ format: 1, rules: [ruleOf(refused)] })).toBe(refused.fitsSchema === true);
});

test("a path of four steps, groups of nine and 10,001 rules do not fit the schema", () => {
  const { path } = someRule();
  const four = { ...path, ifDeclined: { ...path, ifAccepted: { ...path, ifDeclined: path } } };
  expect(fits({ format: 1, rules: [someRule({ path: four })] })).toBe(false);
  let when: unknown = { kind: "product", lines: "any", products: ["1001"] };
  for (let depth = 0; depth < 9; depth++) when = { all: [when] };
  expect(fits({ format: 1, rules: [{ ...someRule(), when }] })).toBe(false);
  expect(fits({ format: 1, rules: Array.from({ length: 10_001 }, () => someRule()) })).toBe(false);
});

test("a document that is anything but a rulebook does not fit the schema", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      expect(fits(document)).toBe(false);
    }),
  );
});
