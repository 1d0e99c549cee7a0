import type { Surface } from "../facts/facts.ts";
import type { CollectionId, ProductId, RuleId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Worded } from "../values/language.ts";
import type { Money } from "../values/money.ts";
import type { ConditionSpec } from "./conditions/index.ts";
import type { OfferKind } from "./offer-kind.ts";

export { OFFER_KINDS, type OfferKind } from "./offer-kind.ts";

/** All rules of a shop as one document; published versions of it never change. */
export interface Rulebook {
  readonly format: 1;
  readonly guards?: GuardSettings;
  /** The shop's own, said where a rule has none for a field in a language; absent: the pages' own. */
  readonly words?: OfferWords;
  readonly look?: Look;
  readonly rules: readonly Rule[];
}

/** Guards that a merchant switches on for every rule; absent is off. */
export interface GuardSettings {
  /** An offer costs at most this share of the purchase's subtotal, in percent: 30 is suggested. */
  readonly priceCapPercent?: number;
  /** Of the offer's price at least this share stays after the product's cost, in percent, where the cost is known. */
  readonly marginFloorPercent?: number;
  /** What a customer has bought before is offered again, whatever its offer says; absent: by its `evenIfBoughtBefore`. */
  readonly offerAgainWhatWasBought?: true;
}

/** What offers look like, as far as it is ours to choose: type and colours are the pages' own. */
export interface Look {
  /** Offers are shown without the products' pictures. */
  readonly pictures?: "hidden";
}

/** The merchant's own words by language. */
export interface OfferWords {
  readonly headline: Worded;
  readonly reason: Worded;
}

/** The merchant's sentence: *when* these conditions hold, *on* these surfaces, *offer* this path. */
export interface Rule {
  readonly id: RuleId;
  /** The merchant's own name for it, 1 to 120 characters. */
  readonly name: string;
  /** Only `active` rules are asked. `archived` ones are kept for what they earned and not listed. */
  readonly status: "draft" | "active" | "paused" | "archived";
  readonly surfaces: readonly Surface[];
  readonly when: Clause;
  readonly path: Path;
  /** 1 is asked first; rules of one priority: the more specific, then the more valuable, then the one edited last. */
  readonly priority: number;
  readonly schedule?: Schedule;
  readonly limits?: Limits;
  readonly pauseAfter?: PauseAfter;
  /** Why it paused itself, for as long as it is paused. */
  readonly pausedBecause?: PausedBecause;
  readonly editedAt: Instant;
}

/** Shop-local moments without a zone, "2026-11-27T09:00": from that minute on, up to but not including the other. */
export interface Schedule {
  readonly from?: string;
  readonly until?: string;
}

export interface Limits {
  /** One answer, yes or no, by a customer: ever, or again after so many days. Guests cannot be counted: not offered to them. */
  readonly oncePerCustomer?: { readonly days?: number };
  /** So many yeses in one day of the shop. */
  readonly acceptsPerDay?: number;
  /** What all its discounts together may cost, in the shop's currency. */
  readonly discountBudget?: Money;
}

/** The rule pauses itself after so many of them in a row, without a success between; a whole number from 1 to 100. */
export interface PauseAfter {
  readonly soldOut?: number;
  readonly paymentErrors?: number;
  readonly refunds?: number;
}

export interface PausedBecause {
  readonly what: keyof PauseAfter;
  readonly inARow: number;
  readonly at: Instant;
}

/** Conditions and groups of them. The root's empty `all` means *every order*. */
export type Clause =
  | { readonly all: readonly Clause[] }
  | { readonly any: readonly Clause[] }
  | { readonly none: readonly Clause[] }
  | ConditionSpec;

/** An offer and what follows it. */
export interface Path {
  readonly offer: Offer;
  readonly ifAccepted?: Path;
  readonly ifDeclined?: Path;
}

/** One thing proposed to the shopper. */
export interface Offer {
  readonly kind: OfferKind;
  readonly source: ProductSource;
  readonly discount: Discount;
  /** The shopper may take 1 to this many; a whole number from 1 to 10. Bundles and gifts: 1. */
  readonly quantityMost: number;
  readonly shipping: OfferShipping;
  /** An upsell takes the place of what made the rule fit, where the surface can (cart, checkout); absent: it is added. */
  readonly replaces?: boolean;
  /** Offered also to who has bought it before; absent: not. */
  readonly evenIfBoughtBefore?: boolean;
  /** Whose product it is, said to the shopper; with kind `partner` only. */
  readonly partner?: Partner;
  /** What these lack the rulebook's words have, and what those lack the surface has. */
  readonly words: OfferWords;
}

export interface Partner {
  readonly name: string;
  /** Of the price without tax, what the merchant keeps; 0 to 100. */
  readonly commissionPercent: number;
}

/** Where the offered product comes from. What the source gives is looked at in order; the first that may be shown is. */
export type ProductSource =
  | { readonly kind: "named"; readonly products: readonly NamedProduct[] }
  /** The shopper chooses one of those that may be shown: 2 to 5. */
  | { readonly kind: "choice"; readonly products: readonly NamedProduct[] }
  /** All or none: 2 to 5 items, one price. */
  | { readonly kind: "bundle"; readonly items: readonly BundleItem[] }
  | {
      readonly kind: "collection";
      readonly collection: CollectionId;
      readonly order: "best-selling" | "cheapest" | "random";
    }
  /** Once more what made the rule fit, the same variant. */
  | { readonly kind: "same-again" }
  /** Once more what costs most or least for a piece of what was bought. */
  | { readonly kind: "from-purchase"; readonly which: "dearest" | "cheapest" }
  /** What the merchant set in Shopify as complementary to what was bought. */
  | { readonly kind: "complementary" }
  /** What the shop's order history proposes: nothing until it was learned. */
  | { readonly kind: "suggestions" }
  /** The customer's next step: nothing until a journey was made. */
  | { readonly kind: "next-journey-step" };

/** The product; only the named variants of it where `variants` is given, in that order, else all of them. */
export interface NamedProduct {
  readonly product: ProductId;
  readonly variants?: readonly VariantId[];
}

export interface BundleItem {
  readonly product: ProductId;
  /** Absent: the first that can be sold. */
  readonly variant?: VariantId;
  /** A whole number from 1 to 10. */
  readonly quantity: number;
}

/** One amount for each currency; the shop's own must be among them for a surface that charges in it. */
export type PerCurrency = readonly Money[];

/** Off one piece (off the whole, of a bundle); the price never falls below zero and never rises. */
export type Discount =
  | { readonly kind: "none" }
  /** 0 < percent ≤ 100, at most two decimals; rounded half away from zero to the minor unit. */
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "amount"; readonly amounts: PerCurrency }
  /** What it costs, whatever the shop's price; a lower price of the shop stays. */
  | { readonly kind: "fixed-price"; readonly prices: PerCurrency };

/** What sending the added line costs, before tax. */
export type OfferShipping = { readonly kind: "free" } | { readonly kind: "price"; readonly prices: PerCurrency };
