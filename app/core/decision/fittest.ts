import type { Facts } from "../facts/facts.ts";
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
    if (facts.at < rule.from || facts.at >= rule.until) return false;
    if (rule.rest && truthIn(rule.rest, facts, compiled.catalog) !== "true") return false;
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

/** Whether what the rule offers may be shown: one of its products, or all of a bundle. */
function canShow(rule: CompiledRule, facts: Facts, compiled: CompiledRulebook): boolean {
  const { offer } = rule.rule.path;
  const options = optionsOf(rule, facts, compiled);
  if (offer.source.kind === "bundle") {
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
  return optionsFor({ offer: rule.rule.path.offer, seed: rule.rule.id }, facts, because, catalog, rulebook.guards);
}
