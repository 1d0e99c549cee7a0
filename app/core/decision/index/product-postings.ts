import type { Catalog, CatalogProduct } from "../../catalog/catalog.ts";
import { folded } from "../../rules/conditions/texts.ts";
import { addTo } from "../../values/add-to.ts";
import type { CollectionId, ProductId } from "../../values/ids.ts";
import type { Facet } from "./keys-of.ts";
import type { Posting } from "./postings.ts";

/**
 * For each product all postings that a line with it leads to: its own, and those of its tags, type, vendor and
 * collections. So a line costs one look, whatever its product is found by.
 */
export function productPostings(
  postingsOf: (facet: Facet) => ReadonlyMap<string, Posting>,
  { products, collections }: Catalog,
): Map<ProductId, Posting[]> {
  const found = new Map<ProductId, Posting[]>();
  for (const [product, posting] of postingsOf("product")) addTo(found, product as ProductId, posting);
  for (const [collection, posting] of postingsOf("collection")) {
    for (const product of collections.get(collection as CollectionId)?.products ?? []) {
      addTo(found, product, posting);
    }
  }
  const byAttribute = [
    {
      postings: comparable(postingsOf("tag"), folded),
      valuesOf: (product: CatalogProduct) => new Set(product.tags.map(folded)),
    },
    {
      postings: comparable(postingsOf("type"), trimmed),
      valuesOf: (product: CatalogProduct) => [trimmed(product.type)],
    },
    {
      postings: comparable(postingsOf("vendor"), trimmed),
      valuesOf: (product: CatalogProduct) => [trimmed(product.vendor)],
    },
  ].filter(({ postings }) => postings.size > 0);
  if (byAttribute.length === 0) return found;
  for (const product of products.values()) {
    for (const { postings, valuesOf } of byAttribute) {
      for (const value of valuesOf(product))
        for (const posting of postings.get(value) ?? []) addTo(found, product.id, posting);
    }
  }
  return found;
}

const trimmed = (text: string) => text.trim();

/** Two rules may write one tag in two ways. */
function comparable(
  postings: ReadonlyMap<string, Posting>,
  fold: (value: string) => string,
): ReadonlyMap<string, readonly Posting[]> {
  const all = new Map<string, Posting[]>();
  for (const [value, posting] of postings) addTo(all, fold(value), posting);
  return all;
}
