import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditions } from "#app/core/rules/conditions/index.ts";
import { conditionSentence } from "#app/core/rules/conditions/words.ts";
import { differenceSentence } from "#app/core/rules/diff.words.ts";
import { diffRulebooks } from "#app/core/rules/diff-rulebooks.ts";
import { ruleSentence } from "#app/core/rules/rule.words.ts";
import type { Clause, Offer, Rule } from "#app/core/rules/rulebook.ts";
import { arbitraryRule, arbitraryRulebook } from "#tests/support/arbitrary-rulebook.ts";
import { CAKESTAND, LUNCH_BAG, pounds, someRule, TEA_TIME, TEACUP } from "#tests/support/builders.ts";
import { conditionCases } from "../rules/conditions/condition-cases.ts";
import { readerOf, readers, UNFILLED } from "./every-language.ts";

const cases = Object.values(conditionCases()).flat();

/** What a clause after "eine Bestellung, die …" ends with: its verb, and perhaps what is said of an address. */
const GERMAN_VERB_AT_THE_END =
  /(enthält|wird|ist|stammt|kommt|nutzt|hat|begann( \(.*\))?|kam( \(.*\))?|\(Los „.*“\))$/s;
const FRENCH_VERB_AT_THE_BEGINNING = /^(est|contient|vaut|a|n’a|ne contient|vient|affiche|arrive) /;

