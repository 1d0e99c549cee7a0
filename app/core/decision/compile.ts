import type { Catalog } from "../catalog/catalog.ts";
import type { Surface } from "../facts/facts.ts";
import { conjunctsOf, specificityOf } from "../rules/conjuncts.ts";
import { prepareClause } from "../rules/prepared-clause.ts";
import { REPLACING_SURFACES } from "../rules/replacing-surfaces.ts";
import type { Rule, Rulebook } from "../rules/rulebook.ts";
import type { Instant } from "../values/instant.ts";
import { percentOf } from "../values/money.ts";
import { instantOfLocal } from "../values/shop-time.ts";
import type { CompiledRule, CompiledRulebook, CompiledSurface } from "./compiled-rulebook.ts";
import type { GuardVerdict } from "./decision.ts";
import { indexOf } from "./index/rule-index.ts";
import { type Option, unpricedPart } from "./option.ts";
import { hasLimitsOfTheShop } from "./rule-use.ts";
import { optionsForAll } from "./sources.ts";
import { standingOrder } from "./standing-order.ts";

/** Off the request path: once for every published version and every change of the shop's copy. */
export function compile(rulebook: Rulebook, version: number, catalog: Catalog): CompiledRulebook {
  const bySurface = new Map<Surface, CompiledRule[]>();
  const instantOf = remembering((local: string) => instantOfLocal(local, catalog.shop.timezone));
  for (const rule of rulebook.rules) {
    if (rule.status !== "active") continue;
    const compiled = compiledRule(rule, rulebook, catalog, instantOf);
    for (const surface of new Set(rule.surfaces)) {
      const known = bySurface.get(surface);
      if (known) known.push(compiled);
      else bySurface.set(surface, [compiled]);
    }
  }
  const surfaces = new Map(
    [...bySurface].map(([surface, rules]) => [surface, compiledSurface(surface, rules, catalog)]),
  );
  const hasBundles = [...catalog.products.values()].some(({ components }) => components.length > 0);
  return { version, rulebook, catalog, surfaces, hasBundles };
}

function compiledSurface(surface: Surface, unordered: readonly CompiledRule[], catalog: Catalog): CompiledSurface {
  const rules = [...unordered].sort(standingOrder);
  const indexed = rules.map(({ rule, from, until }) => ({ conjuncts: conjunctsOf(rule.when), from, until }));
  const { index, proves } = indexOf(indexed, catalog);
  return {
    rules: rules.map((rule, place) => onSurface(surface, rule, (conjunct) => proves(place, conjunct))),
    index,
    lastLimited: rules.findLastIndex(({ rule }) => hasLimitsOfTheShop(rule.limits)),
  };
}

function onSurface(surface: Surface, rule: CompiledRule, isProven: (conjunct: number) => boolean): CompiledRule {
  const parts = rule.when.parts.filter((_, conjunct) => !isProven(conjunct));
  const replacesInVain = rule.offer.replaces && !REPLACING_SURFACES.has(surface);
  return {
    ...rule,
    rest: parts.length > 1 ? { group: "all", parts } : parts[0],
    standing: replacesInVain ? { guard: "possible-here", what: "replacing" } : rule.standing,
  };
}

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

/** Asked the same again, answers the same without working it out: many rules have one schedule. */
function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const answer = known.get(text) ?? work(text);
    known.set(text, answer);
    return answer;
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
