import type { CatalogCollection } from "../catalog/catalog.ts";
import type { CompiledRulebook } from "../decision/compiled-rulebook.ts";
import type { Evidence } from "../decision/evidence.ts";
import { evidenceOf, offeredOf } from "../decision/evidence-of.ts";
import type { RuleUses } from "../decision/guards.ts";
import { optionsOnPath } from "../decision/offer-on-path.ts";
import type { RuleUse } from "../decision/rule-use.ts";
import type { Facts } from "../facts/facts.ts";
import type { Offer, Path } from "../rules/rulebook.ts";
import type { RuleId } from "../values/ids.ts";

/** All that was looked at for what follows on a path: what deciding looks at, and what the path's own source gave. */
export function evidenceOnPath(
  { offer }: Path,
  rule: RuleId,
  facts: Facts,
  compiled: CompiledRulebook,
  uses?: RuleUses,
): Evidence {
  const evidence = evidenceOf(facts, compiled, uses);
  const options = optionsOnPath(offer, rule, facts, compiled);
  const known = new Set(evidence.products.map(({ id }) => id));
  const more = options.flatMap(({ item }) => (item && !known.has(item.id) ? [item] : []));
  return {
    ...evidence,
    products: [...evidence.products, ...new Set(more)],
    collections: withCollectionOf(offer, evidence.collections, facts, compiled),
    use: withUseOf(rule, evidence.use, uses),
  };
}

/** The collection with what is offered from it, in place of the part that a condition asked about. */
function withCollectionOf(
  { source }: Offer,
  collections: readonly CatalogCollection[],
  { lines }: Facts,
  { catalog }: CompiledRulebook,
): readonly CatalogCollection[] {
  const offered = source.kind === "collection" ? catalog.collections.get(source.collection) : undefined;
  if (!offered) return collections;
  const bought = new Set(lines.map(({ product }) => product));
  return [...collections.filter(({ id }) => id !== offered.id), offeredOf(offered, bought)];
}

/** Its limits are asked again at each step, whether or not its conditions still hold. */
function withUseOf(rule: RuleId, use: readonly RuleUse[], uses: RuleUses | undefined): readonly RuleUse[] {
  const its = uses?.get(rule);
  return its && !use.includes(its) ? [...use, its] : use;
}
