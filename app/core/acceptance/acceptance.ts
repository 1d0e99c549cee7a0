import type { ChosenOffer } from "../decision/decision.ts";
import type { DecisionId, PurchaseReference, RuleId, Shop, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/**
 * The offer as it was decided, signed, handed to the extension and handed back on accept. The money path trusts it and
 * nothing else from the browser.
 */
export interface Ticket {
  readonly shop: Shop;
  readonly reference: PurchaseReference;
  /** Of the purchase it was made for: a ticket for other lines or another total is stale. See `purchaseFingerprint`. */
  readonly fingerprint: string;
  /** 1 for the first offer of a purchase, 2 for what follows it. */
  readonly step: number;
  readonly decision: DecisionId;
  readonly offer: ChosenOffer;
}

/** What the shopper picked among what the ticket allows. */
export interface Pick {
  readonly variant: VariantId;
  readonly quantity: number;
}

/** A shopper's yes: exactly one for (shop, reference, step), with all it needs to be signed again. */
export interface Acceptance {
  readonly reference: PurchaseReference;
  readonly step: number;
  readonly decision: DecisionId;
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly variant: VariantId;
  readonly quantity: number;
  /** For one piece, as shown. */
  readonly unitPrice: Money;
  /** The changeset token's id: the same for every retry, so that Shopify applies it once. */
  readonly jti: string;
  readonly changes: readonly Change[];
  readonly acceptedAt: Instant;
}

/** A change of the initial purchase, in the words of Shopify's changeset; amounts in the shop's currency. */
export type Change =
  | {
      readonly type: "add_variant";
      readonly variant: VariantId;
      readonly quantity: number;
      readonly discount?: { readonly percent: number; readonly title: string };
    }
  | { readonly type: "add_shipping_line"; readonly price: Money; readonly title: string };
