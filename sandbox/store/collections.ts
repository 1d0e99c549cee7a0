import type { Engine } from "./engine.ts";
import { freeHandle } from "./free-handle.ts";
import type { MembershipRule, StoredCollection } from "./state/collection.ts";
import type { StoredProduct } from "./state/product.ts";
import { collectionPayload } from "./webhooks/payloads/collection.ts";

type Shelves = Pick<Engine["state"], "products" | "collections">;

/** Best sellers first where a rule decides, in the merchant's order where the merchant does. */
export function productsIn({ products }: Shelves, { membership }: StoredCollection): StoredProduct[] {
  if (membership.kind === "rule") return products.filter((product) => fits(product, membership));
  return membership.productIds.flatMap((id) => products.find((product) => product.id === id) ?? []);
}

export function belongsTo(product: StoredProduct, { membership }: StoredCollection): boolean {
  return membership.kind === "rule" ? fits(product, membership) : membership.productIds.includes(product.id);
}

/** Tags are compared without regard to case, as Shopify does. */
function fits(product: StoredProduct, { column, is }: MembershipRule): boolean {
  if (column === "type") return product.type === is;
  return product.tags.some((tag) => tag.toLowerCase() === is.toLowerCase());
}

/** An empty one when there is no rule. Undefined for a title of nothing. Sends collections/create. */
export function createCollection(engine: Engine, title: string, rule?: MembershipRule): StoredCollection | undefined {
  const words = title.trim();
  if (words === "") return undefined;
  const collection: StoredCollection = {
    id: engine.newId("collection"),
    title: words,
    handle: freeHandle(words, engine.state.collections),
    createdAt: engine.now(),
    updatedAt: engine.now(),
    membership: rule ?? { kind: "manual", productIds: [] },
  };
  engine.state.collections.push(collection);
  engine.changed();
  engine.send("collections/create", collectionPayload(collection));
  return collection;
}

export function renameCollection(engine: Engine, id: number, title: string): boolean {
  const collection = engine.state.collections.find((known) => known.id === id);
  if (!collection || title.trim() === "") return false;
  collection.title = title.trim();
  updated(engine, collection);
  return true;
}

/** Puts products in by hand, or takes them out: one collections/update however many. False where a rule decides. */
export function changeCollection(
  engine: Engine,
  id: number,
  { add = [], remove = [] }: { readonly add?: readonly number[]; readonly remove?: readonly number[] },
): boolean {
  const collection = engine.state.collections.find((known) => known.id === id);
  if (collection?.membership.kind !== "manual") return false;
  const { membership } = collection;
  const known = add.filter((wanted) => engine.state.products.some((product) => product.id === wanted));
  const kept = membership.productIds.filter((member) => !remove.includes(member));
  const productIds = [...new Set([...kept, ...known])];
  if (productIds.join() === membership.productIds.join()) return true;
  membership.productIds = productIds;
  updated(engine, collection);
  return true;
}

export function deleteCollection(engine: Engine, id: number): boolean {
  const left = engine.state.collections.filter((collection) => collection.id !== id);
  if (left.length === engine.state.collections.length) return false;
  engine.state.collections = left;
  engine.changed();
  const admin_graphql_api_id = `gid://shopify/Collection/${id}`;
  engine.send("collections/delete", { id, published_scope: "web", admin_graphql_api_id });
  return true;
}

function updated(engine: Engine, collection: StoredCollection): void {
  collection.updatedAt = engine.now();
  engine.changed();
  engine.send("collections/update", collectionPayload(collection));
}
