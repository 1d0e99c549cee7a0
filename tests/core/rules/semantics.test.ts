import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { Truth } from "#app/core/rules/conditions/condition.ts";
import { evaluate } from "#app/core/rules/evaluate.ts";
import { clause } from "#app/core/rules/read-clause.ts";
import { Reading } from "#app/core/rules/reading.ts";
import { catalogOf, clauseOf, factsOf, type Row, rulesOf } from "./semantics-in-our-words.ts";

const { rows } = JSON.parse(readFileSync(new URL("./semantics.json", import.meta.url), "utf8")) as {
  readonly rows: readonly Row[];
};

/** What none of our conditions says, and why. */
const NOTHING_SAYS_IT: Readonly<Record<string, string>> = {
  "version-": "a purchase has no version",
  "text-matches": "no patterns: a merchant cannot check one by eye, and a bad one is slow",
  "address-in-range": "we never learn a shopper's network address",
  "customer-is": "customers are chosen by tag, history or share, never listed by id in a rulebook",
  "discount-class-applies": "we make no discount functions: an offer's discount is signed with the line it is for",
};

type Answer = Truth | "refused";

const EMPTY_LIST = ["refused", "an empty list says nothing: the validator asks for at least one"] as const;
const ABSENT = ["unknown", "the fact is absent: neither yes nor no, and no rule fits on it"] as const;
const GUEST = ["unknown", "a guest may be a customer we do not recognise"] as const;
const UNSET = ["refused", "what is left open is asked for: no default stands in for the merchant's word"] as const;
/** Where we answer otherwise, and why; docs/decisions/0008-what-a-condition-answers.md tells more. */
const OTHERWISE: Readonly<Record<string, readonly [Answer, string]>> = {
  "unleash-11-01": EMPTY_LIST,
  "unleash-11-02": EMPTY_LIST,
  "unleash-11-03": EMPTY_LIST,
  "unleash-09-13": EMPTY_LIST,
  "spree-channel-01": EMPTY_LIST,
  "spree-market-01": EMPTY_LIST,
  "spree-customergrou-01": EMPTY_LIST,
  "unleash-13-43": ABSENT,
  "unleash-09-05": ABSENT,
  "unleash-13-40": ["refused", "an operator nobody knows is refused before it is published"],
  "spree-customergrou-02": GUEST,
  "spree-firstorder-01": GUEST,
  "spree-country-03": UNSET,
  "spree-country-04": UNSET,
  "sylius-offer-09": ["false", "suggestions are empty until a shop's orders have been learned from"],
};

/** Our answer: of the evaluator for conditions, of the decision for offers; refused if no rulebook may say it. */
function answerTo(row: Row): Answer {
  const rules = rulesOf(row);
  if (rules) {
    const compiled = compile({ format: 1, rules }, 1, catalogOf(row));
    return decide(factsOf(row), compiled).kind === "show" ? "true" : "false";
  }
  const read = clause.read(new Reading(clauseOf(row)));
  return read ? evaluate(read, factsOf(row), catalogOf(row)) : "refused";
}

const lackOf = ({ kind }: Row) => Object.keys(NOTHING_SAYS_IT).find((start) => kind.startsWith(start));
const answered = rows.filter((row) => !lackOf(row));

describe("what public test suites state, in our words", () => {
  test.each(answered.filter(({ id }) => !OTHERWISE[id]))("$id: $kind is $expect here too", (row) => {
    expect(answerTo(row)).toBe(String(row.expect));
  });

  test.each(answered.filter(({ id }) => OTHERWISE[id]))("$id: $kind is $expect there, and otherwise here", (row) => {
    const [answer, because] = OTHERWISE[row.id] ?? [];
    expect(answerTo(row), because).toBe(answer);
    expect(answer).not.toBe(String(row.expect));
  });

  test("every statement has its place: answered alike, answered otherwise, or said by none of our conditions", () => {
    const ids = new Set(rows.map(({ id }) => id));
    expect(ids.size).toBe(rows.length);
    expect(Object.keys(OTHERWISE).filter((id) => !ids.has(id))).toEqual([]);
    for (const row of rows) expect(Boolean(clauseOf(row) ?? rulesOf(row)), row.id).toBe(!lackOf(row));
    for (const start of Object.keys(NOTHING_SAYS_IT))
      expect(
        rows.some((row) => lackOf(row) === start),
        start,
      ).toBe(true);
  });

  test("every statement names where it is from", () => {
    for (const { id, source, license } of rows) {
      expect([source.repo, source.file, source.test, license].every(Boolean), id).toBe(true);
    }
  });
});