describe.each(readers)("in $language", ({ language, names }) => {
  test("every condition completes “an order that …”, in the order of words of the language", () => {
    expect(new Set(cases.map(({ spec }) => spec.kind))).toEqual(new Set(Object.keys(conditions)));
    for (const { spec } of cases) {
      const sentence = conditionSentence(spec, names);
      expect(sentence).not.toMatch(UNFILLED);
      expect(sentence).not.toMatch(/[.:;]$/);
      if (language === "de") expect(sentence).toMatch(GERMAN_VERB_AT_THE_END);
      if (language === "fr") expect(sentence).toMatch(FRENCH_VERB_AT_THE_BEGINNING);
    }
  });

  test("any rule is one sentence", () => {
    const begin = {
      en: /^(When an order|For every order)/,
      fr: /^(Quand une|Pour chaque) /,
      de: /^(Wenn eine|Bei jeder) /,
    };
    fc.assert(
      fc.property(arbitraryRule, (rule) => {
        const sentence = ruleSentence(rule, names);
        expect(sentence).toMatch(begin[language]);
        expect(sentence).toMatch(/\.$/);
        expect(sentence).not.toMatch(/undefined|\[object/);
      }),
    );
  });

  test("any difference of two rulebooks is one sentence", () => {
    fc.assert(
      fc.property(arbitraryRulebook, arbitraryRulebook, (before, after) => {
        for (const difference of diffRulebooks(before, after)) {
          const sentence = differenceSentence(difference, names);
          expect(sentence).toMatch(/\.$/s);
          expect(sentence).not.toMatch(/undefined|\[object/);
        }
      }),
    );
  });
});

const paidByPayPal: Clause = { kind: "payment-method", methods: ["paypal"] };
const nested: Clause = {
  all: [
    { kind: "product", lines: "any", products: [TEACUP] },
    {
      any: [
        { kind: "country", countries: ["GB", "IE"] },
        { kind: "order-value", atLeast: pounds(20) },
        {
          all: [
            { kind: "customer-tag", of: "any", tags: ["vip"] },
            { kind: "first-order", is: "returning" },
          ],
        },
      ],
    },
    { none: [paidByPayPal, { kind: "gift-card-line", lines: "any" }] },
  ],
};
const offerOf = (product: typeof TEACUP, offer: Partial<Offer> = {}): Offer => ({
  ...someRule().path.offer,
  source: { kind: "named", products: [{ product }] },
  ...offer,
});
const nestedRule: Rule = someRule({
  when: nested,
  surfaces: ["post-purchase", "thank-you"],
  schedule: { from: "2026-11-27T09:00", until: "2026-12-01" },
  limits: { oncePerCustomer: { days: 30 }, acceptsPerDay: 20, discountBudget: pounds(100) },
  path: {
    offer: offerOf(CAKESTAND),
    ifAccepted: {
      offer: offerOf(LUNCH_BAG, { kind: "gift", discount: { kind: "percent", percent: 100 }, quantityMost: 1 }),
    },
    ifDeclined: {
      offer: offerOf(LUNCH_BAG, {
        kind: "downsell",
        discount: { kind: "amount", amounts: [pounds(2.5)] },
        quantityMost: 1,
      }),
      ifDeclined: {
        offer: offerOf(LUNCH_BAG, {
          source: { kind: "collection", collection: TEA_TIME, order: "cheapest" },
          discount: { kind: "none" },
          quantityMost: 1,
          shipping: { kind: "price", prices: [pounds(3.95)] },
        }),
      },
    },
  },
});

test("a nested rule is read aloud in German, its verbs at the end and its groups in parentheses", () => {
  expect(plain(ruleSentence(nestedRule, readerOf("de").names))).toBe(
    "Wenn eine Bestellung Regency Teacup enthält und (in eines der Länder GB, IE geschickt wird oder mindestens 20,00 £ wert ist oder (von einem Kunden mit dem Tag „vip“ stammt und von einem wiederkehrenden Kunden stammt)) und (nichts davon erfüllt: mit paypal bezahlt wird; einen Geschenkgutschein enthält), wird auf der Seite nach dem Kauf und auf der Dankesseite angeboten: Regency Cakestand 3 Tier mit 15 % Rabatt, bis zu 2 Stück; bei Annahme: Lunch Bag als Geschenk kostenlos; bei Ablehnung: Lunch Bag als Downselling mit 2,50 £ Rabatt (bei Ablehnung: das günstigste Produkt aus Tea time, Versand 3,95 £); von 2026-11-27 09:00 bis 2026-12-01; einmal je Kunde in 30 Tagen, höchstens 20 Annahmen am Tag, bis ihre Rabatte 100,00 £ gekostet haben.",
  );
});

test("a nested rule is read aloud in French, its groups in parentheses", () => {
  expect(plain(ruleSentence(nestedRule, readerOf("fr").names))).toBe(
    "Quand une commande contient Regency Teacup et (est expédiée vers l’un des pays GB, IE ou vaut au moins 20,00 £ ou (est passée par un client avec la balise « vip » et est passée par un client déjà connu)) et (ne remplit rien de ceci : est payée par paypal ; contient une carte-cadeau), proposer sur la page post-achat et sur la page de remerciement : Regency Cakestand 3 Tier avec 15 % de réduction, jusqu’à 2 unités ; en cas d’acceptation, proposer Lunch Bag en cadeau gratuitement ; en cas de refus, proposer Lunch Bag en offre réduite avec 2,50 £ de réduction (en cas de refus, proposer le moins cher de la collection Tea time, livraison à 3,95 £) ; du 2026-11-27 09:00 au 2026-12-01 ; une fois par client sur 30 jours, au plus 20 acceptées par jour, jusqu’à ce que ses réductions aient coûté 100,00 £.",
  );
});

test.each([
  ["en", "it moved from place 3 to place 1", "2 rules only made room: they have"],
  ["fr", "elle passe de la place 3 à la place 1", "2 règles ont seulement fait de la place : leurs"],
  ["de", "sie rückt von Platz 3 auf Platz 1", "2 Regeln haben nur Platz gemacht: Ihre"],
] as const)("in %s a move is told as one, and what made room for it in a line", (language, move, room) => {
  const rules = [1, 2, 3].map((priority) => someRule({ id: `rule-${priority}` as Rule["id"], priority }));
  const moved = rules.map((rule) => ({ ...rule, priority: (rule.priority % 3) + 1 }));
  const { names } = readerOf(language);
  const told = diffRulebooks({ format: 1, rules }, { format: 1, rules: moved }).map((one) =>
    plain(differenceSentence(one, names)),
  );
  expect(told).toHaveLength(2);
  expect(told[0]).toContain(move);
  expect(told[1]).toContain(room);
});

test("what must not be so is told after a colon", () => {
  const when: Clause = { none: [{ all: [paidByPayPal, { kind: "country", countries: ["GB"] }] }] };
  const said = (language: "fr" | "de") => plain(ruleSentence(someRule({ when }), readerOf(language).names));
  expect(said("de")).toMatch(
    /^Wenn eine Bestellung dies nicht erfüllt: mit paypal bezahlt wird und nach GB geschickt wird, wird /,
  );
  expect(said("fr")).toMatch(
    /^Quand une commande ne remplit pas ceci : est payée par paypal et est expédiée vers GB, proposer /,
  );
});

/** Spaces that do not break are spaces to who reads this. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
