import { describe, expect, test } from "vitest";
import type {
  ConditionTrace,
  GuardVerdict,
  NothingReason,
  RankedBy,
  Verdict,
  VerdictOutcome,
} from "#app/core/decision/decision.ts";
import { whyNothing } from "#app/core/decision/nothing.words.ts";
import { sentenceOf, traceSentence, triedSentence, wouldHaveWonSentence } from "#app/core/decision/words.ts";
import { comparedIn } from "#app/core/rules/conditions/words.ts";
import { evaluate } from "#app/core/rules/evaluate.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { CAKESTAND, NOON, pounds, TEACUP } from "#tests/support/builders.ts";
import { catalogOf, conditionCases, factsOf } from "../rules/conditions/condition-cases.ts";
import { readerOf, readers, UNFILLED } from "./every-language.ts";

const product = CAKESTAND;
const inEuros = { pricedIn: "EUR", shopCurrency: "GBP" } as const;

/** Each guard with what it may have seen. */
const GUARDS: { readonly [Guard in GuardVerdict["guard"]]: readonly Extract<GuardVerdict, { guard: Guard }>[] } = {
  "known-product": [{ guard: "known-product", product }],
  available: ["draft", "archived", "unlisted", "deleted"].map((status) => ({ guard: "available", product, status })),
  "in-stock": [
    { guard: "in-stock", product, wanted: 1, left: 0 },
    { guard: "in-stock", product, wanted: 3, left: 2 },
  ],
  "one-time-purchase": [{ guard: "one-time-purchase", product }],
  "not-in-purchase": [{ guard: "not-in-purchase", product }],
  "not-answered-before": [{ guard: "not-answered-before", product }],
  "not-bought-before": [{ guard: "not-bought-before", product, at: NOON }],
  "no-bundle-with-its-items": [{ guard: "no-bundle-with-its-items", product, bought: TEACUP }],
  "ships-there": [{ guard: "ships-there", product, country: "FR" }],
  "price-cap": [{ guard: "price-cap", product, price: pounds(12.75), most: pounds(10) }],
  "margin-floor": [{ guard: "margin-floor", product, margin: pounds(1), least: pounds(2) }],
  "shop-currency": [{ guard: "shop-currency", paidIn: "EUR", shopCurrency: "GBP" }],
  "priced-in-shop-currency": [
    { guard: "priced-in-shop-currency", what: "product", product, ...inEuros },
    { guard: "priced-in-shop-currency", what: "product", ...inEuros },
    { guard: "priced-in-shop-currency", what: "discount", ...inEuros },
    { guard: "priced-in-shop-currency", what: "shipping", ...inEuros },
    { guard: "priced-in-shop-currency", what: "budget", ...inEuros },
  ],
  "possible-here": [{ guard: "possible-here", what: "replacing" }],
  "something-to-offer": ["collection", "complementary", "suggestions", "next-journey-step", "named"].map((source) => ({
    guard: "something-to-offer",
    source,
  })),
  "once-per-customer": [{ guard: "once-per-customer" }, { guard: "once-per-customer", answered: NOON }],
  "accepts-per-day": [{ guard: "accepts-per-day", most: 20 }],
  "discount-budget": [{ guard: "discount-budget", budget: pounds(100) }],
};
const guards: readonly GuardVerdict[] = Object.values(GUARDS).flat();

const CAKES = "cakes" as RuleId;
const ranks: readonly RankedBy[] = ["priority", "specificity", "expected-value", "edited-later", "id"];
const outcomes: readonly VerdictOutcome[] = [
  { kind: "won" },
  ...ranks.map((by): VerdictOutcome => ({ kind: "lost", to: CAKES, by })),
  { kind: "unfit", because: "failed" },
  { kind: "unfit", because: "unknown" },
  { kind: "not-scheduled", from: "2026-11-27T09:00" },
  { kind: "not-scheduled", until: "2026-12-01" },
  { kind: "not-scheduled", from: "2026-11-27T09:00", until: "2026-12-01" },
  ...guards.map((guard): VerdictOutcome => ({ kind: "dropped", guard })),
];
const traces: readonly ConditionTrace[] = Object.values(conditionCases())
  .flat()
  .map((row) => {
    const [facts, catalog] = [factsOf(row), catalogOf(row)];
    const was = comparedIn(row.spec, facts, catalog);
    const holds = evaluate(row.spec, facts, catalog);
    return { kind: row.spec.kind, spec: row.spec, holds, ...(was === undefined ? {} : { was }) };
  });
