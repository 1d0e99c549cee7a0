import type { Instant } from "#app/core/values/instant.ts";

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
}

export interface SandboxVariant {
  readonly id: number;
  /** "Rose / Large"; "Default Title" when there is nothing to choose. */
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly priceMinor: number;
  /** What is left; never below zero: the sandbox does not oversell. */
  readonly stock: number;
  readonly sku: string;
  readonly inventoryItemId: number;
  readonly taxable: boolean;
  /** False for what is sent by e-mail: a purchase of only such things sees no post-purchase page. */
  readonly requiresShipping: boolean;
}

/** A product in the shop's state: what the catalogue said, and what has happened since. */
export interface StoredProduct extends Omit<SandboxProduct, "variants"> {
  readonly createdAt: Instant;
  updatedAt: Instant;
  readonly variants: StoredVariant[];
}

export interface StoredVariant extends Omit<SandboxVariant, "priceMinor" | "stock"> {
  priceMinor: number;
  stock: number;
  updatedAt: Instant;
}
