import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { AppliedDiscount, CodeStanding } from "./discount.ts";

/** A property of a line or an attribute of a cart. A leading underscore keeps it from the shopper's eyes. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
}

/** Where and how a shopper buys: it chooses the market, and with it the prices. */
export interface BuyerContext {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 639-1, "en", "ar". */
  readonly language: string;
  /** ISO 4217, one of the shop's. */
  readonly currency: string;
}

/** What a cart keeps; `Cart` is the same, worked out. */
export interface StoredCart {
  readonly token: string;
  readonly openedAt: Instant;
  updatedAt: Instant;
  lines: StoredLine[];
  attributes: readonly Attribute[];
  note: string;
  codes: readonly string[];
  context: BuyerContext;
  customerId: number | undefined;
  /** The checkout that was opened from it last. */
  checkoutToken: string | undefined;
}

/** A line of a cart or a checkout: one variant with one set of properties. */
export interface StoredLine {
  /** Anew whenever the line's variant or properties change. */
  readonly id: string;
  readonly variantId: number;
  readonly quantity: number;
  readonly attributes: readonly Attribute[];
}

/** A cart as the theme and the AJAX API show it: prices as they are now, in the shopper's currency, before tax and sending. */
export interface Cart {
  readonly token: string;
  readonly lines: readonly PricedLine[];
  readonly attributes: readonly Attribute[];
  readonly note: string;
  readonly context: BuyerContext;
  readonly customerId: number | undefined;
  /** Every code given, whether it does something or not. */
  readonly codes: readonly CodeStanding[];
  readonly discounts: readonly AppliedDiscount[];
  /** Before any discount. */
  readonly originalTotal: Money;
  readonly discountTotal: Money;
  readonly total: Money;
  readonly pieces: number;
  readonly requiresShipping: boolean;
}

export interface PricedLine extends StoredLine {
  readonly productId: number;
  readonly title: string;
  /** "Default Title" where there is nothing to choose. */
  readonly variantTitle: string;
  readonly handle: string;
  readonly picture: string;
  readonly sku: string;
  readonly vendor: string;
  readonly productType: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  /** For one piece, before discounts. */
  readonly unitPrice: Money;
  /** What one piece is said to have cost before; undefined where nothing is said. */
  readonly compareAtPrice: Money | undefined;
  /** Before discounts. */
  readonly originalTotal: Money;
  /** After discounts of products and of the whole order, before tax: what is charged for the line. */
  readonly total: Money;
  /** `discount` is an index into the discounts of the cart or checkout. */
  readonly allocations: readonly { readonly discount: number; readonly amount: Money }[];
}

export interface NewLine {
  readonly variantId: number;
  readonly quantity: number;
  readonly attributes?: readonly Attribute[];
}

export type CartChange =
  /** All of them or none. Lines of one variant with the same properties become one. */
  | { readonly kind: "add"; readonly lines: readonly NewLine[] }
  /** 0 takes the line out. Properties replace those it had. */
  | {
      readonly kind: "change-line";
      readonly id: string;
      readonly quantity?: number;
      readonly attributes?: readonly Attribute[];
    }
  /** Set one by one; an empty value takes one out. */
  | { readonly kind: "attributes"; readonly attributes: readonly Attribute[] }
  | { readonly kind: "note"; readonly note: string }
  /** Instead of those there were. */
  | { readonly kind: "codes"; readonly codes: readonly string[] }
  /** An unknown country, language or currency is ignored. */
  | { readonly kind: "context"; readonly context: Partial<BuyerContext> }
  | { readonly kind: "customer"; readonly customerId: number | undefined }
  | { readonly kind: "clear" };

/** `added`: the lines that an "add" put in or made longer. */
export type CartAnswer =
  | { readonly kind: "changed"; readonly cart: Cart; readonly added: readonly PricedLine[] }
  | CartRefusal;

/** The AJAX API answers 422 (404 for a variant nobody sells) with these words. */
export interface CartRefusal {
  readonly kind: "refused";
  readonly why:
    | "no-such-variant"
    | "sold-out"
    | "not-enough"
    | "subscription-only"
    | "no-such-line"
    | "bad-quantity"
    | "too-many-lines";
  readonly message: string;
  readonly description: string;
  /** What could be had, where "not-enough". */
  readonly left?: number;
}
