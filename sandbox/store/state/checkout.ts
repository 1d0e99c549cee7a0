import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Address, TaxLine } from "./order.ts";

/** What a checkout keeps; `Checkout` is the same, worked out. */
export interface StoredCheckout {
  readonly token: string;
  readonly cartToken: string;
  readonly openedAt: Instant;
  readonly lines: readonly { readonly variantId: number; readonly quantity: number }[];
  email: string;
  country: string;
  address: Omit<Address, "country"> | undefined;
  shippingMethod: string | undefined;
  language: string;
  /** The shopper's currency; another than the shop's means no post-purchase page. */
  presentmentCurrency: string;
  orderId: number | undefined;
  postPurchase: PostPurchaseState;
}

/** Where a purchase stands between payment and thank-you page. */
interface PostPurchaseState {
  /** What can be charged again; absent for wallets. */
  vaultedCard: string | undefined;
  /** Who bought, where the shop knew them before this purchase. */
  customerId?: number;
  /** The `jti` of every changeset that changed the order. */
  appliedChangesets: string[];
}

/** A checkout, worked out for the page: prices before tax, tax and shipping apart, everything in the shop's currency. */
export interface Checkout {
  readonly token: string;
  readonly lines: readonly CheckoutLine[];
  readonly email: string;
  readonly country: string;
  readonly address: Omit<Address, "country"> | undefined;
  readonly language: string;
  readonly presentmentCurrency: string;
  /** What can be chosen for this country; empty when nothing needs sending. */
  readonly shippingMethods: readonly ShippingMethod[];
  /** The chosen one, else the cheapest that is sent; undefined when nothing needs sending. */
  readonly shippingMethod: ShippingMethod | undefined;
  readonly subtotal: Money;
  readonly shipping: Money;
  readonly taxLines: readonly TaxLine[];
  readonly tax: Money;
  readonly total: Money;
  /** Why `pay` would refuse; empty when it would not. */
  readonly problems: readonly CheckoutProblem[];
  readonly state: { readonly kind: "open" } | { readonly kind: "paid"; readonly orderId: number };
}

export interface CheckoutLine {
  readonly variantId: number;
  readonly productId: number;
  readonly title: string;
  readonly variantTitle: string;
  readonly handle: string;
  readonly picture: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly total: Money;
  readonly tax: Money;
  readonly requiresShipping: boolean;
}

export interface ShippingMethod {
  /** "standard", "express", "pickup" */
  readonly id: string;
  readonly title: string;
  /** "3 to 5 working days" */
  readonly promise: string;
  readonly price: Money;
  readonly pickup: boolean;
}

export type CheckoutProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "sold-out"; readonly variantId: number; readonly title: string; readonly left: number }
  | { readonly kind: "gone"; readonly variantId: number }
  | { readonly kind: "no-email" }
  | { readonly kind: "no-address" };

/** What the one-page checkout sends; what is absent stays as it was. An unknown country or method is ignored. */
export interface CheckoutChange {
  readonly email?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly address?: Omit<Address, "country">;
  readonly shippingMethod?: string;
  /** "en-GB", "de-DE" */
  readonly language?: string;
  readonly presentmentCurrency?: string;
}

export type PaymentMeans =
  /** A card number of Shopify's Bogus Gateway or of the sandbox's own additions: see `BOGUS_CARDS`. */
  | { readonly kind: "card"; readonly number: string }
  /** Pays at once and never sees the post-purchase page. */
  | { readonly kind: "wallet"; readonly name: string };

export type Payment =
  | { readonly kind: "paid"; readonly orderId: number; readonly postPurchase: PostPurchaseChance }
  | { readonly kind: "refused"; readonly message: string };

/** Whether the post-purchase page may appear at all; what ShouldRender says comes on top of it. */
export type PostPurchaseChance =
  | { readonly kind: "possible" }
  | { readonly kind: "skipped"; readonly why: SkipReason; readonly sentence: string };

export type SkipReason =
  | "wallet"
  | "other-currency"
  | "pickup"
  | "nothing-shipped"
  | "total-too-small"
  | "app-not-installed";
