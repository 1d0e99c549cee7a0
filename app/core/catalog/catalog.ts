import type { ProductId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** A product as our copy knows it: read from Shopify when a rule names it, kept fresh by webhooks. */
export interface CatalogProduct {
  readonly id: ProductId;
  readonly title: string;
  readonly handle: string;
  /** Only `active` products are offered. `deleted` keeps what we knew, so that a rule can say what it lost. */
  readonly status: "active" | "draft" | "archived" | "unlisted" | "deleted";
  readonly image?: ProductImage;
  readonly requiresSellingPlan: boolean;
  readonly isGiftCard: boolean;
  /** In the shop's own order; at least one unless the product is deleted. */
  readonly variants: readonly CatalogVariant[];
  /** Shopify's own `updatedAt`: an older copy never replaces a newer one. */
  readonly updatedAt: Instant;
}

export interface CatalogVariant {
  readonly id: VariantId;
  /** "Rose / Large"; "Default Title" when the product has no options. */
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly price: Money;
  readonly compareAtPrice?: Money;
  readonly stock: Stock;
  readonly requiresShipping: boolean;
  readonly image?: ProductImage;
  /** The inventory item that `inventory_levels/update` speaks of. */
  readonly inventoryItem: string;
}

export interface ProductImage {
  readonly url: string;
  readonly description: string;
}

/** `untracked` and `oversold` sell without limit; `tracked` sells what is left, `unavailable` not at all. */
export type Stock =
  | { readonly kind: "untracked" }
  | { readonly kind: "oversold"; readonly left: number }
  | { readonly kind: "tracked"; readonly left: number }
  | { readonly kind: "unavailable" };

/** Our copy of the products that rules speak of. */
export interface Catalog {
  readonly products: ReadonlyMap<ProductId, CatalogProduct>;
}

export function catalogOf(products: Iterable<CatalogProduct>): Catalog {
  return { products: new Map([...products].map((product) => [product.id, product])) };
}

export function canSell(stock: Stock, quantity: number): boolean {
  return (
    stock.kind === "untracked" || stock.kind === "oversold" || (stock.kind === "tracked" && stock.left >= quantity)
  );
}
