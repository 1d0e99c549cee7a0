import type { CatalogCollection } from "#app/core/catalog/catalog.ts";
import type { CollectionId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { READ_COLLECTION } from "./graphql/read-collection.graphql.ts";
import { allNodes } from "./read-all-nodes.ts";

/**
 * The collection with every product of it, the best seller first; undefined when Shopify has none of that id (any more).
 * `at` is when the reading begins: Shopify's own `updatedAt` does not move when a product sells better or begins to fit.
 */
export async function readCollection(
  admin: Admin,
  id: CollectionId,
  at: Instant,
): Promise<CatalogCollection | undefined> {
  const ask = async (after: string | null) =>
    (await admin.ask(READ_COLLECTION, { id: gidOf("Collection", id), after })).collection;
  const collection = await ask(null);
  if (!collection) return undefined;
  const nodes = await allNodes(collection.products, async (after) => (await ask(after))?.products);
  // The order may move between two pages: a product that moves down would come twice.
  const products = [...new Set(nodes.map((node) => idOfGid("Product", node.id)))];
  return { id, title: collection.title, products, updatedAt: at };
}
