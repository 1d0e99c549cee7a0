import type { Catalog, CatalogCollection } from "../../catalog/catalog.ts";
import type { PurchaseLine } from "../../facts/facts.ts";
import type { CollectionId, ProductId } from "../../values/ids.ts";
import { remembered } from "../../values/remembered.ts";
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
    else if (hasValue(remembered(products, known, toSearch), product)) return "true";
  }
  return unknown ? "unknown" : "false";
}

const products = new WeakMap<CatalogCollection, Values<ProductId>>();

/** To be searched, made once for each copy of the collection. */
const toSearch = ({ products }: CatalogCollection) => valuesOf(products);
