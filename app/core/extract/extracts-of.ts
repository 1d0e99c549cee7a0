import type { Catalog } from "../catalog/catalog.ts";
import { compile } from "../decision/compile.ts";
import type { CompiledRule } from "../decision/compiled-rulebook.ts";
import { standingOrder } from "../decision/standing-order.ts";
import type { GuardSettings, Rule, Rulebook } from "../rules/rulebook.ts";
import { settingsOf } from "../rules/rulebook-settings.ts";
import type { ProductId, RuleId } from "../values/ids.ts";
import { cuttingProducts } from "./cut-product.ts";
import { cutRule } from "./cut-rule.ts";
import {
  DECIDING_SURFACES,
  type DecidingSurface,
  type Extract,
  type ExtractedRule,
  type ShopExtract,
} from "./extract.ts";
import { bytesOf, fittedPart } from "./fitted-part.ts";
import { neededBy } from "./needed-by.ts";
import { ledBy } from "./where-rules-go.ts";

export interface HowToExtract {
  /** Surfaces on which the app is asked whatever the rules say. */
  readonly asksApp: readonly DecidingSurface[];
  /** The rules whose discount at checkout is a native automatic one. */
  readonly automatic: ReadonlySet<RuleId>;
  /** Of one part as JSON; absent: what a metafield takes, with some room. */
  readonly bytesMost?: number;
}

/** Shopify's limit is 16 KB. Source: shopify.dev/docs/apps/build/metafields/metafield-limits */
const BYTES_MOST = 16_000;
/** A quarter of that, for the shop's own words: the six languages of the pages, at some length. */
const WORDS_BYTES_MOST = 4_000;

export interface Extracts {
  readonly shop: ShopExtract;
  /** Of each product that something depends on; not of those that were deleted, which have no metafields. */
  readonly products: ReadonlyMap<ProductId, Extract>;
}

/**
 * The rulebook cut to what the surfaces decide by themselves, in parts that fit into metafields: what a product leads to on
 * that product, everything else on the shop. Same rulebook, version and shop's copy: the same parts.
 */
export function extractsOf(rulebook: Rulebook, version: number, catalog: Catalog, how: HowToExtract): Extracts {
  const bytesMost = how.bytesMost ?? BYTES_MOST;
  const { rules, onlyTheApps } = cutRules(rulebook, version, catalog, how.automatic);
  const cut = cuttingProducts(rules, catalog);
  const needed = neededBy(rules, catalog, cut);
  const places = byPlace(ledBy([...rules, ...onlyTheApps], catalog), new Set(rules));
  const { words, look } = rulebook;
  const head = { format: 1, version } as const;
  const areWordsShort = !words || bytesOf(words) <= WORDS_BYTES_MOST;
  const ofShop = {
    ...head,
    shop: catalog.shop,
    ...settingsOf({ guards: toldGuards(rulebook), words: areWordsShort ? words : undefined, look }),
    asksApp: areWordsShort ? how.asksApp : DECIDING_SURFACES,
  };
  const part = (product: ProductId): Extract => {
    const { kept, left } = places.products.get(product) ?? NOTHING;
    const memberships = needed.membershipsOf(product);
    const more = [cut(product) ?? [], needed.productsWith(product)].flat();
    return fittedPart({ head, memberships, rules: kept.map(needed.byRule), more, left }, bytesMost);
  };
  const { kept, left } = places.shop;
  const ids = [...new Set([...places.products.keys(), ...needed.products])].sort();
  return {
    shop: fittedPart({ head: ofShop, memberships: [], rules: kept.map(needed.byRule), more: [], left }, bytesMost),
    products: new Map(
      ids.flatMap((id) => (catalog.products.get(id)?.status === "deleted" ? [] : [[id, part(id)] as const])),
    ),
  };
}

/** What an offer must leave to the shop is not for shoppers' browsers: it was asked when the rules were cut. */
function toldGuards({ guards: { marginFloorPercent: _, ...told } = {} }: Rulebook): GuardSettings {
  return told;
}

interface CutRules {
  /** In the order in which they stand. */
  readonly rules: readonly ExtractedRule[];
  /** Those that cannot be written down, by the place at which they stand. */
  readonly onlyTheApps: readonly Rule[];
}

function cutRules(rulebook: Rulebook, version: number, catalog: Catalog, automatic: ReadonlySet<RuleId>): CutRules {
  const { surfaces } = compile(rulebook, version, catalog);
  const showable = DECIDING_SURFACES.flatMap((surface) => surfaces.get(surface)?.rules ?? []).filter(
    ({ standing }) => !standing,
  );
  const standing = [...new Map(showable.map((one) => [one.rule.id, one])).values()].sort(standingOrder);
  const rules: ExtractedRule[] = [];
  const onlyTheApps: Rule[] = [];
  standing.forEach((compiled: CompiledRule, index) => {
    const place = index + 1;
    const cut = cutRule(compiled, place, catalog, rulebook.guards, automatic.has(compiled.rule.id));
    if (cut === "app") onlyTheApps.push({ ...compiled.rule, priority: place });
    else if (cut !== "never") rules.push(cut);
  });
  return { rules, onlyTheApps };
}

interface Place {
  readonly kept: ExtractedRule[];
  readonly left: number[];
}

const NOTHING: Place = { kept: [], left: [] };

function byPlace(
  led: ReadonlyMap<Rule, ReadonlySet<ProductId> | undefined>,
  written: ReadonlySet<Rule>,
): { readonly shop: Place; readonly products: ReadonlyMap<ProductId, Place> } {
  const shop: Place = { kept: [], left: [] };
  const products = new Map<ProductId, Place>();
  const placeOf = (product: ProductId) => {
    const place = products.get(product) ?? { kept: [], left: [] };
    products.set(product, place);
    return place;
  };
  for (const [rule, by] of led) {
    for (const place of by ? [...by].map(placeOf) : [shop]) {
      if (written.has(rule)) place.kept.push(rule);
      else place.left.push(rule.priority);
    }
  }
  return { shop, products };
}
