import type { Facts } from "../facts/facts.ts";
import type { Truth } from "../rules/conditions/condition.ts";
import { truthIn } from "../rules/prepared-clause.ts";
import type { CompiledRule, CompiledRulebook } from "./compiled-rulebook.ts";
import { objectionTo, objectionToBundle, objectionToRule, type RuleUses } from "./guards.ts";
import { search } from "./index/search.ts";
import type { Option } from "./option.ts";
import { optionsFor } from "./sources.ts";
import { triggerLine } from "./trigger-line.ts";

/** What deciding remembers of the rules that fitted and were dropped. */
export interface Seen {
  fitted: boolean;
  onlyForeign: boolean;
}

/** The rule that stands first of all that fit and may be shown. Allocates next to nothing: this is the hot path. */
export function fittest(
  facts: Facts,
  compiled: CompiledRulebook,
  uses?: RuleUses,
  seen?: Seen,
): CompiledRule | undefined {
  const surface = compiled.surfaces.get(facts.surface);
  if (!surface) return undefined;
  const { rules, index } = surface;
  const place = search(index, facts, (at) => {
    const rule = rules[at] as CompiledRule;
    if (truthOfFound(rule, facts, compiled) !== "true") return false;
    const objection = objectionToRule(rule, facts, compiled, uses);
    if (!objection && canShow(rule, facts, compiled)) return true;
    if (seen) {
      seen.fitted = true;
      if (objection?.guard !== "shop-currency") seen.onlyForeign = false;
    }
    return false;
  });
  return place < 0 ? undefined : rules[place];
}

/** Of a rule that the index found: what finding it has proven is not asked again. */
export function truthOfFound({ rest }: CompiledRule, facts: Facts, { catalog }: CompiledRulebook): Truth {
  return rest ? truthIn(rest, facts, catalog) : "true";
}

/** Whether what the rule offers may be shown: one of its products, or all of a bundle. */
export function canShow(rule: CompiledRule, facts: Facts, compiled: CompiledRulebook): boolean {
  const { offer } = rule;
  const options = optionsOf(rule, facts, compiled);
  if (options.length > 1 && offer.source.kind === "bundle") {
    for (const option of options) if (objectionTo(option, offer, facts, compiled)) return false;
    return !objectionToBundle(options, facts, compiled);
  }
  for (const option of options) if (!objectionTo(option, offer, facts, compiled)) return true;
  return false;
}

export function optionsOf(rule: CompiledRule, facts: Facts, compiled: CompiledRulebook): readonly Option[] {
  if (rule.options) return rule.options;
  const { catalog, rulebook } = compiled;
  const because = triggerLine(rule.rule.when, facts, catalog);
  return optionsFor({ offer: rule.offer, seed: rule.rule.id }, facts, because, catalog, rulebook.guards);
}
