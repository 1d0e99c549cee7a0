import type { ProductImage } from "../catalog/catalog.ts";
import type { Discount, OfferKind } from "../rules/rulebook.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** The languages the surfaces speak; all others read the first. */
export const SURFACE_LANGUAGES = ["en", "fr", "de", "es", "pt", "ja"] as const;

/**
 * An offer as a block, a bump or the cart draws it, the same whoever decided: the app, or the shopper's browser from the
 * shop's metafields. Words are in the shopper's language, their merge fields filled by whoever draws it, at the
 * price that stands on the screen; nothing of the rule's conditions is in it.
 */
export interface SurfaceOffer extends OfferName {
  readonly kind: OfferKind;
  readonly arrangement: "one-of" | "together";
  readonly products: readonly SurfaceProduct[];
  /** As the rule says it: what the offer costs at whatever price the shopper's own currency has. */
  readonly discount: Discount;
  /** How the discount comes about. `code`: the offer is drawn once its code exists. */
  readonly priced: "as-is" | "code" | "automatic";
  /** The rule sends it free of charge: on a checkout of its own, by a code. */
  readonly isSentFree: boolean;
  readonly partner?: string;
  readonly headline?: string;
  readonly reason?: string;
  readonly because?: string;
  /** When the rule's schedule ends. */
  readonly validUntil?: Instant;
}

/** What names an offer between page and app: of one purchase and surface, it is one offer. */
export interface OfferName {
  readonly rule: string;
  readonly version: number;
  /** 1 for the rule's own offer, 2 for what follows a no to it, and so on along the path. */
  readonly step: number;
}

export interface SurfaceProduct {
  readonly productId: string;
  readonly handle: string;
  readonly title: string;
  readonly image?: ProductImage;
  readonly pieces: number;
  readonly variants: readonly SurfaceVariant[];
}

/** Prices are for the product's `pieces` together, in the currency of the shop, or the shopper's where that was read. */
export interface SurfaceVariant {
  readonly variantId: string;
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly price: Money;
  readonly offerPrice: Money;
  readonly quantityMost: number;
  readonly image?: ProductImage;
}
