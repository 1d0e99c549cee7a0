import type { Facts } from "../facts/facts.ts";
import type { Offer, Path } from "../rules/rulebook.ts";
import type { ProductId, RuleId } from "../values/ids.ts";
import { type OfferOwner, offerOf } from "./chosen-offer.ts";
import type { CompiledRulebook } from "./compiled-rulebook.ts";
import type { ChosenOffer, TriedProduct } from "./decision.ts";
import { objectionTo, objectionToBundle, showable } from "./guards.ts";
import { type Option, unpricedPart } from "./option.ts";
import { optionsFor, optionsForAll } from "./sources.ts";

/**
 * What follows on a path: its offer, if it may be shown now. The rule's conditions held when the first offer was made and
 * are not asked again; every guard is. `taken` are products accepted or just declined on this path: never offered again.
 */
export function offerOnPath(
  { offer }: Path,
  owner: OfferOwner,
  facts: Facts,
  compiled: CompiledRulebook,
  taken: readonly ProductId[],
): ChosenOffer | undefined {
  const { catalog } = compiled;
  if (offer.replaces || unpricedPart(offer, catalog)) return undefined;
  const options = optionsOnPath(offer, owner.rule, facts, compiled);
  const untaken = options.filter(({ product }) => !taken.includes(product));
  const shown = showable(untaken, offer, facts, compiled);
  return isWhole(offer, options, shown, facts, compiled) ? offerOf(owner, offer, shown, compiled) : undefined;
}

/** What the step looked at and did not offer for a guard's sake; what was taken before is not among it. */
export function objectionsOnPath(
  { offer }: Path,
  rule: RuleId,
  facts: Facts,
  compiled: CompiledRulebook,
  taken: readonly ProductId[],
): TriedProduct[] {
  return optionsOnPath(offer, rule, facts, compiled).flatMap((option) => {
    const guard = taken.includes(option.product) ? undefined : objectionTo(option, offer, facts, compiled);
    return guard ? [{ product: option.product, guard }] : [];
  });
}

/** What the step's source gives, whether or not it may be shown. */
export function optionsOnPath(
  offer: Offer,
  rule: RuleId,
  facts: Facts,
  { catalog, rulebook: { guards } }: CompiledRulebook,
): readonly Option[] {
  return optionsForAll(offer, catalog, guards) ?? optionsFor({ offer, seed: rule }, facts, undefined, catalog, guards);
}

function isWhole(
  { source }: Offer,
  options: readonly Option[],
  shown: readonly Option[],
  facts: Facts,
  compiled: CompiledRulebook,
): boolean {
  if (source.kind !== "bundle") return shown.length > 0;
  return shown.length === options.length && !objectionToBundle(shown, facts, compiled);
}
