import { type CatalogCollection, type CatalogProduct, catalogOf } from "../catalog/catalog.ts";
import type { Facts } from "../facts/facts.ts";
import { conditionsOf } from "../rules/conjuncts.ts";
import { truthIn } from "../rules/prepared-clause.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import type { CollectionId, ProductId } from "../values/ids.ts";
import { compile } from "./compile.ts";
import type { CompiledRule, CompiledRulebook } from "./compiled-rulebook.ts";
import type { Explanation } from "./decision.ts";
import type { Evidence } from "./evidence.ts";
import { explain } from "./explain.ts";
import { optionsOf } from "./fittest.ts";
import type { RuleUses } from "./guards.ts";
import { candidatesOf } from "./index/search.ts";
import { OF_A_COLLECTION_MOST } from "./sources.ts";

/**
 * All that deciding looked at: the facts, the products bought, those of every rule that fits, the collections that the
 * surface's rules speak of (of each only what was bought or could be offered), the use of limits.
 */
export function evidenceOf(facts: Facts, compiled: CompiledRulebook, uses?: RuleUses): Evidence {
  const surface = compiled.surfaces.get(facts.surface);
  const { catalog } = compiled;
  const fitting = surface
    ? candidatesOf(surface.index, facts)
        .map((place) => surface.rules[place] as CompiledRule)
        .filter(({ when }) => truthIn(when, facts, catalog) === "true")
    : [];
  const bought = new Set(facts.lines.map(({ product }) => product));
  const offered = fitting.flatMap((rule) => optionsOf(rule, facts, compiled).map(({ product }) => product));
  const products = [...new Set([...bought, ...offered])].sort().flatMap((id) => catalog.products.get(id) ?? []);
  return {
    facts,
    shop: catalog.shop,
    products,
    collections: collectionsOf(surface?.rules ?? [], bought, fitting, compiled),
    use: fitting.flatMap(({ rule }) => uses?.get(rule.id) ?? []),
  };
}

function collectionsOf(
  rules: readonly CompiledRule[],
  bought: ReadonlySet<ProductId>,
  fitting: readonly CompiledRule[],
  { catalog }: CompiledRulebook,
): CatalogCollection[] {
  const asked = new Set<CollectionId>(
    rules.flatMap(({ rule }) =>
      conditionsOf(rule.when).flatMap((spec) => (spec.kind === "collection" ? spec.collections : [])),
    ),
  );
  const offered = new Set(
    fitting.flatMap(({ rule: { path } }) =>
      path.offer.source.kind === "collection" ? [path.offer.source.collection] : [],
    ),
  );
  return [...new Set([...asked, ...offered])].sort().flatMap((id) => {
    const collection = catalog.collections.get(id);
    if (!collection) return [];
    return offered.has(id) ? offeredOf(collection, bought) : boughtOf(collection, bought);
  });
}

function boughtOf(collection: CatalogCollection, bought: ReadonlySet<ProductId>): CatalogCollection {
  return { ...collection, products: collection.products.filter((product) => bought.has(product)) };
}

/** What can be offered of it, in its place, and what was bought: of ten thousand products some fifty. */
export function offeredOf(collection: CatalogCollection, bought: ReadonlySet<ProductId>): CatalogCollection {
  const wasLookedAt = (product: ProductId, place: number) => place < OF_A_COLLECTION_MOST || bought.has(product);
  return { ...collection, products: collection.products.filter(wasLookedAt) };
}

/** The trace of a decision made once, from its evidence and the rulebook of its version: the same to the byte, always. */
export function explainEvidence(evidence: Evidence, rulebook: Rulebook, version: number): Explanation {
  const catalog = catalogOf(evidence.shop, evidence.products satisfies readonly CatalogProduct[], evidence.collections);
  const uses = new Map(evidence.use.map((use) => [use.rule, use]));
  return explain(evidence.facts, compile(rulebook, version, catalog), uses);
}
