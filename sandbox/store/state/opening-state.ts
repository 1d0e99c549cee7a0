import type { Instant } from "#app/core/values/instant.ts";
import type { SandboxCollection, StoredCollection } from "./collection.ts";
import { handleFrom } from "./handle.ts";
import { nextId } from "./ids.ts";
import type { SandboxProduct, StoredProduct } from "./product.ts";
import type { State } from "./state.ts";

export interface Opening {
  readonly catalogue: readonly SandboxProduct[];
  /** Without them the shop has one for each product type. */
  readonly collections?: readonly SandboxCollection[] | undefined;
}

/** A shop that has sold nothing yet and has no app. The same opening gives the same ids. */
export function openingState(opening: Opening, now: Instant): State {
  const ids: Record<string, number> = {};
  const products = opening.catalogue
    .map((product) => openingProduct(ids, product, now))
    .sort((left, right) => left.bestSellerRank - right.bestSellerRank);
  return {
    version: 3,
    ids,
    products,
    collections: openingCollections(ids, opening.collections ?? onePerType(products), products, now),
    carts: {},
    checkouts: {},
    orders: [],
    customers: [],
    discounts: [],
    metafields: [],
    metafieldDefinitions: [],
    placements: [],
    sessions: {},
    installation: undefined,
    tokens: [],
    outbox: [],
  };
}

function openingProduct(ids: Record<string, number>, product: SandboxProduct, now: Instant): StoredProduct {
  return {
    ...product,
    metafields: (product.metafields ?? []).map((field) => ({ ...field, id: nextId(ids, "metafield") })),
    createdAt: now,
    updatedAt: now,
    variants: product.variants.map((variant) => ({
      ...variant,
      costMinor: variant.costMinor ?? null,
      updatedAt: now,
    })),
  };
}

export function openingCollections(
  ids: Record<string, number>,
  collections: readonly SandboxCollection[],
  products: readonly StoredProduct[],
  now: Instant,
): StoredCollection[] {
  return collections.map(({ title, membership }) => ({
    id: nextId(ids, "collection"),
    title,
    handle: handleFrom(title),
    createdAt: now,
    updatedAt: now,
    membership: membership.kind === "rule" ? membership : byHand(membership.handles, products),
  }));
}

function byHand(handles: readonly string[], products: readonly StoredProduct[]): StoredCollection["membership"] {
  const found = handles.flatMap((handle) => products.find((product) => product.handle === handle)?.id ?? []);
  return { kind: "manual", productIds: found };
}

export function onePerType(products: readonly StoredProduct[]): SandboxCollection[] {
  const types = [...new Set(products.map(({ type }) => type))];
  return types.map((type) => ({ title: type, membership: { kind: "rule", column: "type", is: type } }));
}
