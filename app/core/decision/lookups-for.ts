import type { Facts } from "../facts/facts.ts";
import type { CustomerId, RuleId } from "../values/ids.ts";
import type { CompiledRule, CompiledRulebook } from "./compiled-rulebook.ts";
import { truthOfFound } from "./fittest.ts";
import { search } from "./index/search.ts";
import { hasLimitsOfTheShop } from "./rule-use.ts";

/** What the database must be asked before deciding. */
export interface Lookups {
  /** Whose history a candidate needs. */
  readonly customer?: CustomerId;
  /** The candidates whose limits are the shop's. */
  readonly rules: readonly RuleId[];
}

/** What the answer may turn on that is not in memory; undefined when it turns on nothing of the kind. */
export function lookupsFor(facts: Facts, compiled: CompiledRulebook): Lookups | undefined {
  const surface = compiled.surfaces.get(facts.surface);
  if (!surface) return undefined;
  let isCandidate = false;
  const rules: RuleId[] = [];
  search(surface.index, facts, (place) => {
    const rule = surface.rules[place] as CompiledRule;
    if (truthOfFound(rule, facts, compiled) === "false") return false;
    isCandidate = true;
    if (hasLimitsOfTheShop(rule.rule.limits)) rules.push(rule.rule.id);
    return place >= surface.lastLimited || rules.length >= LIMITED_MOST;
  });
  if (!isCandidate) return undefined;
  const customer = facts.history ? undefined : facts.customer;
  return customer || rules.length > 0 ? { ...(customer ? { customer } : {}), rules } : undefined;
}

/** More limited candidates than this are not looked up: their limits are counted at accept all the same. */
const LIMITED_MOST = 100;
