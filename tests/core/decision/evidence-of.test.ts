import { expect, test } from "vitest";
import { compile } from "#app/core/decision/compile.ts";
import { evidenceOf, explainEvidence } from "#app/core/decision/evidence-of.ts";
import { explain } from "#app/core/decision/explain.ts";
import type { Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import {
  someCatalog,
  someCollection,
  someFacts,
  someLine,
  someProduct,
  someRule,
  TEA_TIME,
} from "#tests/support/builders.ts";

const MANY = Array.from({ length: 10_000 }, (_, place) => String(10_000 + place) as ProductId);
const [best, second] = MANY as [ProductId, ProductId];
const last = MANY.at(-1) as ProductId;

test.each(["best-selling", "cheapest", "random"] as const)(
  "of a collection of 10,000, %s first, the fifty that could be offered are kept and what was bought, and tell the same",
  (order) => {
    const { path, ...rest } = someRule({
      when: { all: [{ kind: "collection", lines: "any", collections: [TEA_TIME] }] },
    });
    const source = { kind: "collection", collection: TEA_TIME, order } as const;
    const rulebook: Rulebook = { format: 1, rules: [{ ...rest, path: { offer: { ...path.offer, source } } }] };
    const catalog = someCatalog({
      products: [best, second, last].map((id) => someProduct({ id })),
      collections: [someCollection({ id: TEA_TIME, products: MANY })],
    });
    const facts = someFacts({ lines: [someLine({ product: last })] });
    const compiled = compile(rulebook, 3, catalog);
    const evidence = evidenceOf(facts, compiled);
    expect(evidence.collections).toMatchObject([{ id: TEA_TIME, products: [...MANY.slice(0, 50), last] }]);
    const told = explain(facts, compiled);
    expect(told.decision.kind).toBe("show");
    expect(JSON.stringify(explainEvidence(evidence, rulebook, 3))).toBe(JSON.stringify(told));
  },
);
