import type { Facts } from "../facts/facts.ts";
import type { Offer, Path } from "../rules/rulebook.ts";
import type { ProductId } from "../values/ids.ts";
import { type OfferOwner, offerOf } from "./chosen-offer.ts";
import type { CompiledRulebook } from "./compiled-rulebook.ts";
import type { ChosenOffer } from "./decision.ts";
import { objectionTo, objectionToBundle } from "./guards.ts";
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
  const { catalog, rulebook } = compiled;
  if (offer.replaces || unpricedPart(offer, catalog)) return undefined;
  const options =
    optionsForAll(offer, catalog, rulebook.guards) ??
    optionsFor({ offer, seed: owner.rule }, facts, undefined, catalog, rulebook.guards);
  const showable = options.filter(
    (option) => !taken.includes(option.product) && !objectionTo(option, offer, facts, compiled),
  );
  return isWhole(offer, options, showable, facts, compiled)
    ? offerOf(owner, offer, showable, catalog.shop.currency, undefined)
    : undefined;
}

function isWhole(
  { source }: Offer,
  options: readonly Option[],
  showable: readonly Option[],
  facts: Facts,
  compiled: CompiledRulebook,
): boolean {
  if (source.kind !== "bundle") return showable.length > 0;
  return showable.length === options.length && !objectionToBundle(showable, facts, compiled);
}
