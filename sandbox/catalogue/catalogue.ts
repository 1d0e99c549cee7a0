import { readFileSync } from "node:fs";

/** One thing the demo store sells. Ids are numbers of 13 and 14 digits, as Shopify's are; prices are pence. */
export interface SandboxProduct {
  readonly id: number;
  readonly title: string;
  /** The address part: `/products/<handle>`, unique. */
  readonly handle: string;
  /** The shelf it stands on ("Bags", "Lights & candles"): one per product, the storefront's collections are these. */
  readonly type: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  /** Plain text. */
  readonly description: string;
  /** Path on the store, `/pictures/<handle>.svg`. */
  readonly picture: string;
  /** Names and values in the shop's order; a product without choices has none and one variant, "Default Title". */
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly SandboxVariant[];
  /** 1 is the product that most orders of the year had in. */
  readonly bestSellerRank: number;
}

export interface SandboxVariant {
  readonly id: number;
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly priceMinor: number;
  readonly stock: number;
  readonly sku: string;
  readonly inventoryItemId: number;
  readonly taxable: boolean;
  readonly requiresShipping: boolean;
  /** The variant's own picture, `/pictures/<handle>/<variant id>.svg`; the product's where absent. */
  readonly picture?: string;
}

/** The committed extract, best sellers first. Throws when the file is missing or no JSON: the checkout is broken then. */
export function loadCatalogue(): SandboxProduct[] {
  return JSON.parse(readFileSync(new URL("catalogue.json", import.meta.url), "utf8")) as SandboxProduct[];
}
