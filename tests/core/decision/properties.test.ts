import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import { checkPick } from "#app/core/acceptance/check-pick.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import { evidenceOf, explainEvidence } from "#app/core/decision/evidence-of.ts";
import { explain } from "#app/core/decision/explain.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { sum, times } from "#app/core/values/money.ts";
import { Dice } from "#bench/frame/dice.ts";
import { type Generated, generated } from "./generated.ts";

/** Other questions than the oracle's and the golden file's. */
const FROM = 5_000_000;
const questions = (count: number) => Array.from({ length: count }, (_, index) => generated(FROM + index));

const decided = ({ facts, rulebook, catalog, uses }: Generated) => decide(facts, compile(rulebook, 1, catalog), uses);
const explained = ({ facts, rulebook, catalog, uses }: Generated) =>
  explain(facts, compile(rulebook, 1, catalog), uses);
const withRules = (question: Generated, rules: readonly Rule[]) => ({
  ...question,
  rulebook: { ...question.rulebook, rules },
});

/** Shuffled by the question's own number, so that a failure comes again. */
function shuffled<Item>({ number }: Generated, items: readonly Item[]): Item[] {
  return new Dice(number).someOf(items, items.length);
}

describe("of any shop, purchase and rulebook", { timeout: 120_000 }, () => {
  test("every live rule of the page gets exactly one verdict, and one wins when an offer is shown", () => {
    for (const question of questions(800)) {
      const { decision, verdicts } = explained(question);
      const { facts, rulebook } = question;
      const live = rulebook.rules.filter(
        ({ status, surfaces }) => status === "active" && surfaces.includes(facts.surface),
      );
      expect(verdicts.map(({ rule }) => rule).sort()).toEqual(live.map(({ id }) => id).sort());
      const winners = verdicts.filter(({ outcome }) => outcome.kind === "won").map(({ rule }) => rule);
      expect(winners).toEqual(decision.kind === "show" ? [decision.offer.rule] : []);
    }
  });

  test("what is explained is what was decided", () => {
    for (const question of questions(1_000)) expect(explained(question).decision).toEqual(decided(question));
  });

  test("the kept evidence tells the same to the byte, as often as it is asked", () => {
    for (const { facts, rulebook, catalog, uses } of questions(800)) {
      const compiled = compile(rulebook, 7, catalog);
      const told = JSON.stringify(explain(facts, compiled, uses));
      const evidence = evidenceOf(facts, compiled, uses);
      expect(JSON.stringify(explainEvidence(evidence, rulebook, 7))).toBe(told);
      const kept = JSON.parse(JSON.stringify(evidence));
      expect(JSON.stringify(explainEvidence(kept, rulebook, 7))).toBe(told);
      expect(JSON.stringify(explainEvidence(kept, rulebook, 7))).toBe(told);
    }
  });

  test("taking away a rule that did not win changes nothing", () => {
    for (const question of questions(300)) {
      const { decision, verdicts } = explained(question);
      for (const { rule, outcome } of verdicts.filter(({ outcome }) => outcome.kind !== "won")) {
        const without = decided(
          withRules(
            question,
            question.rulebook.rules.filter(({ id }) => id !== rule),
          ),
        );
        if (decision.kind === "show") expect(without).toEqual(decision);
        else expect(without.kind, `${rule} was ${outcome.kind}`).toBe("nothing");
      }
    }
  });

  test("the order in which rules are written never matters", () => {
    for (const question of questions(800)) {
      const reordered = withRules(question, shuffled(question, question.rulebook.rules));
      expect(explained(reordered)).toEqual(explained(question));
    }
  });

  test("the order of the lines never matters, but to offers of what was bought", () => {
    for (const question of questions(800)) {
      const rules = question.rulebook.rules.filter(({ path }) => !speaksOfLines(path.offer.source.kind));
      const { facts } = question;
      const reordered = { ...question, facts: { ...facts, lines: shuffled(question, facts.lines) } };
      expect(withoutBecause(decided(withRules(reordered, rules)))).toEqual(
        withoutBecause(decided(withRules(question, rules))),
      );
    }
  });

  test("what is shown costs no more than the shop asks and no less than nothing, and is charged as it was shown", () => {
    for (const question of questions(1_000)) {
      const decision = decided(question);
      if (decision.kind === "nothing") continue;
      const { offer } = decision;
      for (const { price, offerPrice } of offer.products.flatMap(({ variants }) => variants)) {
        expect(offerPrice.minor).toBeGreaterThanOrEqual(0);
        expect(offerPrice.minor).toBeLessThanOrEqual(price.minor);
      }
      const ticket = ticketFor(question, decision);
      const items = offer.products.flatMap(({ pieces, variants: [first] }) =>
        first
          ? [
              {
                variant: first.variant,
                quantity: offer.arrangement === "together" ? pieces : first.quantityMost,
                shown: first.offerPrice,
              },
            ]
          : [],
      );
      const pick = offer.arrangement === "together" ? items : items.slice(0, 1);
      const verdict = checkPick(ticket, pick, question);
      if (verdict.kind !== "ok") throw new Error(`question ${question.number}: ${JSON.stringify(verdict)}`);
      const { currency } = question.catalog.shop;
      const shown = pick.map(({ shown, quantity }) =>
        offer.arrangement === "together" ? shown : times(shown, quantity),
      );
      expect(
        sum(
          verdict.items.map(({ amount }) => amount),
          currency,
        ),
      ).toEqual(sum(shown, currency));
    }
  });
});

test("the same purchase has one fingerprint in whatever order its lines come, another purchase has another", () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 9 }), (number, more) => {
      const { facts } = generated(number);
      expect(purchaseFingerprint({ ...facts, lines: [...facts.lines].reverse() })).toBe(purchaseFingerprint(facts));
      const grown = { ...facts, total: { ...facts.total, minor: facts.total.minor + more } };
      expect(purchaseFingerprint(grown)).not.toBe(purchaseFingerprint(facts));
    }),
  );
});

function speaksOfLines(source: string): boolean {
  return source === "same-again" || source === "from-purchase" || source === "complementary";
}

/** Of several lines that made a rule fit, the first is named. */
function withoutBecause(decision: Decision): Decision {
  if (decision.kind === "nothing") return decision;
  const { because: _first, ...offer } = decision.offer;
  return { ...decision, offer };
}

function ticketFor({ facts, rulebook }: Generated, { offer }: Extract<Decision, { kind: "show" }>): Ticket {
  const rule = rulebook.rules.find(({ id }) => id === offer.rule);
  if (!rule) throw new Error(`${offer.rule} is not of the rulebook`);
  return {
    shop: facts.shop,
    reference: facts.reference,
    fingerprint: purchaseFingerprint(facts),
    step: 1,
    decision: "decision-of-a-property" as Ticket["decision"],
    offer,
    discount: rule.path.offer.discount,
    taken: [],
  };
}
