import type { SandboxStore } from "../store/sandbox-store.ts";
import type { StoredProduct } from "../store/state/product.ts";
import type { Words } from "./words/words.ts";

/** A collection of the storefront: all products of one type. */
export interface Shelf {
  /** "bags-lunch": `/collections/bags-lunch`. */
  readonly handle: string;
  readonly products: readonly StoredProduct[];
}

/** The order of the menu; types the catalogue brings besides come after. */
const MENU = [
  "bags-lunch",
  "tea-tableware",
  "kitchen-baking",
  "lights-candles",
  "decoration",
  "warm-cosy",
  "party",
  "paper-cards",
  "toys-crafts",
  "garden",
  "christmas",
];

/** Shelves with something on them, each in best-seller order. */
export function shelvesOf(store: SandboxStore): Shelf[] {
  const shelves = new Map<string, StoredProduct[]>(MENU.map((handle) => [handle, []]));
  for (const product of store.products()) {
    const handle = shelfHandle(product);
    shelves.set(handle, [...(shelves.get(handle) ?? []), product]);
  }
  return [...shelves].flatMap(([handle, products]) => (products.length ? [{ handle, products }] : []));
}

/** "Bags & Lunch" → "bags-lunch". */
export function shelfHandle(product: StoredProduct): string {
  return product.type
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The shelf's name in the shopper's language, else the merchant's. */
export function shelfName(handle: string, words: Words, products: readonly StoredProduct[]): string {
  return words.shelfNames[handle] ?? products[0]?.type ?? handle;
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

export function lowestPrice(product: StoredProduct): number {
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
