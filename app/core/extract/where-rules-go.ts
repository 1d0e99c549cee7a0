import type { Catalog } from "../catalog/catalog.ts";
import { homesOf } from "../decision/index/homes.ts";
import { type Facet, keysOf } from "../decision/index/keys-of.ts";
import { type Posting, postingOf } from "../decision/index/postings.ts";
import { productPostings } from "../decision/index/product-postings.ts";
import { conjunctsOf } from "../rules/conjuncts.ts";
import type { Clause, Rule } from "../rules/rulebook.ts";
import type { ProductId, VariantId } from "../values/ids.ts";

/** For each rule the products without one of which it cannot hold; undefined where it may hold for any purchase. */
export type LedBy<Kept> = ReadonlyMap<Kept, ReadonlySet<ProductId> | undefined>;

/** Which products lead to which rule: as the index finds it, by that of its conditions that the fewest rules share. */
export function ledBy<Kept extends Rule>(rules: readonly Kept[], catalog: Catalog): LedBy<Kept> {
  const homes = homesOf(rules.map(({ when }) => conjunctsOf(when).filter(isOfProducts)));
  const products = rules.map(() => new Set<ProductId>());
  const postingsOf = (facet: Facet): Map<string, Posting> =>
    new Map([...(homes.places.get(facet) ?? [])].map(([value, some]) => [value, postingOf(some, rules.length)]));
  for (const [product, postings] of productPostings(postingsOf, catalog)) {
    for (const { places } of postings) for (const place of places) products[place]?.add(product);
  }
  const ofVariant = productsByVariant(catalog);
  const anywhere = new Set(homes.homeless);
  for (const [variant, places] of homes.places.get("variant") ?? []) {
    const product = ofVariant.get(variant as VariantId);
    for (const place of places) {
      if (product) products[place]?.add(product);
      // Nobody knows whose it is.
      else anywhere.add(place);
    }
  }
  return new Map(rules.map((rule, place) => [rule, anywhere.has(place) ? undefined : products[place]]));
}

const OF_THE_PURCHASE: ReadonlySet<Facet> = new Set(["country", "currency", "language"]);

function isOfProducts(clause: Clause): boolean {
  return keysOf(clause)?.every(({ facet }) => !OF_THE_PURCHASE.has(facet)) ?? false;
}

function productsByVariant({ products }: Catalog): ReadonlyMap<VariantId, ProductId> {
  return new Map([...products.values()].flatMap(({ id, variants }) => variants.map((variant) => [variant.id, id])));
}
