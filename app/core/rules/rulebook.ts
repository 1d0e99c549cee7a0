import type { Surface } from "../facts/facts.ts";
import type { ProductId, RuleId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Worded } from "../values/language.ts";
import type { Money } from "../values/money.ts";
import type { ConditionSpec } from "./conditions/index.ts";

/** All rules of a shop as one document; published versions of it never change. */
export interface Rulebook {
  readonly format: 1;
  readonly rules: readonly Rule[];
}

/** The merchant's sentence: *when* these conditions hold, *on* these surfaces, *offer* this path. */
export interface Rule {
  readonly id: RuleId;
  /** The merchant's own name for it, 1 to 120 characters. */
  readonly name: string;
  readonly status: "draft" | "active" | "paused";
  readonly surfaces: readonly Surface[];
  readonly when: Clause;
  readonly path: Path;
  /** 1 is asked first; two rules of one priority are told apart by `editedAt`, the later first, then by id. */
  readonly priority: number;
  readonly editedAt: Instant;
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
  readonly kind: "cross-sell";
  readonly source: ProductSource;
  readonly discount: Discount;
  /** The shopper may take 1 to this many; a whole number from 1 to 10. */
  readonly quantityMost: number;
  readonly shipping: OfferShipping;
  /** The merchant's own words by language; the surface has words of its own where these are missing. */
  readonly words: { readonly headline: Worded; readonly reason: Worded };
}

/** The named product; only the named variants of it where `variants` is given, in that order, else all of them. */
export interface ProductSource {
  readonly kind: "named";
  readonly product: ProductId;
  readonly variants?: readonly VariantId[];
}

export type Discount = { readonly kind: "none" } | { readonly kind: "percent"; readonly percent: number };

/** What sending the added line costs, before tax. */
export type OfferShipping = { readonly kind: "free" } | { readonly kind: "price"; readonly price: Money };
