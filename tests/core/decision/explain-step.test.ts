import { expect, test } from "vitest";
import { evidenceOnPath } from "#app/core/acceptance/evidence-on-path.ts";
import { compile } from "#app/core/decision/compile.ts";
import { explainStep } from "#app/core/decision/explain-step.ts";
import { offerOnPath } from "#app/core/decision/offer-on-path.ts";
import type { Limits, Offer, ProductSource, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import {
  CAKESTAND,
  LUNCH_BAG,
  someCatalog,
  someCollection,
  someFacts,
  someProduct,
  someRule,
  someVariant,
  TEA_TIME,
  TEACUP,
} from "#tests/support/builders.ts";

const bag = someProduct({ id: LUNCH_BAG, title: "Lunch Bag" });
const catalog = someCatalog({
  products: [someProduct(), bag, someProduct({ id: TEACUP, complementary: [LUNCH_BAG] })],
  collections: [someCollection({ products: [LUNCH_BAG] })],
});

function declining(source: ProductSource, limits?: Limits): Rule {
  const { offer } = someRule().path;
  const next: Offer = { ...offer, kind: "downsell", source };
  return someRule({ path: { offer, ifDeclined: { offer: next } }, ...(limits ? { limits } : {}) });
}

function explained(rule: Rule, taken: readonly ProductId[] = [CAKESTAND], uses?: ReadonlyMap<Rule["id"], never>) {
  const rulebook = { format: 1 as const, rules: [rule] };
  const compiled = compile(rulebook, 4, catalog);
  const facts = someFacts();
  const path = rule.path.ifDeclined;
  if (!path) throw new Error("the path goes on after a no");
  const owner = { rule: rule.id, ruleName: rule.name, rulebookVersion: 4 };
  return {
    was: offerOnPath(path, owner, facts, compiled, taken),
    now: explainStep(JSON.parse(JSON.stringify(evidenceOnPath(path, rule.id, facts, compiled, uses))), rulebook, 4, {
      rule: rule.id,
      after: ["declined"],
      taken,
    }),
  };
}

test.each<[string, ProductSource]>([
  ["named products", { kind: "named", products: [{ product: LUNCH_BAG }] }],
  ["a collection that no condition speaks of", { kind: "collection", collection: TEA_TIME, order: "best-selling" }],
  ["a collection in an order by hash", { kind: "collection", collection: TEA_TIME, order: "random" }],
  ["what goes with what was bought", { kind: "complementary" }],
])("what followed from %s is decided the same from its evidence", (_, source) => {
  const { was, now } = explained(declining(source));
  expect(was?.products.map(({ product }) => product)).toEqual([LUNCH_BAG]);
  expect(now?.decision).toEqual({ kind: "show", offer: was });
});

test("what could not follow says which guard objected; what was declined on the way is not looked at", () => {
  const products = [{ product: CAKESTAND }, { product: TEACUP }];
  const { was, now } = explained(declining({ kind: "named", products }));
  expect(was).toBeUndefined();
  expect(now).toEqual({
    decision: { kind: "nothing", reason: "nothing-to-sell" },
    tried: [{ product: TEACUP, guard: { guard: "not-in-purchase", product: TEACUP } }],
  });
});

test("a limit that the rule had reached by then is told", () => {
  const rule = declining({ kind: "named", products: [{ product: LUNCH_BAG }] }, { acceptsPerDay: 5 });
  const uses = new Map([[rule.id, { rule: rule.id, acceptsToday: 5, discountGiven: 0 } as never]]);
  expect(explained(rule, [], uses).now).toMatchObject({
    decision: { kind: "nothing" },
    limit: { guard: "accepts-per-day", most: 5 },
  });
});

test("a rulebook without the step explains nothing", () => {
  const evidence = evidenceOnPath(
    someRule().path,
    someRule().id,
    someFacts(),
    compile(
      { format: 1, rules: [someRule()] },
      1,
      someCatalog({ products: [someProduct({ variants: [someVariant()] })] }),
    ),
  );
  const step = { rule: someRule().id, after: ["declined" as const], taken: [] };
  expect(explainStep(evidence, { format: 1, rules: [someRule()] }, 1, step)).toBeUndefined();
  expect(explainStep(evidence, { format: 1, rules: [] }, 1, step)).toBeUndefined();
});
