import { describe, expect, test } from "vitest";
import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { FactName } from "#app/core/facts/fact-names.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Truth } from "#app/core/rules/conditions/condition.ts";
import type { Names } from "#app/core/rules/conditions/condition-words.ts";
import {
  type ConditionKind,
  type ConditionSpec,
  conditions,
  holdsOf,
  prepare,
} from "#app/core/rules/conditions/index.ts";
import { comparedIn, conditionSentence, conditionWords } from "#app/core/rules/conditions/words.ts";
import { momentWords } from "#app/core/rules/names.ts";
import { Reading } from "#app/core/rules/reading.ts";
import type { Shape } from "#app/core/rules/shapes.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import { someCatalog } from "#tests/support/builders.ts";
import { catalogOf, conditionCases, factsOf } from "./condition-cases.ts";

/** The facts that every purchase has: what needs only these can be told of every purchase. */
const ALWAYS_KNOWN: ReadonlySet<FactName> = new Set(["lines", "currency", "locale", "now"]);

const names: Names = {
  say: sayInEnglish,
  language: (code) => code,
  moment: momentWords,
  product: (id) => `product ${id}`,
  variant: (id) => `variant ${id}`,
  collection: (id) => `collection ${id}`,
  rule: (id) => `rule ${id}`,
  money: ({ minor, currency }) => new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(minor / 100),
};

const tables = conditionCases();
const kinds = Object.keys(conditions) as ConditionKind[];

const holds = (spec: ConditionSpec, facts: Facts, catalog: Catalog) =>
  holdsOf(spec.kind)(prepare(spec), facts, catalog);

describe.each(kinds)("%s", (kind) => {
  const cases = tables[kind] ?? [];

  test.each(cases)("$title", (row) => {
    const facts = factsOf(row);
    const catalog = catalogOf(row);

    expect(row.spec.kind).toBe(kind);
    expect(holds(row.spec, facts, catalog)).toBe(row.expect);

    const sentence = conditionSentence(row.spec, names);
    expect(sentence).toMatch(/^[a-z].*[^.]$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    if (row.says) expect(sentence).toBe(row.says);

    const was = comparedIn(row.spec, facts, catalog) ?? null;
    expect(JSON.parse(JSON.stringify(was))).toStrictEqual(was);
    if ("was" in row) expect(was).toEqual(row.was);
  });

  test("every case is written as a rulebook writes it", () => {
    const shapes: Readonly<Record<string, Shape<unknown>>> = conditionWords[kind].parameters;
    for (const { title, spec } of cases) {
      const reading = new Reading(spec);
      reading.onlyFields(["kind", ...Object.keys(shapes)]);
      for (const [name, shape] of Object.entries(shapes)) {
        if (!(reading.at(name).isAbsent && "isOptional" in shape)) shape.read(reading.at(name));
      }
      expect(reading.problems, title).toEqual([]);
    }
  });

  const isAlwaysKnown = conditions[kind].needs.every((fact) => ALWAYS_KNOWN.has(fact));

  test("there is a case of every answer it can give, so that no other condition could stand in its place", () => {
    const answers: Truth[] = isAlwaysKnown ? ["true", "false"] : ["true", "false", "unknown"];
    expect([...new Set(cases.map((row) => row.expect))].sort()).toEqual(answers.sort());
    const mutants: Readonly<Record<string, (truth: Truth) => Truth>> = {
      negated: (truth) => (truth === "true" ? "false" : truth === "false" ? "true" : "unknown"),
      "always true": () => "true",
      "always false": () => "false",
      ...(isAlwaysKnown ? {} : { "true when unknown": (truth) => (truth === "unknown" ? "true" : truth) }),
      ...(isAlwaysKnown ? {} : { "false when unknown": (truth) => (truth === "unknown" ? "false" : truth) }),
    };
    for (const [name, mutant] of Object.entries(mutants)) {
      const caught = cases.some((row) => mutant(holds(row.spec, factsOf(row), catalogOf(row))) !== row.expect);
      expect(caught, name).toBe(true);
    }
  });

  if (conditions[kind].needs.every((fact) => ALWAYS_KNOWN.has(fact) || fact === "subtotal")) return;

  test("what nobody told us is unknown, never a yes or a no", () => {
    for (const row of cases.filter(({ expect }) => expect === "true")) {
      const { shop, surface, reference, at, locale, lines, total, subtotal, presentmentCurrency } = factsOf(row);
      if (lines.length === 0) continue;
      const bare = { shop, surface, reference, at, locale, lines, total, subtotal, presentmentCurrency };
      expect(holds(row.spec, bare, someCatalog({ products: [] })), row.title).toBe("unknown");
    }
  });
});

test("there is no table of a condition that does not exist", () => {
  expect(Object.keys(tables).filter((kind) => !kinds.includes(kind as ConditionKind))).toEqual([]);
});
