import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CatalogCollection, CatalogProduct, CatalogVariant, ShopProfile } from "#app/core/catalog/catalog.ts";
import { compile } from "#app/core/decision/compile.ts";
import { decide } from "#app/core/decision/decide.ts";
import { evidenceOf, explainEvidence } from "#app/core/decision/evidence-of.ts";
import { explain } from "#app/core/decision/explain.ts";
import type { RuleUse } from "#app/core/decision/rule-use.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { GuardSettings, Offer, Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import {
  someCatalog,
  someCollection,
  someFacts,
  someLine,
  someProduct,
  someRule,
  someVariant,
} from "#tests/support/builders.ts";

type ProductOverrides = Partial<Omit<CatalogProduct, "variants">> & {
  readonly variants?: readonly Partial<CatalogVariant>[];
};
type RuleOverrides = Partial<Rule> & { readonly offer?: Partial<Offer> };

/**
 * A row of the rule book: what differs from the builders' purchase of teacups, the shop with a cakestand, and the rule
 * that offers it, and what must come of it. Each item of a list is a list of overrides; `offer` inside a rule overrides
 * the offer of its path.
 */
interface Case {
  readonly title: string;
  readonly facts?: Partial<Omit<Facts, "lines">> & { readonly lines?: readonly Partial<PurchaseLine>[] };
  readonly rules?: readonly RuleOverrides[];
  readonly guards?: GuardSettings;
  readonly shop?: Partial<ShopProfile>;
  readonly products?: readonly ProductOverrides[];
  readonly collections?: readonly Partial<CatalogCollection>[];
  readonly use?: readonly RuleUse[];
  readonly expect: {
    readonly kind: "show" | "nothing";
    readonly reason?: string;
    /** Matched as far as it is given. */
    readonly offer?: object;
    /** rule id → its verdict, matched as far as it is given. */
    readonly verdicts?: Readonly<Record<string, object>>;
  };
}

const folder = new URL("./cases/", import.meta.url);

for (const file of readdirSync(folder)) {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  describe(file.replace(".json", "").replaceAll("-", " "), () => {
    test.each(cases)("$title", (row) => {
      const lines = row.facts?.lines?.map(someLine);
      const facts = known(someFacts({ ...row.facts, ...(lines && { lines }) } as Partial<Facts>));
      const rulebook: Rulebook = {
        format: 1,
        ...(row.guards ? { guards: row.guards } : {}),
        rules: (row.rules ?? [{}]).map(ruleOf),
      };
      const catalog = someCatalog({
        ...(row.shop ? { shop: known(row.shop) } : {}),
        products: (row.products ?? [{}]).map(productOf),
        collections: (row.collections ?? []).map(someCollection),
      });
      const uses = new Map(row.use?.map((use) => [use.rule, use]));
      const compiled = compile(rulebook, 7, catalog);
      const decision = decide(facts, compiled, uses);

      expect(decision.kind).toBe(row.expect.kind);
      if (decision.kind === "nothing") expect(decision.reason).toBe(row.expect.reason);
      if (row.expect.offer) expect(decision).toMatchObject({ offer: row.expect.offer });
      const explanation = explain(facts, compiled, uses);
      expect(explanation.decision).toEqual(decision);
      const verdicts = Object.fromEntries(explanation.verdicts.map((verdict) => [verdict.rule, verdict]));
      if (row.expect.verdicts) expect(verdicts).toMatchObject(row.expect.verdicts);
      const evidence = JSON.parse(JSON.stringify(evidenceOf(facts, compiled, uses)));
      expect(JSON.stringify(explainEvidence(evidence, rulebook, 7))).toBe(JSON.stringify(explanation));
    });
  });
}

/** `null` in a row takes away what the builder knows. */
function known<Value>(value: Value): Value {
  const asUndefined = Object.entries(value as object).map(([name, each]) => [name, each ?? undefined]);
  return Object.fromEntries(asUndefined) as Value;
}

function ruleOf({ offer, ...overrides }: RuleOverrides): Rule {
  const rule = someRule(overrides);
  return offer ? { ...rule, path: { ...rule.path, offer: { ...rule.path.offer, ...offer } } } : rule;
}

function productOf({ variants, ...overrides }: ProductOverrides): CatalogProduct {
  return someProduct({ ...overrides, ...(variants ? { variants: variants.map(someVariant) } : {}) });
}
