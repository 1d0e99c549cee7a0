import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPick } from "#app/core/acceptance/check-pick.ts";
import { catalogOf } from "#app/core/catalog/catalog.ts";
import { decide } from "#app/core/decision/decide.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import { compile } from "#app/core/rules/compile.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, RuleId, VariantId } from "#app/core/values/ids.ts";
import { GBP, someFacts, someLine, someProduct, someRule, someVariant } from "#tests/support/builders.ts";

const productIds = ["1", "2", "3", "4", "5"] as ProductId[];
const productId = fc.constantFrom(...productIds);

const catalogs = fc
  .tuple(...productIds.map((id) => fc.record({ id: fc.constant(id), left: fc.nat(3), minor: fc.nat(5_000) })))
  .map((products) =>
    catalogOf(
      products.map(({ id, left, minor }) =>
        someProduct({
          id,
          variants: [
            someVariant({
              id: `9${id}` as VariantId,
              price: { minor, currency: GBP },
              stock: { kind: "tracked", left },
            }),
          ],
        }),
      ),
    ),
  );

const rule = (id: string): fc.Arbitrary<Rule> =>
  fc
    .record({
      products: fc.uniqueArray(productId, { minLength: 1, maxLength: 3 }),
      offered: productId,
      percent: fc.integer({ min: 1, max: 100 }),
      priority: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom("active", "active", "paused"),
      group: fc.constantFrom("all", "any", "none"),
    })
    .map(({ products, offered, percent, priority, status, group }) => {
      const base = someRule({ id: id as RuleId, name: id, priority, status: status as Rule["status"] });
      return {
        ...base,
        when: { [group]: [{ kind: "bought-any-of", products }] } as unknown as Rule["when"],
        path: {
          offer: {
            ...base.path.offer,
            source: { kind: "named", product: offered },
            discount: { kind: "percent", percent },
          },
        },
      };
    });

const rulebooks = fc
  .integer({ min: 0, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => rule(`rule-${i}`))));
const purchases = fc
  .uniqueArray(productId, { minLength: 1, maxLength: 3 })
  .map((products) => someFacts({ lines: products.map((product) => someLine({ product })) }));

test("every live rule of the page gets exactly one verdict, and at most one wins", () => {
  fc.assert(
    fc.property(purchases, rulebooks, catalogs, (facts, rules, catalog) => {
      const { kind, verdicts } = decide(facts, compile({ format: 1, rules }, 1, catalog));
      const live = rules.filter(({ status }) => status === "active").map(({ id }) => id);
      expect(verdicts.map((verdict) => verdict.rule).sort()).toEqual(live.sort());
      expect(verdicts.filter(({ outcome }) => outcome.kind === "won")).toHaveLength(kind === "show" ? 1 : 0);
    }),
  );
});

test("taking away a rule that did not win changes nothing", () => {
  fc.assert(
    fc.property(purchases, rulebooks, catalogs, (facts, rules, catalog) => {
      const whole = decide(facts, compile({ format: 1, rules }, 1, catalog));
      const winner = whole.kind === "show" ? whole.offer : undefined;
      for (const { id } of rules.filter((one) => one.id !== winner?.rule)) {
        const without = decide(facts, compile({ format: 1, rules: rules.filter((one) => one.id !== id) }, 1, catalog));
        expect(without.kind === "show" ? without.offer : undefined).toEqual(winner);
      }
    }),
  );
});

test("what is shown is never dearer than the shop's price, never below nothing, in stock, and not in the purchase", () => {
  fc.assert(
    fc.property(purchases, rulebooks, catalogs, (facts, rules, catalog) => {
      const compiled = compile({ format: 1, rules }, 1, catalog);
      const decision = decide(facts, compiled);
      if (decision.kind === "nothing") return;
      const { offer } = decision;
      expect(facts.lines.map(({ product }) => product)).not.toContain(offer.product);
      for (const { variant, price, offerPrice, quantityMost } of offer.variants) {
        expect(offerPrice.minor).toBeGreaterThanOrEqual(0);
        expect(offerPrice.minor).toBeLessThanOrEqual(price.minor);
        const ticket = {
          shop: facts.shop,
          reference: facts.reference,
          fingerprint: "",
          step: 1,
          decision: "" as never,
          offer,
        };
        expect(checkPick(ticket, { variant, quantity: quantityMost }, compiled).kind).toBe("ok");
        expect(checkPick(ticket, { variant, quantity: quantityMost + 1 }, compiled).kind).toBe("not-allowed");
      }
    }),
  );
});

test("the same purchase has one fingerprint in whatever order its lines come, another purchase has another", () => {
  fc.assert(
    fc.property(purchases, fc.integer({ min: 1, max: 9 }), (facts, more) => {
      expect(purchaseFingerprint({ ...facts, lines: [...facts.lines].reverse() })).toBe(purchaseFingerprint(facts));
      const grown = { ...facts, total: { ...facts.total, minor: facts.total.minor + more } };
      expect(purchaseFingerprint(grown)).not.toBe(purchaseFingerprint(facts));
    }),
  );
});
