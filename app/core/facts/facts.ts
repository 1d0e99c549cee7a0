import type { Currency } from "../values/currency.ts";
import type { CustomerId, ProductId, PurchaseReference, Shop, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";
import type { CustomerHistory } from "./customer-history.ts";

/** Where an offer can stand. */
export type Surface = "cart" | "checkout" | "post-purchase" | "thank-you" | "order-status" | "email";

/**
 * Everything known about a purchase at one moment. A fact that is not known is absent (undefined), which is not the
 * same as known and empty: a condition over an absent fact is *unknown*, never true.
 *
 * Its money is in one currency: the shop's on the post-purchase page and of past orders; on all other surfaces what the
 * shopper pays in, which may be another one. An amount that is named in neither is not known: nothing is ever converted.
 */
export interface Facts {
  readonly shop: Shop;
  readonly surface: Surface;
  readonly reference: PurchaseReference;
  /** The moment that is meant by "now": of the question, or of the past order that is replayed. */
  readonly at: Instant;
  /** The shopper's, as the surface gives it: "de-CH". */
  readonly locale: string;
  readonly lines: readonly PurchaseLine[];
  /** After discounts, shipping and tax included. */
  readonly total: Money;
  /** Of the lines: after discounts, before shipping and tax. */
  readonly subtotal: Money;
  /** What the shopper pays in; on the post-purchase page it differs from `total.currency` when the shop sells in several. */
  readonly presentmentCurrency: Currency;
  /** The subtotal in what the shopper pays in, where it is another currency and the surface says it. */
  readonly presentmentSubtotal?: Money;
  /** What discounts took off the lines; nothing off is known and zero. */
  readonly discountTotal?: Money;
  /** As typed; none used is known and empty. */
  readonly discountCodes?: readonly string[];
  readonly customer?: CustomerId;
  readonly signedIn?: boolean;
  /** Of the customer, before this purchase; looked up by the customer's id. */
  readonly history?: CustomerHistory;
  /** Products that this purchase has said yes or no to already, on whatever page; absent: none, as far as is known. */
  readonly taken?: readonly ProductId[];
  /** ISO 3166-1 alpha-2, "GB"; absent when nothing is shipped. */
  readonly destinationCountry?: string;
  /** ISO 3166-2, "US-CA"; known and empty where the address has none, as in Britain. */
  readonly destinationRegion?: string;
  /** The market's handle, "europe". */
  readonly market?: string;
  /** Shopify's name of the gateway or wallet, "shopify_payments". */
  readonly paymentMethod?: string;
  /** The title of the shipping rate, "Express". */
  readonly shippingMethod?: string;
  /** "web", "pos", "shop". */
  readonly salesChannel?: string;
  readonly utm?: Utm;
  readonly landingPage?: string;
  readonly referrer?: string;
  readonly device?: Device;
}

/** Of the visit that led to the purchase; a parameter the address did not have is known and absent. */
export interface Utm {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly term?: string;
  readonly content?: string;
}

export type Device = "phone" | "tablet" | "desktop";

export interface PurchaseLine {
  readonly product: ProductId;
  readonly productTitle: string;
  readonly variant: VariantId;
  readonly quantity: number;
  /** For the whole line, after its discounts. */
  readonly total: Money;
  readonly sellingPlan?: string;
}
