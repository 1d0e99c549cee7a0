import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { PaymentMethodId } from "../checkout/payment-methods.ts";
import type { Attribute, BuyerContext, PricedLine, StoredLine } from "./cart.ts";
import type { AppliedDiscount, CodeStanding } from "./discount.ts";
import type { Address, TaxLine } from "./order.ts";
import type { SkipReason } from "./skip-reason.ts";

/** What a checkout keeps; `Checkout` is the same, worked out. */
export interface StoredCheckout {
  readonly token: string;
  readonly cartToken: string;
  readonly openedAt: Instant;
  lines: readonly StoredLine[];
  attributes: readonly Attribute[];
  note: string;
  /** Every code the buyer gave, in the order given. */
  codes: readonly string[];
  /** Signed in to the shop; undefined for a guest. */
  customerId: number | undefined;
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

/** What a checkout may begin with; what is left out is the shop's own. */
export interface CheckoutStart extends Partial<BuyerContext> {
  readonly attributes?: readonly Attribute[];
  readonly note?: string;
  readonly codes?: readonly string[];
  readonly customerId?: number;
}

/** Where a purchase stands between payment and thank-you page. */
interface PostPurchaseState {
  /** What can be charged again; absent for wallets. */
  vaultedCard: string | undefined;
  /** Who bought, where the shop knew them before this purchase. */
  customerId?: number;
  /** Where the way of paying takes fewer changesets than the dial says. */
  changesetsMost?: number | undefined;
  /** The `jti` of every changeset that changed the order. */
  appliedChangesets: string[];
}

/** A checkout, worked out for the page: prices before tax, tax and shipping apart, everything in what the shopper pays in. */
export interface Checkout {
  readonly token: string;
  readonly lines: readonly CheckoutLine[];
  readonly email: string;
  readonly country: string;
  readonly address: Omit<Address, "country"> | undefined;
  readonly language: string;
  readonly presentmentCurrency: string;
  readonly attributes: readonly Attribute[];
  readonly note: string;
  /** Signed in, or known by the e-mail address. */
  readonly customerId: number | undefined;
  /** Every code given, whether it does something or not. */
  readonly codes: readonly CodeStanding[];
  readonly discounts: readonly AppliedDiscount[];
  /** What can be chosen for this country; empty when nothing needs sending. */
  readonly shippingMethods: readonly ShippingMethod[];
  /** The chosen one, else the cheapest that is sent; undefined when nothing needs sending. */
  readonly shippingMethod: ShippingMethod | undefined;
  /** Lines after discounts. */
  readonly subtotal: Money;
  /** What lines and sending cost less. */
  readonly discountTotal: Money;
  /** After discounts. */
  readonly shipping: Money;
  readonly taxLines: readonly TaxLine[];
  readonly tax: Money;
  readonly total: Money;
  /** Why `pay` would refuse; empty when it would not. */
  readonly problems: readonly CheckoutProblem[];
  readonly state: { readonly kind: "open" } | { readonly kind: "paid"; readonly orderId: number };
}

export interface CheckoutLine extends PricedLine {
  readonly tax: Money;
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
  /** Set one by one; an empty value takes one out. */
  readonly attributes?: readonly Attribute[];
  readonly note?: string;
  /** Signing in, or (undefined) out again. */
  readonly customerId?: number | undefined;
}

/** What `applyCartLinesChange` asks; a quantity of 0 removes. */
export type LineChange =
  | ({ readonly kind: "add" } & {
      readonly variantId: number;
      readonly quantity: number;
      readonly attributes?: readonly Attribute[];
    })
  | {
      readonly kind: "change";
      readonly id: string;
      readonly variantId?: number;
      readonly quantity?: number;
      readonly attributes?: readonly Attribute[];
    }
  | { readonly kind: "remove"; readonly id: string };

/** `message` is for logs, not for buyers. */
export type CheckoutAnswer =
  | { readonly kind: "changed"; readonly checkout: Checkout }
  | { readonly kind: "refused"; readonly message: string };

export type PaymentMeans =
  /** A card number of Shopify's Bogus Gateway or of the sandbox's own additions: see `BOGUS_CARDS`. */
  | { readonly kind: "card"; readonly number: string }
  /** Pays at once and never sees the post-purchase page. */
  | { readonly kind: "wallet"; readonly name: string }
  /** One of `PAYMENT_METHODS`. */
  | { readonly kind: "method"; readonly method: PaymentMethodId };

export type Payment =
  | { readonly kind: "paid"; readonly orderId: number; readonly postPurchase: PostPurchaseChance }
  | { readonly kind: "refused"; readonly message: string };

/** Whether the post-purchase page may appear at all; what ShouldRender says comes on top of it. */
export type PostPurchaseChance =
  | { readonly kind: "possible" }
  | { readonly kind: "skipped"; readonly why: SkipReason; readonly sentence: string };
