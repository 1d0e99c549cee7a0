import type { CollectionId, ProductId, VariantId } from "../values/ids.ts";
import type { ConditionSpec } from "./conditions/index.ts";
import { conditionsOf } from "./conjuncts.ts";
import type { Clause, Path, ProductSource, Rule } from "./rulebook.ts";

/** Every product a rule speaks of, in its conditions and its offers: what publishing reads from Shopify. */
export function productsNamedBy(rule: Rule): ReadonlySet<ProductId> {
  return new Set([...conditionsOf(rule.when).flatMap(productsIn), ...sourcesOn(rule.path).flatMap(productsOf)]);
}

/** Every collection a rule speaks of. */
export function collectionsNamedBy(rule: Rule): ReadonlySet<CollectionId> {
  const asked = conditionsOf(rule.when).flatMap((spec) => ("collections" in spec ? spec.collections : []));
  const offered = sourcesOn(rule.path).flatMap((source) => (source.kind === "collection" ? [source.collection] : []));
  return new Set([...asked, ...offered]);
}

/** The metafields of products that a rule asks for, "custom.material". */
export function metafieldsNamedBy(rule: Rule): ReadonlySet<string> {
  const asked = conditionsOf(rule.when).flatMap((spec) =>
    spec.kind === "product-metafield" ? [`${spec.namespace}.${spec.key}`] : [],
  );
  return new Set(asked);
}

/** The products whose purchase can make the clause hold; those under `none` cannot. */
export function triggersOf(clause: Clause): ReadonlySet<ProductId> {
  return new Set(triggersIn(clause));
}

/** What all conditions of the clause name, each once. */
export function productsAndVariantsIn(clause: Clause): ReadonlySet<ProductId | VariantId> {
  return new Set(
    conditionsOf(clause).flatMap((spec) => [...productsIn(spec), ...("variants" in spec ? spec.variants : [])]),
  );
}

/** Every source on a path, the first offer's first. */
export function sourcesOn({ offer, ifAccepted, ifDeclined }: Path): ProductSource[] {
  return [offer.source, ...(ifAccepted ? sourcesOn(ifAccepted) : []), ...(ifDeclined ? sourcesOn(ifDeclined) : [])];
}

/** The products a source names itself: none where it is the shop's data that says them. */
export function productsOf(source: ProductSource): ProductId[] {
  switch (source.kind) {
    case "named":
    case "choice":
      return source.products.map(({ product }) => product);
    case "bundle":
      return source.items.map(({ product }) => product);
    default:
      return [];
  }
}

function productsIn(spec: ConditionSpec): readonly ProductId[] {
  return ("products" in spec && spec.products) || [];
}

function triggersIn(clause: Clause): readonly ProductId[] {
  if ("all" in clause) return clause.all.flatMap(triggersIn);
  if ("any" in clause) return clause.any.flatMap(triggersIn);
  if ("none" in clause) return [];
  return clause.kind === "product" && clause.lines !== "none" ? clause.products : [];
}
