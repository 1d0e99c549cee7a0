import type { Catalog } from "../catalog/catalog.ts";
import { conjunctsOf } from "../rules/conjuncts.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import type { CompiledRule, CompiledRulebook, CompiledSurface } from "./compiled-rulebook.ts";
import { rulesBySurface, sellsBundles } from "./compiled-rules.ts";
import { indexOf } from "./index/rule-index.ts";
import { hasLimitsOfTheShop } from "./rule-use.ts";

/** Off the request path: once for every published version and every change of the shop's copy. */
export function compile(rulebook: Rulebook, version: number, catalog: Catalog): CompiledRulebook {
  const surfaces = new Map(
    [...rulesBySurface(rulebook, catalog)].map(([surface, rules]) => [surface, compiledSurface(rules, catalog)]),
  );
  return { version, rulebook, catalog, surfaces, hasBundles: sellsBundles(catalog) };
}

function compiledSurface(rules: readonly CompiledRule[], catalog: Catalog): CompiledSurface {
  const indexed = rules.map(({ rule, from, until }) => ({ conjuncts: conjunctsOf(rule.when), from, until }));
  const { index, proves } = indexOf(indexed, catalog);
  return {
    rules: rules.map((rule, place) => withoutProven(rule, (conjunct) => proves(place, conjunct))),
    index,
    lastLimited: rules.findLastIndex(({ rule }) => hasLimitsOfTheShop(rule.limits)),
  };
}

function withoutProven(rule: CompiledRule, isProven: (conjunct: number) => boolean): CompiledRule {
  const parts = rule.when.parts.filter((_, conjunct) => !isProven(conjunct));
  return { ...rule, rest: parts.length > 1 ? { group: "all", parts } : parts[0] };
}
