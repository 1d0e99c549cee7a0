import type { Catalog } from "../catalog/catalog.ts";
import type { Surface } from "../facts/facts.ts";
import { conjunctsOf, specificityOf } from "../rules/conjuncts.ts";
import { prepareClause } from "../rules/prepared-clause.ts";
import { REPLACING_SURFACES } from "../rules/replacing-surfaces.ts";
import type { Rule, Rulebook } from "../rules/rulebook.ts";
import { addTo } from "../values/add-to.ts";
import type { Instant } from "../values/instant.ts";
import { percentOf } from "../values/money.ts";
import { remembered } from "../values/remembered.ts";
import { instantOfLocal } from "../values/shop-time.ts";
import type { CompiledRule } from "./compiled-rulebook.ts";
import type { GuardVerdict } from "./decision.ts";
import { type Option, unpricedPart } from "./option.ts";
import { optionsForAll } from "./sources.ts";
import { standingOrder } from "./standing-order.ts";

/** The active rules of every surface in the order in which they stand, each ready to be asked by itself: without an index. */
export function rulesBySurface(rulebook: Rulebook, catalog: Catalog): ReadonlyMap<Surface, CompiledRule[]> {
  const bySurface = new Map<Surface, CompiledRule[]>();
  // Many rules have one schedule.
  const instants = new Map<string, Instant>();
  const instantOf = (local: string) => remembered(instants, local, () => instantOfLocal(local, catalog.shop.timezone));
  for (const rule of rulebook.rules) {
    if (rule.status !== "active") continue;
    const compiled = compiledRule(rule, rulebook, catalog, instantOf);
    for (const surface of rule.surfaces) {
      const replacesInVain = compiled.offer.replaces && !REPLACING_SURFACES.has(surface);
      addTo(bySurface, surface, replacesInVain ? { ...compiled, standing: REPLACES_IN_VAIN } : compiled);
    }
  }
  for (const rules of bySurface.values()) rules.sort(standingOrder);
  return bySurface;
}

/** Whether the shop sells Shopify's fixed bundles at all. */
export function sellsBundles({ products }: Catalog): boolean {
  return [...products.values()].some(({ components }) => components.length > 0);
}

const REPLACES_IN_VAIN: GuardVerdict = { guard: "possible-here", what: "replacing" };

function compiledRule(
  rule: Rule,
  { guards }: Rulebook,
  catalog: Catalog,
  instantOf: (local: string) => Instant,
): CompiledRule {
  const { schedule, limits } = rule;
  const { offer } = rule.path;
  const options = optionsForAll(offer, catalog, guards);
  const when = { group: "all", parts: conjunctsOf(rule.when).map(prepareClause) } as const;
  return {
    rule,
    offer,
    limits,
    when,
    rest: when,
    from: schedule?.from === undefined ? -Infinity : instantOf(schedule.from),
    until: schedule?.until === undefined ? Infinity : instantOf(schedule.until),
    options,
    standing: unpricedPart(offer, catalog) ?? nothingToOffer(rule, options),
    specificity: specificityOf(rule.when),
    expectedValue: expectedValueOf(rule, options),
  };
}

function nothingToOffer({ path }: Rule, options: readonly Option[] | undefined): GuardVerdict | undefined {
  return options?.length === 0 ? { guard: "something-to-offer", source: path.offer.source.kind } : undefined;
}

/**
 * What stays with the merchant when the offer is accepted once: its price less the product's cost where that is known; of
 * a partner's product the commission. Every offer counts as equally likely to be accepted until acceptances are learned.
 * 0 where the product depends on the purchase, or nothing can be sold.
 */
function expectedValueOf({ path: { offer } }: Rule, options: readonly Option[] | undefined): number {
  const sellable = options?.filter(({ standing }) => !standing) ?? [];
  const counted = offer.source.kind === "bundle" ? sellable : sellable.slice(0, 1);
  return counted.reduce((total, { price, pieces, variants: [first] }) => {
    if (offer.partner) return total + percentOf(price, offer.partner.commissionPercent).minor;
    const cost = first?.cost?.currency === price.currency ? first.cost.minor * pieces : 0;
    return total + price.minor - cost;
  }, 0);
}
