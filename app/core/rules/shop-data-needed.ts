import type { CollectionId, ProductId } from "../values/ids.ts";
import { type ConditionKind, conditions } from "./conditions/index.ts";
import { conditionsOf } from "./conjuncts.ts";
import { collectionsNamedBy, metafieldsNamedBy, productsNamedBy, sourcesOn } from "./products-named.ts";
import type { ProductSource, Rule } from "./rulebook.ts";

/** What of a shop's data its rules cannot do without: what is copied from Shopify, and kept fresh. */
export interface ShopDataNeeded {
  readonly products: ReadonlySet<ProductId>;
  readonly collections: ReadonlySet<CollectionId>;
  /** Of `collections`, those whose products are offered: each of these is needed too. */
  readonly offeredCollections: ReadonlySet<CollectionId>;
  /** "custom.material", in the order of the alphabet. */
  readonly metafields: readonly string[];
  /** Whether any product may be asked about, because rules speak of what products are and not of which. */
  readonly everyProduct: boolean;
}

/** Only active rules are asked, so only they need anything. */
export function shopDataNeeded(rules: Iterable<Rule>): ShopDataNeeded {
  const active = [...rules].filter(({ status }) => status === "active");
  const offered = active.flatMap(({ path }) => sourcesOn(path));
  return {
    products: new Set(active.flatMap((rule) => [...productsNamedBy(rule)])),
    collections: new Set(active.flatMap((rule) => [...collectionsNamedBy(rule)])),
    offeredCollections: new Set(offered.flatMap((source) => (source.kind === "collection" ? [source.collection] : []))),
    metafields: [...new Set(active.flatMap((rule) => [...metafieldsNamedBy(rule)]))].sort(),
    everyProduct:
      offered.some(isMadeOfThePurchase) ||
      active.some(({ when }) => conditionsOf(when).some(({ kind }) => asksWhatProductsAre(kind))),
  };
}

/** A collection says itself which products are in it. */
function asksWhatProductsAre(kind: ConditionKind): boolean {
  return kind !== "collection" && conditions[kind].needs.some((fact) => fact === "products");
}

function isMadeOfThePurchase({ kind }: ProductSource): boolean {
  return kind === "complementary" || kind === "same-again" || kind === "from-purchase";
}
