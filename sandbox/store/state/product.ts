import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";

/** A product as the catalogue brings it in: prices in the shop's minor unit, before tax. */
export interface SandboxProduct {
  readonly id: number;
  readonly title: string;
  /** Kebab case, unique: the product's address is `/products/<handle>`. */
  readonly handle: string;
  readonly type: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  /** HTML, as Shopify keeps descriptions. */
  readonly description: string;
  /** A path on the store's own address, `/pictures/<handle>.svg`. */
  readonly picture: string;
  /** Empty when the product has one variant and nothing to choose. */
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** At least one. */
  readonly variants: readonly SandboxVariant[];
  /** 1 sells best. */
  readonly bestSellerRank: number;
  readonly metafields?: readonly SandboxMetafield[];
  readonly isGiftCard?: boolean;
  /** Sold by subscription only: nobody can buy it once. */
  readonly requiresSellingPlan?: boolean;
  /** A fixed bundle is made of these; absent for what is no bundle. */
  readonly components?: readonly { readonly productId: number; readonly quantity: number }[];
}

/** What a merchant notes on a product. https://shopify.dev/docs/apps/build/custom-data */
export interface SandboxMetafield {
  readonly namespace: string;
  readonly key: string;
  /** "single_line_text_field", "list.product_reference" */
  readonly type: string;
  /** Lists and references as the API writes them: `["gid://shopify/Product/1"]`. */
  readonly value: string;
}

export interface SandboxVariant {
  readonly id: number;
  /** "Rose / Large"; "Default Title" when there is nothing to choose. */
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly priceMinor: number;
  /** What it is said to have cost before, in the shop's minor unit. */
  readonly compareAtMinor?: number;
  /** Prices the merchant set for other currencies, in their minor units; the others are worked out by the rate. */
  readonly fixedPrices?: Readonly<Record<string, number>>;
  /** What one piece costs the merchant; absent when nobody wrote it down. */
  readonly costMinor?: number;
  /** What is left; never below zero: the sandbox does not oversell. */
  readonly stock: number;
  readonly sku: string;
  readonly inventoryItemId: number;
  readonly taxable: boolean;
  /** False for what is sent by e-mail: a purchase of only such things sees no post-purchase page. */
  readonly requiresShipping: boolean;
}

/** A product in the shop's state: what the catalogue said, and what has happened since. */
export interface StoredProduct extends Omit<SandboxProduct, "variants" | "tags" | "metafields"> {
  tags: readonly string[];
  readonly metafields: readonly StoredMetafield[];
  readonly createdAt: Instant;
  updatedAt: Instant;
  readonly variants: StoredVariant[];
}

interface StoredMetafield extends SandboxMetafield {
  readonly id: number;
}

export interface StoredVariant extends Omit<SandboxVariant, "priceMinor" | "costMinor" | "stock"> {
  priceMinor: number;
  costMinor: number | null;
  stock: number;
  updatedAt: Instant;
}

/** What a merchant says of a new product; it has no choices. */
export interface NewProduct {
  readonly title: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly priceMinor: number;
  readonly stock: number;
}

/** What one piece costs in a currency, before tax. */
export interface VariantPrice {
  readonly price: Money;
  /** What it is said to have cost before; always more than the price. */
  readonly compareAt: Money | undefined;
  /** Set by the merchant for this currency; else worked out by the rate of the day. */
  readonly isFixed: boolean;
}
