import type { ProductImage } from "../catalog/catalog.ts";
import type { ConditionTrace } from "../rules/evaluate.ts";
import type { OfferShipping } from "../rules/rulebook.ts";
import type { DecisionId, ProductId, RuleId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Worded } from "../values/language.ts";
import type { Money } from "../values/money.ts";

/** Show this offer, or show nothing; always with a verdict for every candidate. */
export type Decision =
  | { readonly kind: "show"; readonly offer: ChosenOffer; readonly verdicts: readonly Verdict[] }
  | { readonly kind: "nothing"; readonly reason: NothingReason; readonly verdicts: readonly Verdict[] };

/** Why nothing is shown, the most telling reason first: something fitted but could not be sold, or nothing fitted. */
export type NothingReason = "no-rules" | "no-rule-fits" | "nothing-to-sell" | "foreign-currency";

/** What became of one candidate rule: exactly one for each rule that is active on the surface. */
export interface Verdict {
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly priority: number;
  readonly conditions: readonly ConditionTrace[];
  readonly outcome:
    | { readonly kind: "won" }
    /** It fitted and could be sold, but another stood before it. */
    | { readonly kind: "lost"; readonly to: RuleId; readonly by: "priority" | "edited-later" | "id" }
    /** Its conditions do not hold, or are unknown here. */
    | { readonly kind: "unfit"; readonly because: "failed" | "unknown" }
    /** It fitted, but a guard dropped it. */
    | { readonly kind: "dropped"; readonly guard: GuardVerdict };
}

/** A guard that dropped a candidate, with the value it saw. */
export type GuardVerdict =
  | { readonly guard: "known-product"; readonly product: ProductId }
  | { readonly guard: "available"; readonly product: ProductId; readonly status: string }
  | { readonly guard: "in-stock"; readonly product: ProductId; readonly left: number }
  | { readonly guard: "one-time-purchase"; readonly product: ProductId }
  | { readonly guard: "not-in-purchase"; readonly product: ProductId }
  | { readonly guard: "shop-currency"; readonly paidIn: string; readonly shopCurrency: string }
  | {
      readonly guard: "priced-in-shop-currency";
      readonly product: ProductId;
      readonly pricedIn: string;
      readonly shopCurrency: string;
    }
  | { readonly guard: "shipping-in-shop-currency"; readonly pricedIn: string; readonly shopCurrency: string };

/** The offer that was chosen, with everything that the ticket and the screen need. */
export interface ChosenOffer {
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly rulebookVersion: number;
  readonly product: ProductId;
  readonly productTitle: string;
  /** The product's own picture; a variant may have its own. */
  readonly image?: ProductImage;
  /** Those the shopper may choose from: all can be sold, at least one. */
  readonly variants: readonly OfferedVariant[];
  readonly discountPercent: number;
  readonly shipping: OfferShipping;
  readonly words: { readonly headline: Worded; readonly reason: Worded };
  /** The title of the line that made the rule fit ("Regency Teacup"), where a condition speaks of one. */
  readonly because?: string;
}

export interface OfferedVariant {
  readonly variant: VariantId;
  readonly title: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** For one piece, as the shop sells it. */
  readonly price: Money;
  /** For one piece with the offer's discount: what is shown and what is charged; 0 ≤ offerPrice ≤ price. */
  readonly offerPrice: Money;
  /** The shopper may take 1 to this many: the rule's limit and the stock, whichever is less. */
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
