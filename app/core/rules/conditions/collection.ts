import type { Catalog, CatalogCollection } from "../../catalog/catalog.ts";
import type { PurchaseLine } from "../../facts/facts.ts";
import type { CollectionId, ProductId } from "../../values/ids.ts";
import { condition, type Truth } from "./condition.ts";
import {
  hasValue,
  holdsForValues,
  type LineQuantifier,
  type LinesAsked,
  linesAsked,
  type Values,
  valuesOf,
} from "./lines.ts";

/** From which collections something was bought. A collection of our copy is known to its last product. */
export const collection = condition({
  kind: "collection",
  needs: ["lines", "products"],
  prepare: ({
    lines,
    collections,
  }: {
    readonly lines: LineQuantifier;
    readonly collections: readonly CollectionId[];
  }): LinesAsked<CollectionId> => ({ ...linesAsked(lines, collections), among: collections }),
  holds: (asked: LinesAsked<CollectionId>, facts, catalog) => holdsForValues(asked, facts, catalog, isInOneOf),
});

function isInOneOf({ product }: PurchaseLine, asked: Values<CollectionId>, { collections }: Catalog): Truth {
  let unknown = false;
  for (const id of asked) {
    const known = collections.get(id);
    if (!known) unknown = true;
    else if (hasValue(productsOf(known), product)) return "true";
  }
  return unknown ? "unknown" : "false";
}

const products = new WeakMap<CatalogCollection, Values<ProductId>>();

/** The collection's products, to be searched: made once for each copy of the collection. */
function productsOf(collection: CatalogCollection): Values<ProductId> {
  const known = products.get(collection);
  if (known) return known;
  const made = valuesOf(collection.products);
  products.set(collection, made);
  return made;
}
