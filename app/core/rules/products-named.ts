import type { ProductId } from "../values/ids.ts";
import type { Clause, Path, Rule } from "./rulebook.ts";

/** Every product a rule speaks of, triggers and offers alike: what publishing reads from Shopify. */
export function productsNamedBy(rule: Rule): ReadonlySet<ProductId> {
  return new Set([...triggersIn(rule.when), ...offeredOn(rule.path)]);
}

/** The products whose purchase can make the clause hold; those under `none` cannot. */
export function triggersOf(clause: Clause): ReadonlySet<ProductId> {
  return new Set("none" in clause ? [] : triggersIn(clause));
}

/** The products a path can offer, first step first. */
function offeredOn(path: Path): ProductId[] {
  const next = [path.ifAccepted, path.ifDeclined].flatMap((after) => (after ? offeredOn(after) : []));
  return [path.offer.source.product, ...next];
}

function triggersIn(clause: Clause): ProductId[] {
  if ("all" in clause) return clause.all.flatMap(triggersIn);
  if ("any" in clause) return clause.any.flatMap(triggersIn);
  if ("none" in clause) return clause.none.flatMap(triggersIn);
  return [...clause.products];
}
