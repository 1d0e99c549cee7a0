import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { productsNamedBy } from "#app/core/rules/products-named.ts";
import { validateRule, validateRulebook } from "#app/core/rules/validate-rulebook.ts";
import { someRule } from "#tests/support/builders.ts";

interface Case {
  readonly title: string;
  readonly change?: object;
  readonly offer?: object;
  readonly path: string;
  readonly sentence: string;
}
const cases: readonly Case[] = JSON.parse(readFileSync(new URL("./cases.json", import.meta.url), "utf8"));

const ruleWith = ({ change, offer }: Pick<Case, "change" | "offer">) => {
  const rule = someRule();
  return { ...rule, ...change, path: { offer: { ...rule.path.offer, ...offer } } };
};

test("a rulebook comes back from its JSON as it went in", () => {
  const rulebook = { format: 1, rules: [someRule()] };
  expect(validateRulebook(JSON.parse(JSON.stringify(rulebook)))).toEqual({ kind: "valid", rulebook });
});

test.each(cases)("$title is refused at its place", ({ path, sentence, ...parts }) => {
  expect(validateRulebook({ format: 1, rules: [ruleWith(parts)] })).toEqual({
    kind: "invalid",
    problems: [{ path, sentence }],
  });
});

test("a rule on its own tells its places from itself on", () => {
  expect(validateRule(ruleWith({ change: { name: "" } }))).toEqual({
    kind: "invalid",
    problems: [{ path: "name", sentence: "Give the rule a name." }],
  });
});

test("two rules of one id are refused at the second", () => {
  expect(validateRulebook({ format: 1, rules: [someRule(), someRule()] })).toMatchObject({
    problems: [{ path: "rules[1].id", sentence: 'Another rule has the id "teacups-to-cakestand" already.' }],
  });
});

test("every problem is told at once", () => {
  const answer = validateRulebook({ format: 2, rules: [ruleWith({ change: { name: "", priority: 0 } })] });
  expect(answer.kind === "invalid" && answer.problems.map(({ path }) => path)).toEqual([
    "format",
    "rules[0].name",
    "rules[0].priority",
  ]);
});

test("groups nested deeper than can be meant are refused, however deep", () => {
  let when: object = { kind: "bought-any-of", products: ["1"] };
  for (let depth = 0; depth < 2_000; depth++) when = { all: [when] };
  expect(validateRulebook({ format: 1, rules: [{ ...someRule(), when }] })).toMatchObject({
    problems: [{ sentence: "Groups may stand at most 8 deep." }],
  });
});

test("a path longer than Shopify accepts is refused", () => {
  const { path } = someRule();
  const four = { ...path, ifDeclined: { ...path, ifAccepted: { ...path, ifDeclined: path } } };
  expect(validateRulebook({ format: 1, rules: [{ ...someRule(), path: four }] })).toMatchObject({
    problems: [{ path: "rules[0].path.ifDeclined.ifAccepted.ifDeclined", sentence: "A path has at most 3 steps." }],
  });
});

test("a document that is anything at all is read without a crash, and never silently as valid", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      expect(validateRulebook(document).kind).toBe("invalid");
    }),
  );
});

test("publishing reads the products that trigger and those that are offered", () => {
  expect([...productsNamedBy(someRule())]).toEqual(["1001", "1002"]);
});
