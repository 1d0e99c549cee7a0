import type { CompiledRulebook } from "../decision/compiled-rulebook.ts";
import type { Evidence } from "../decision/evidence.ts";
import { evidenceOf } from "../decision/evidence-of.ts";
import type { RuleUses } from "../decision/guards.ts";
import { optionsFor, optionsForAll } from "../decision/sources.ts";
import type { Facts } from "../facts/facts.ts";
import type { Path } from "../rules/rulebook.ts";
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
  const { catalog, rulebook } = compiled;
  const options =
    optionsForAll(offer, catalog, rulebook.guards) ??
    optionsFor({ offer, seed: rule }, facts, undefined, catalog, rulebook.guards);
  const known = new Set(evidence.products.map(({ id }) => id));
  const more = options.flatMap(({ item }) => (item && !known.has(item.id) ? [item] : []));
  return { ...evidence, products: [...evidence.products, ...new Set(more)] };
}
