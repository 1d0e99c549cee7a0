import { belongsTo, productsIn } from "../../collections.ts";
import type { Engine } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { StoredCollection } from "../../state/collection.ts";
import type { StoredProduct } from "../../state/product.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid, parseGid } from "../gid.ts";
import { searchIn } from "../search.ts";
import { productNode } from "./goods.ts";
import { COLLECTION_FIELDS, COLLECTION_SORTS } from "./list-fields.ts";
import { type SortKey, sortedBy } from "./sorted-by.ts";

export interface CollectionListArgs extends PageArgs {
  readonly query?: string | null;
  readonly sortKey: string;
}

export function collectionConnection(
  engine: Engine,
  collections: readonly StoredCollection[],
  args: CollectionListArgs,
) {
  const found = searchIn(collections, args.query, COLLECTION_FIELDS);
  return connectionOf(
    sortedBy(found, COLLECTION_SORTS[args.sortKey] ?? ((collection) => collection.id)),
    args,
    (collection) => collection.id,
    (collection) => collectionNode(engine, collection),
  );
}

export function collectionNode(engine: Engine, collection: StoredCollection) {
  const { state } = engine;
  const isManual = collection.membership.kind === "manual";
  return {
    __typename: "Collection",
    id: gid("Collection", collection.id),
    legacyResourceId: String(collection.id),
    title: collection.title,
    handle: collection.handle,
    description: "",
    descriptionHtml: "",
    sortOrder: isManual ? "MANUAL" : "BEST_SELLING",
    updatedAt: isoSeconds(collection.updatedAt),
    productsCount: () => ({ count: productsIn(state, collection).length, precision: "EXACT" }),
    hasProduct({ id }: { id: string }) {
      const product = state.products.find((known) => known.id === parseGid(id)?.id);
      return product !== undefined && belongsTo(product, collection);
    },
    products(args: PageArgs & { readonly sortKey: string }) {
      const inOrder = productsIn(state, collection);
      const key = PRODUCT_SORTS[args.sortKey];
      return connectionOf(
        key ? sortedBy(inOrder, key) : inOrder,
        args,
        (product) => product.id,
        (product) => productNode(engine, product),
      );
    },
  };
}

/** COLLECTION_DEFAULT, MANUAL and RELEVANCE are the collection's own order. */
const PRODUCT_SORTS: Readonly<Record<string, SortKey<StoredProduct>>> = {
  BEST_SELLING: (product) => product.bestSellerRank,
  PRICE: (product) => Math.min(...product.variants.map((variant) => variant.priceMinor)),
  TITLE: (product) => product.title,
  CREATED: (product) => product.createdAt,
  ID: (product) => product.id,
};
