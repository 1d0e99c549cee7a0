import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CatalogProduct, catalogOf } from "#app/core/catalog/catalog.ts";
import { decide } from "#app/core/decision/decide.ts";
import { sentenceOf } from "#app/core/decision/words.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { compile } from "#app/core/rules/compile.ts";
import type { Offer, Rule } from "#app/core/rules/rulebook.ts";
import { someFacts, someProduct, someRule } from "#tests/support/builders.ts";

/**
 * A row of the rule book: what differs from the builders' teacup purchase, cakestand and rule, and what must come of it.
 * `rules` and `products` are lists of overrides; `offer` inside a rule overrides the offer of its path.
 */
interface Case {
  readonly title: string;
  readonly facts?: Partial<Facts>;
  readonly rules?: readonly (Partial<Rule> & { readonly offer?: Partial<Offer> })[];
  readonly products?: readonly Partial<CatalogProduct>[];
  readonly expect: {
    readonly kind: "show" | "nothing";
    readonly reason?: string;
    readonly offer?: object;
    /** rule id → outcome, matched as far as it is given. */
    readonly verdicts?: Readonly<Record<string, object>>;
    readonly says?: readonly string[];
  };
}

const folder = new URL("./cases/", import.meta.url);

for (const file of readdirSync(folder)) {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  describe(file.replace(".json", "").replaceAll("-", " "), () => {
    test.each(cases)("$title", ({ facts, rules = [{}], products = [{}], expect: expected }) => {
      const catalog = catalogOf(products.map((product) => someProduct(product)));
      const decision = decide(someFacts(facts), compile({ format: 1, rules: rules.map(ruleOf) }, 7, catalog));

      expect(decision.kind).toBe(expected.kind);
      if (decision.kind === "nothing") expect(decision.reason).toBe(expected.reason);
      if (expected.offer) expect(decision).toMatchObject({ offer: expected.offer });
      const outcomes = Object.fromEntries(decision.verdicts.map(({ rule, outcome }) => [rule, outcome]));
      if (expected.verdicts) expect(outcomes).toMatchObject(expected.verdicts);
      if (expected.says) {
        const nameOf = (id: string) => catalog.products.get(id as never)?.title ?? `product ${id}`;
        expect(decision.verdicts.map((verdict) => sentenceOf(verdict, decision.verdicts, nameOf))).toEqual(
          expected.says,
        );
      }
    });
  });
}

function ruleOf({ offer, ...overrides }: Partial<Rule> & { readonly offer?: Partial<Offer> }): Rule {
  const rule = someRule(overrides);
  return { ...rule, path: { ...rule.path, offer: { ...rule.path.offer, ...offer } } };
}
