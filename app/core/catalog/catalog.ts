import type { Currency } from "../values/currency.ts";
import type { CollectionId, ProductId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** A product as our copy knows it: read from Shopify when it is needed to decide, kept fresh by webhooks. */
export interface CatalogProduct {
  readonly id: ProductId;
  readonly title: string;
  readonly handle: string;
  /** Only `active` products are offered. `deleted` keeps what we knew, so that a rule can say what it lost. */
  readonly status: "active" | "draft" | "archived" | "unlisted" | "deleted";
  readonly image?: ProductImage;
  readonly requiresSellingPlan: boolean;
  readonly isGiftCard: boolean;
  readonly type: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  /** "custom.material" → its value as text; only those that rules ask for, absent where the product has none. */
  readonly metafields: Readonly<Record<string, string>>;
  /** What a fixed bundle of Shopify's consists of; empty for everything else. */
  readonly components: readonly ProductId[];
  /** What the merchant set in Shopify as going with it, in that order. */
  readonly complementary: readonly ProductId[];
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
  /** What one piece costs the merchant; absent where the shop does not say. */
  readonly cost?: Money;
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

/** A collection that a rule speaks of. */
export interface CatalogCollection {
  readonly id: CollectionId;
  readonly title: string;
  /** Every product of it, the best seller first. */
  readonly products: readonly ProductId[];
  readonly updatedAt: Instant;
}

/** What deciding needs to know of the shop itself. */
export interface ShopProfile {
  readonly currency: Currency;
  /** IANA name, "Europe/London": schedules, dates and hours are meant in it. */
  readonly timezone: string;
  /** ISO 3166-1 alpha-2; absent while it is not known where the shop ships. */
  readonly shipsTo?: readonly string[];
}

/** Our copy of the shop: itself, the products and the collections that deciding needs. */
export interface Catalog {
  readonly shop: ShopProfile;
  readonly products: ReadonlyMap<ProductId, CatalogProduct>;
  readonly collections: ReadonlyMap<CollectionId, CatalogCollection>;
}

export function catalogOf(
  shop: ShopProfile,
  products: Iterable<CatalogProduct>,
  collections: Iterable<CatalogCollection> = [],
): Catalog {
  return {
    shop,
    products: new Map([...products].map((product) => [product.id, product])),
    collections: new Map([...collections].map((collection) => [collection.id, collection])),
  };
}

export function canSell(stock: Stock, quantity: number): boolean {
  return (
    stock.kind === "untracked" || stock.kind === "oversold" || (stock.kind === "tracked" && stock.left >= quantity)
  );
}
