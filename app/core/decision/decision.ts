import type { ProductImage } from "../catalog/catalog.ts";
import type { ConditionKind, ConditionSpec } from "../rules/conditions/index.ts";
import type { OfferKind, OfferWords, Partner } from "../rules/rulebook.ts";
import type { DecisionId, ProductId, RuleId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** The hot answer: show this offer, or show nothing. Why the others did not win is `explain`'s to say. */
export type Decision =
  | { readonly kind: "show"; readonly offer: ChosenOffer }
  | { readonly kind: "nothing"; readonly reason: NothingReason };

/** Why nothing is shown, the most telling reason first: something fitted but could not be sold, or nothing fitted. */
export type NothingReason = "no-rules" | "no-rule-fits" | "nothing-to-sell" | "foreign-currency";

/** A decision with what became of every candidate: recomputed from the evidence, the same to the byte each time. */
export interface Explanation {
  readonly decision: Decision;
  /** Exactly one for each rule that is active on the surface, in the order in which they stand. */
  readonly verdicts: readonly Verdict[];
}

export interface Verdict {
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly priority: number;
  /** Every condition of the rule in the order it is written, with the value it was compared with. */
  readonly conditions: readonly ConditionTrace[];
  /** What the source gave that was looked at and dropped, with the guard that dropped it. */
  readonly tried: readonly TriedProduct[];
  readonly outcome: VerdictOutcome;
  /** The smallest change that would have let it win; absent for the winner. */
  readonly wouldHaveWon?: readonly NeededChange[];
}

export type VerdictOutcome =
  | { readonly kind: "won" }
  /** It fitted and could be sold, but another stood before it. */
  | { readonly kind: "lost"; readonly to: RuleId; readonly by: RankedBy }
  /** Its conditions do not hold, or are unknown here. */
  | { readonly kind: "unfit"; readonly because: "failed" | "unknown" }
  /** Its schedule has not begun, or is over; the moment in the shop's zone as the rule writes it. */
  | { readonly kind: "not-scheduled"; readonly from?: string; readonly until?: string }
  /** It fitted, but a guard dropped it. */
  | { readonly kind: "dropped"; readonly guard: GuardVerdict };

/** What told two fitting rules apart, in the order in which it is asked. */
export type RankedBy = "priority" | "specificity" | "expected-value" | "edited-later" | "id";

export interface ConditionTrace {
  readonly kind: ConditionKind;
  readonly spec: ConditionSpec;
  readonly holds: "true" | "false" | "unknown";
  /** The value that was compared, as JSON; absent where there was none. */
  readonly was?: unknown;
}

export interface TriedProduct {
  readonly product: ProductId;
  readonly guard: GuardVerdict;
}

/** One of several things that all had to be otherwise. */
export type NeededChange =
  /** This condition (its place in `conditions`) had to hold, or not to where it stands under a `none`. */
  | { readonly kind: "condition"; readonly index: number; readonly holds: boolean }
  | { readonly kind: "guard"; readonly guard: GuardVerdict }
  | { readonly kind: "schedule" }
  /** It had to stand before the winner. */
  | { readonly kind: "rank"; readonly before: RuleId; readonly by: RankedBy };

/** A guard that dropped a candidate, with the value it saw. */
export type GuardVerdict =
  | { readonly guard: "known-product"; readonly product: ProductId }
  | { readonly guard: "available"; readonly product: ProductId; readonly status: string }
  | { readonly guard: "in-stock"; readonly product: ProductId; readonly wanted: number; readonly left: number }
  | { readonly guard: "one-time-purchase"; readonly product: ProductId }
  | { readonly guard: "not-in-purchase"; readonly product: ProductId }
  /** Accepted or declined for this purchase on an earlier page. */
  | { readonly guard: "not-answered-before"; readonly product: ProductId }
  | { readonly guard: "not-bought-before"; readonly product: ProductId; readonly at: Instant }
  /** The bundle is in the purchase and the product one of its items, or the other way round. */
  | { readonly guard: "no-bundle-with-its-items"; readonly product: ProductId; readonly bought: ProductId }
  | { readonly guard: "ships-there"; readonly product: ProductId; readonly country: string }
  | { readonly guard: "price-cap"; readonly product: ProductId; readonly price: Money; readonly most: Money }
  | { readonly guard: "margin-floor"; readonly product: ProductId; readonly margin: Money; readonly least: Money }
  | { readonly guard: "shop-currency"; readonly paidIn: string; readonly shopCurrency: string }
  | {
      readonly guard: "priced-in-shop-currency";
      /** What of the offer, or of the rule's limits, has no price in the shop's currency. */
      readonly what: "product" | "discount" | "shipping" | "budget";
      readonly product?: ProductId;
      readonly pricedIn: string;
      readonly shopCurrency: string;
    }
  /** The surface cannot do what the offer asks: replace a line, sell a gift card … */
  | { readonly guard: "possible-here"; readonly what: "replacing" }
  /** The source gave no product: nothing learned, no journey, an empty or unknown collection, nothing complementary. */
  | { readonly guard: "something-to-offer"; readonly source: string }
  | { readonly guard: "once-per-customer"; readonly answered?: Instant }
  | { readonly guard: "accepts-per-day"; readonly most: number }
  | { readonly guard: "discount-budget"; readonly budget: Money };

/** The offer that was chosen, with everything that the ticket and the screen need. */
export interface ChosenOffer {
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly rulebookVersion: number;
  readonly kind: OfferKind;
  /** Whether the shopper takes one of the products, or all of them for one price. */
  readonly arrangement: "one-of" | "together";
  /** At least one; more than one are a choice or a bundle. */
  readonly products: readonly OfferedProduct[];
  /** How the reduction is signed: as a share, or as what it takes off each piece (see the variants' prices). */
  readonly discount:
    | { readonly kind: "none" }
    | { readonly kind: "percent"; readonly percent: number }
    | { readonly kind: "amount" };
  readonly shipping: { readonly kind: "free" } | { readonly kind: "price"; readonly price: Money };
  readonly partner?: Partner;
  readonly words: OfferWords;
  /** The title of the line that made the rule fit ("Regency Teacup"), where a condition speaks of one. */
  readonly because?: string;
}

export interface OfferedProduct {
  readonly product: ProductId;
  readonly title: string;
  /** The product's own picture; a variant may have its own. */
  readonly image?: ProductImage;
  /** Pieces that belong together: 1, or the item's quantity in a bundle. Prices of its variants are for all of them. */
  readonly pieces: number;
  /** Those the shopper may choose from: all can be sold, at least one; exactly one in a bundle. */
  readonly variants: readonly OfferedVariant[];
}

export interface OfferedVariant {
  readonly variant: VariantId;
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** As the shop sells it. */
  readonly price: Money;
  /** With the offer's discount: what is shown and what is charged; 0 ≤ offerPrice ≤ price. */
  readonly offerPrice: Money;
  /** The shopper may take 1 to this many: the rule's limit and the stock, whichever is less; 1 in a bundle. */
  readonly quantityMost: number;
  readonly image?: ProductImage;
}

/** A decision as it is kept: what was asked, what was answered, and when. */
export interface MadeDecision {
  readonly id: DecisionId;
  readonly at: Instant;
  readonly rulebookVersion: number;
  readonly decision: Decision;
}
