import type { Catalog, CatalogProduct } from "../catalog/catalog.ts";
import { OF_A_COLLECTION_MOST } from "../decision/sources.ts";
import { conditionsOf } from "../rules/conjuncts.ts";
import { productsOf } from "../rules/products-named.ts";
import type { CollectionId, ProductId } from "../values/ids.ts";
import type { CutProduct } from "./cut-product.ts";
import type { ExtractedRule } from "./extract.ts";
import type { PartOfCollection, WantedRule } from "./fitted-part.ts";

/** What of the shop's copy deciding by these rules needs, and on which products it is written down. */
export interface Needed {
  /** Products that have a part for what they are, whether or not they lead to a rule. */
  readonly products: ReadonlySet<ProductId>;
  readonly membershipsOf: (product: ProductId) => readonly PartOfCollection[];
  /** What may be offered because this product is in the purchase. */
  readonly productsWith: (product: ProductId) => readonly CatalogProduct[];
  readonly byRule: (rule: ExtractedRule) => WantedRule;
}

export function neededBy(rules: readonly ExtractedRule[], catalog: Catalog, cut: CutProduct): Needed {
  const asked = new Set(rules.flatMap(collectionsAsked).filter((id) => catalog.collections.has(id)));
  const memberships = membershipsIn(asked, catalog);
  const isComplementaryOffered = rules.some(({ path }) => path.offer.source.kind === "complementary");
  const telling = [...catalog.products.values()].filter(
    ({ components, complementary }) => components.length > 0 || (isComplementaryOffered && complementary.length > 0),
  );
  // A collection that rules ask about stands in their parts without products: who is in it says so in its own part.
  const known = new Map([...asked].map((id) => [id, { id, products: [] } as PartOfCollection]));
  const offered = new Map<CollectionId, PartOfCollection>();
  const offeredOf = (id: CollectionId): PartOfCollection => {
    const products = (catalog.collections.get(id)?.products ?? []).slice(0, OF_A_COLLECTION_MOST);
    const part = offered.get(id) ?? { id, products };
    offered.set(id, part);
    return part;
  };
  const cutAll = (ids: readonly ProductId[]) => ids.flatMap((id) => cut(id) ?? []);
  return {
    products: new Set([...memberships.keys(), ...telling.map(({ id }) => id)]),
    membershipsOf: (product) => memberships.get(product) ?? [],
    productsWith: (product) =>
      isComplementaryOffered ? cutAll(catalog.products.get(product)?.complementary ?? []) : [],
    byRule: (rule) => {
      const { source } = rule.path.offer;
      const drawn = source.kind === "collection" ? offeredOf(source.collection) : undefined;
      // With a limit it is never shown without the app: only whether it may win is asked.
      const products = rule.limits ? [] : cutAll(drawn?.products ?? productsOf(source));
      const collections = collectionsAsked(rule).flatMap((id) => known.get(id) ?? []);
      return { rule, products, collections: drawn && !rule.limits ? [...collections, drawn] : collections };
    },
  };
}

function collectionsAsked({ when }: ExtractedRule): readonly CollectionId[] {
  return conditionsOf(when).flatMap((spec) => (spec.kind === "collection" ? spec.collections : []));
}

function membershipsIn(
  asked: ReadonlySet<CollectionId>,
  { collections }: Catalog,
): ReadonlyMap<ProductId, readonly PartOfCollection[]> {
  const found = new Map<ProductId, PartOfCollection[]>();
  for (const id of asked) {
    for (const product of collections.get(id)?.products ?? []) {
      const known = found.get(product) ?? [];
      known.push({ id, products: [product] });
      found.set(product, known);
    }
  }
  return found;
}
