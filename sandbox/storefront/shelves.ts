import type { SandboxStore } from "../store/sandbox-store.ts";
import type { StoredCollection } from "../store/state/collection.ts";
import type { StoredProduct } from "../store/state/product.ts";
import type { Words } from "./words/words.ts";

/** A collection as shoppers see it. */
export interface Shelf {
  /** "bags-lunch": `/collections/bags-lunch`. */
  readonly handle: string;
  /** The merchant's words. */
  readonly title: string;
  readonly products: readonly StoredProduct[];
}

/** The shop's menu: collections by product type with something in them, in the order they were made. */
export function shelvesOf(store: SandboxStore): Shelf[] {
  return store
    .collections()
    .filter(({ membership }) => membership.kind === "rule" && membership.column === "type")
    .map((collection) => shelf(store, collection))
    .filter(({ products }) => products.length > 0);
}

/** Any collection, in the menu or not. */
export function shelfAt(store: SandboxStore, handle: string): Shelf | undefined {
  const found = store.collections().find((collection) => collection.handle === handle);
  return found && shelf(store, found);
}

/** The collections a product is in, those of the menu first. */
export function shelvesWith(store: SandboxStore, product: StoredProduct): Shelf[] {
  const menu = new Set(shelvesOf(store).map(({ handle }) => handle));
  return store
    .collections()
    .map((collection) => shelf(store, collection))
    .filter(({ products }) => products.includes(product))
    .sort((one, other) => Number(menu.has(other.handle)) - Number(menu.has(one.handle)));
}

function shelf(store: SandboxStore, collection: StoredCollection): Shelf {
  const { handle, title } = collection;
  return { handle, title, products: store.productsIn(collection) };
}

/** The shelf's name in the shopper's language, else the merchant's. */
export function shelfName({ handle, title }: Shelf, words: Words): string {
  return words.shelfNames[handle] ?? title;
}

export const SORTS = ["best", "price-up", "price-down", "title"] as const;
export type Sort = (typeof SORTS)[number];

export function parseSort(value: string | null): Sort {
  return SORTS.find((sort) => sort === value) ?? "best";
}

export function sorted(products: readonly StoredProduct[], sort: Sort): StoredProduct[] {
  const inOrder = [...products];
  switch (sort) {
    case "best":
      return inOrder.sort((one, other) => one.bestSellerRank - other.bestSellerRank);
    case "price-up":
      return inOrder.sort((one, other) => lowestPrice(one) - lowestPrice(other));
    case "price-down":
      return inOrder.sort((one, other) => lowestPrice(other) - lowestPrice(one));
    case "title":
      return inOrder.sort((one, other) => one.title.localeCompare(other.title));
  }
}

function lowestPrice(product: StoredProduct): number {
  return Math.min(...product.variants.map((variant) => variant.priceMinor));
}

/** Products that have every word of the query in title, type, tags or variants; best sellers first. */
export function search(store: SandboxStore, query: string): StoredProduct[] {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  if (asked.length === 0) return [];
  return store.products().filter((product) => {
    const variants = product.variants.map((variant) => `${variant.title} ${variant.sku}`);
    const text = [product.title, product.type, ...product.tags, ...variants].join(" ").toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}
