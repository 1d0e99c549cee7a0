import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { explainEvidence } from "#app/core/decision/evidence-of.ts";
import { factsOfMadeUp } from "#app/core/decision/made-up-purchase.ts";
import { triedOf } from "#app/core/decision/tried.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import {
  CAKESTAND,
  DEMO_SHOP,
  GBP,
  LUNCH_BAG,
  NOON,
  pounds,
  someCatalog,
  someFacts,
  someProduct,
  someRule,
  someVariant,
  TEACUP,
  TEACUP_ROSE,
} from "#tests/support/builders.ts";

const catalog = someCatalog({
  products: [
    someProduct(),
    someProduct({
      id: TEACUP,
      title: "Regency Teacup",
      variants: [someVariant({ id: TEACUP_ROSE, price: pounds(2.95) })],
    }),
    someProduct({ id: LUNCH_BAG, title: "Lunch bag" }),
  ],
});

const rule = (id: string, product: typeof TEACUP, priority: number) =>
  someRule({
    id: id as RuleId,
    name: id,
    priority,
    when: { all: [{ kind: "product", lines: "any", products: [product] }] },
  });

test("a purchase tried in the browser is decided as the whole rulebook decides it", () => {
  const anyRule = fc.record({
    product: fc.constantFrom(TEACUP, CAKESTAND, LUNCH_BAG),
    priority: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(anyRule, { minLength: 1, maxLength: 12 }), fc.nat(), (drawn, pick) => {
      const rules = drawn.map(({ product, priority }, index) => rule(`rule-${index}`, product, priority));
      const asked = rules[pick % rules.length]?.id as RuleId;
      const compiled = compile({ format: 1, rules }, 0, catalog);
      const tried = triedOf(someFacts(), compiled, asked);
      const { decision, verdicts } = explainEvidence(tried.evidence, tried.rulebook, 0);
      expect(decision).toEqual(decide(someFacts(), compiled));
      expect(verdicts.some((verdict) => verdict.rule === asked)).toBe(true);
      expect(verdicts.length + tried.unfit).toBe(rules.length);
    }),
  );
});

test("a made-up purchase costs what its products cost, and knows of its customer what it says", () => {
  const made = { locale: "de", currency: GBP, at: NOON, lines: [{ product: TEACUP, quantity: 3 }] };
  const facts = factsOfMadeUp({ ...made, customer: "new", country: "DE" }, DEMO_SHOP, "post-purchase", catalog);
  expect(facts).toMatchObject({ subtotal: pounds(8.85), destinationCountry: "DE", signedIn: true, locale: "de" });
  expect(facts.history).toMatchObject({ isComplete: true, orders: [] });
  const returning = factsOfMadeUp({ ...made, customer: "returning" }, DEMO_SHOP, "post-purchase", catalog);
  expect(returning.history?.orders).toHaveLength(1);
  const guest = factsOfMadeUp({ ...made, customer: "guest" }, DEMO_SHOP, "post-purchase", catalog);
  expect(guest.history, "of a guest nothing is known").toBeUndefined();
});
