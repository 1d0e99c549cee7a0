import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";

/** https://shopify.dev/docs/apps/build/discounts#discount-classes */
export type DiscountClass = "PRODUCT" | "ORDER" | "SHIPPING";

/** A discount of the shop, as the Admin API makes it. */
export interface StoredDiscount {
  readonly id: number;
  /** Undefined: it applies by itself. */
  readonly code: string | undefined;
  title: string;
  startsAt: Instant;
  endsAt: Instant | undefined;
  what: DiscountWhat;
  combinesWith: CombinesWith;
  minimum: Minimum | undefined;
  /** Who may use it; undefined: everybody. */
  customerIds: readonly number[] | undefined;
  /** Of a code: orders in all. */
  usageLimit: number | undefined;
  appliesOncePerCustomer: boolean;
  /** Every order it was used in: by customer. */
  readonly uses: { readonly orderId: number; readonly customerId: number }[];
  /** For the merchant, and for apps to know their own by. */
  tags: readonly string[];
  /** By our app through the API, or by the merchant in the store's admin. */
  readonly by: "our-app" | "store-admin";
  readonly createdAt: Instant;
  updatedAt: Instant;
}

export interface CombinesWith {
  readonly productDiscounts: boolean;
  readonly orderDiscounts: boolean;
  readonly shippingDiscounts: boolean;
}

/** Amounts in the shop's currency. */
export type Minimum =
  | { readonly kind: "subtotal"; readonly minor: number }
  | { readonly kind: "quantity"; readonly pieces: number };

export type DiscountWhat =
  | { readonly kind: "basic"; readonly items: Items; readonly value: BasicValue }
  | {
      readonly kind: "free-shipping";
      readonly mostMinor: number | undefined;
      readonly countries: readonly string[] | undefined;
    }
  | {
      readonly kind: "buy-x-get-y";
      readonly buys: { readonly items: Items; readonly quantity: number };
      readonly gets: { readonly items: Items; readonly quantity: number; readonly value: BasicValue };
      readonly usesPerOrder: number | undefined;
    };

/** 1 is all of it. `minor` is in the shop's currency, off each piece or once off all entitled lines together. */
export type BasicValue =
  | { readonly kind: "fraction"; readonly fraction: number }
  | { readonly kind: "amount"; readonly minor: number; readonly onEachItem: boolean };

export type Items =
  | { readonly kind: "all" }
  | {
      readonly kind: "some";
      readonly productIds: readonly number[];
      readonly variantIds: readonly number[];
      readonly collectionIds: readonly number[];
    };

/** A discount that stands in a cart or checkout, with what it takes off in all, in the shopper's currency. */
export interface AppliedDiscount {
  readonly discountId: number;
  readonly class: DiscountClass;
  readonly title: string;
  /** As the buyer wrote it; undefined for an automatic one. */
  readonly code: string | undefined;
  readonly amount: Money;
  readonly value:
    | { readonly kind: "percentage"; readonly percentage: number }
    | { readonly kind: "amount"; readonly amount: Money };
}

/** What became of a code that the buyer gave. */
export interface CodeStanding {
  readonly code: string;
  readonly applies: boolean;
  /** Absent when it applies. */
  readonly why?:
    | "unknown"
    | "not-active"
    | "used-up"
    | "another-customer"
    | "used-before"
    | "minimum"
    | "nothing-entitled"
    | "not-combinable";
}
