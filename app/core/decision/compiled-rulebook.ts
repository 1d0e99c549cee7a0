import type { Catalog } from "../catalog/catalog.ts";
import type { Surface } from "../facts/facts.ts";
import type { PreparedClause } from "../rules/prepared-clause.ts";
import type { Limits, Offer, Rule, Rulebook } from "../rules/rulebook.ts";
import type { Instant } from "../values/instant.ts";
import type { GuardVerdict } from "./decision.ts";
import type { RuleIndex } from "./index/rule-index.ts";
import type { Option } from "./option.ts";

/** A published rulebook made ready to be asked, with the shop's copy of that moment. Never changed: a new one takes its place. */
export interface CompiledRulebook {
  readonly version: number;
  readonly rulebook: Rulebook;
  readonly catalog: Catalog;
  readonly surfaces: ReadonlyMap<Surface, CompiledSurface>;
  /** Whether the shop sells Shopify's fixed bundles at all. */
  readonly hasBundles: boolean;
}

export interface CompiledSurface {
  /** The active rules of the surface, the one that stands first first. */
  readonly rules: readonly CompiledRule[];
  readonly index: RuleIndex;
  /** The place of the last rule whose limits are the shop's; -1 where none has such. */
  readonly lastLimited: number;
}

export interface CompiledRule {
  readonly rule: Rule;
  /** The rule's own, within reach: most of what deciding costs is the way from one object to the next. */
  readonly offer: Offer;
  readonly limits: Limits | undefined;
  /** Everything that must hold, one part for each of `conjunctsOf`. */
  readonly when: { readonly group: "all"; readonly parts: readonly PreparedClause[] };
  /** What is left to ask once the index has found the rule; undefined where being found proves it all. */
  readonly rest: PreparedClause | undefined;
  /** Its schedule: from ≤ now < until. */
  readonly from: Instant;
  readonly until: Instant;
  /** What it offers every purchase alike; undefined where that depends on the purchase. */
  readonly options: readonly Option[] | undefined;
  /** The guard that drops the rule on this surface, whatever is bought. */
  readonly standing: GuardVerdict | undefined;
  readonly specificity: number;
  /** What one acceptance leaves to the merchant, in minor units of the shop's currency; see `expectedValueOf`. */
  readonly expectedValue: number;
}
