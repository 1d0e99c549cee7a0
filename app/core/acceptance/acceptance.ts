import type { ChosenOffer } from "../decision/decision.ts";
import type { Surface } from "../facts/facts.ts";
import type { Discount, Limits, Path } from "../rules/rulebook.ts";
import type {
  CustomerId,
  DecisionId,
  OrderId,
  ProductId,
  PurchaseReference,
  RuleId,
  Shop,
  VariantId,
} from "../values/ids.ts";
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
  /** How the shopper came here: the answer to the step before. */
  readonly after?: "accepted" | "declined";
  readonly decision: DecisionId;
  readonly offer: ChosenOffer;
  /** As the rule says it: what the offer costs at the prices of the moment it is accepted. */
  readonly discount: Discount;
  /** Products accepted or declined on the way here: not offered again on this path. */
  readonly taken: readonly ProductId[];
  /** What follows, as the rulebook had it when the first offer was decided. */
  readonly ifAccepted?: Path;
  readonly ifDeclined?: Path;
  /** Counted again, under lock, when it is accepted. */
  readonly limits?: Limits;
  readonly customer?: CustomerId;
}

/** What the shopper picked among what the ticket allows: one of the products, or every item of a bundle. */
export type Pick = readonly PickedItem[];

export interface PickedItem {
  readonly variant: VariantId;
  readonly quantity: number;
}

/** A shopper's yes: exactly one for (shop, reference, surface, step), with all it needs to be signed again. */
export interface Acceptance {
  readonly reference: PurchaseReference;
  /** Where it was said. */
  readonly surface: Surface;
  readonly step: number;
  readonly decision: DecisionId;
  readonly rule: RuleId;
  readonly ruleName: string;
  readonly customer?: CustomerId;
  /** At least one; several are a bundle. */
  readonly items: readonly AcceptedItem[];
  /** What the shop's prices were reduced by, all pieces together. */
  readonly discountGiven: Money;
  /** The changeset token's id: the same for every retry, so that Shopify applies it once. */
  readonly jti: string;
  /** None where the shopper buys it as any other line. */
  readonly changes: readonly Change[];
  readonly acceptedAt: Instant;
  /** The order that its line arrived in, where the shopper bought it as any other line. */
  readonly boughtIn?: OrderId;
}

export interface AcceptedItem extends PickedItem {
  readonly product: ProductId;
  /** For all pieces of it, as shown. */
  readonly amount: Money;
}

/** A change of the initial purchase, in the words of Shopify's changeset; amounts in the shop's currency. */
export type Change =
  | {
      readonly type: "add_variant";
      readonly variant: VariantId;
      readonly quantity: number;
      readonly discount?: ChangeDiscount;
    }
  | { readonly type: "add_shipping_line"; readonly price: Money; readonly title: string };

export type ChangeDiscount =
  | { readonly kind: "percent"; readonly percent: number; readonly title: string }
  /** Off the line, all pieces together. */
  | { readonly kind: "amount"; readonly off: Money; readonly title: string };