const verdictOf = (changes: Partial<Verdict>): Verdict => ({
  rule: "bags" as RuleId,
  ruleName: "Bags",
  priority: 2,
  conditions: [],
  tried: [],
  outcome: { kind: "won" },
  ...changes,
});
const winner = verdictOf({ rule: CAKES, ruleName: "Cakes", priority: 1 });

describe.each(readers)("in $language", ({ names, say }) => {
  test("every fate of a rule is told", () => {
    const told = outcomes.map((outcome) => sentenceOf(verdictOf({ outcome }), [winner], names));
    for (const sentence of told) {
      expect(sentence).toMatch(/^Bags .*\.$/);
      expect(sentence).not.toMatch(UNFILLED);
    }
    expect(new Set(told).size).toBe(outcomes.length);
    expect(sentenceOf(winner, [winner, verdictOf({})], names)).not.toMatch(UNFILLED);
  });

  test("every product that was not offered is told with its reason", () => {
    for (const guard of guards) expect(triedSentence({ guard }, names)).toMatch(/^\p{L}.*: .*\.$/u);
  });

  test("every condition is told with its outcome and what it saw", () => {
    for (const trace of traces) {
      const sentence = traceSentence(trace, names);
      expect(sentence).toMatch(/^[✓✗?] ./);
      expect(sentence).not.toMatch(UNFILLED);
    }
  });

  test("what would have had to be otherwise is told, all of it", () => {
    const trace = traces[0] as ConditionTrace;
    const needed = verdictOf({
      conditions: [trace],
      outcome: { kind: "unfit", because: "failed" },
      wouldHaveWon: [
        { kind: "condition", index: 0, holds: true },
        { kind: "condition", index: 0, holds: false },
        { kind: "condition", index: 7, holds: true },
        { kind: "schedule" },
        ...ranks.map((by) => ({ kind: "rank", before: CAKES, by }) as const),
        ...guards.map((guard) => ({ kind: "guard", guard }) as const),
      ],
    });
    expect(wouldHaveWonSentence(needed, [winner, needed], names)).not.toMatch(UNFILLED);
  });

  test("why nothing was shown has a sentence for each reason", () => {
    const reasons: readonly NothingReason[] = ["no-rules", "no-rule-fits", "nothing-to-sell", "foreign-currency"];
    expect(new Set(reasons.map((reason) => whyNothing(reason, say))).size).toBe(4);
  });
});

test("a German and a French reader are told why the other rule won", () => {
  const loser = verdictOf({
    conditions: [{ kind: "country", spec: { kind: "country", countries: ["IE"] }, holds: "false", was: "GB" }],
    outcome: { kind: "lost", to: CAKES, by: "priority" },
    wouldHaveWon: [
      { kind: "condition", index: 0, holds: true },
      { kind: "guard", guard: { guard: "in-stock", product, wanted: 1, left: 0 } },
      { kind: "rank", before: CAKES, by: "priority" },
    ],
  });
  const told = (language: "fr" | "de") => {
    const { names } = readerOf(language);
    const sentences = [sentenceOf(loser, [winner, loser], names), wouldHaveWonSentence(loser, [winner, loser], names)];
    return sentences.map((sentence) => sentence?.replace(/[\u00a0\u202f]/g, " "));
  };
  expect(told("de")).toEqual([
    "Bags passte auch, aber Cakes steht vor ihr: Priorität 2 nach 1.",
    "Bags hätte gewonnen, wenn die Bestellung eine gewesen wäre, die nach IE geschickt wird, und wenn dies nicht so wäre: Regency Cakestand 3 Tier ist ausverkauft, und wenn ihre Priorität vor der von Cakes stünde.",
  ]);
  expect(told("fr")).toEqual([
    "Bags convenait aussi, mais Cakes passe avant : priorité 2 après 1.",
    "Bags l’aurait emporté si la commande avait été une commande qui est expédiée vers IE, et si ceci n’était pas vrai : Regency Cakestand 3 Tier est épuisé, et si sa priorité passait avant celle de la règle Cakes.",
  ]);
});
