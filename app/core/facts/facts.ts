import type { Currency } from "../values/currency.ts";
import type { CustomerId, ProductId, PurchaseReference, Shop, VariantId } from "../values/ids.ts";
import type { Money } from "../values/money.ts";

/** Where an offer can stand. */
export type Surface = "cart" | "checkout" | "post-purchase" | "thank-you" | "order-status" | "email";

/**
 * Everything known about a purchase at one moment. A fact that a surface cannot know is absent (undefined), which is
 * not the same as known and empty: a condition over an absent fact is *unknown*, never true.
 */
export interface Facts {
  readonly shop: Shop;
  readonly surface: Surface;
  readonly reference: PurchaseReference;
  /** The shopper's, as the surface gives it: "de-CH". */
  readonly locale: string;
  readonly lines: readonly PurchaseLine[];
  /** In the shop's currency. */
  readonly total: Money;
  /** What the shopper pays in; differs from `total.currency` when the shop sells in several. */
  readonly presentmentCurrency: Currency;
  readonly customer?: CustomerId;
  /** ISO 3166-1 alpha-2, "GB"; absent when nothing is shipped. */
  readonly destinationCountry?: string;
}

/** The names a condition declares in `needs`. */
export type FactName = keyof Facts;

export interface PurchaseLine {
  readonly product: ProductId;
  readonly productTitle: string;
  readonly variant: VariantId;
  readonly quantity: number;
  /** For the whole line, after its discounts, in the shop's currency. */
  readonly total: Money;
  readonly sellingPlan?: string;
}
