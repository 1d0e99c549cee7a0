import type { Mark } from "../extract/mark.ts";
import type { Surface } from "../facts/facts.ts";
import type { OrderId, OrderLineId, ProductId, PurchaseReference, RuleId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import type { Money } from "../values/money.ts";

/** An order as Shopify tells it when read again: never what the browser said, never a webhook's payload. */
export interface OrderAsRead {
  readonly id: OrderId;
  /** "#1043" */
  readonly name: string;
  readonly reference: PurchaseReference;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly cancelledAt?: Instant;
  readonly currency: string;
  readonly total: Money;
  /** What is still to be paid; above nothing when the charge for an added line failed, or is yet to be captured. */
  readonly outstanding: Money;
  readonly lines: readonly OrderLine[];
  /** Lines that an agreement of our own app added. */
  readonly addedByUs: readonly AddedLine[];
  /** Lines that the shopper's own checkout brought; absent in what releases before marks have read. */
  readonly bought?: readonly AddedLine[];
  /** Of the whole order: it is the checkout that an offer opened. */
  readonly mark?: Mark;
  /** As they were used; absent in what releases before them have read. */
  readonly discountCodes?: readonly string[];
  readonly refunds: readonly OrderRefund[];
  readonly paymentGateway?: string;
  /** How it was paid; absent where Shopify does not tell, and in what earlier releases have read, as are the next three. */
  readonly payment?: OrderPayment;
  /** What the shopper paid in. */
  readonly presentmentCurrency?: string;
  /** Whether anything of it is sent; false for gift cards and downloads alone. */
  readonly needsShipping?: boolean;
  /** False for what was sold at a point of sale, by a draft order or as a renewal; absent where it came by an app. */
  readonly isFromOnlineStore?: boolean;
}

export interface OrderPayment {
  /** `wallet`: Apple Pay and the like. Shop Pay is `card`: Shopify keeps that card and can charge it again. */
  readonly kind: "card" | "wallet" | "paypal" | "installments" | "local" | "manual" | "gift-card";
  /** As people call it, "Apple Pay"; else as Shopify does, "ideal". */
  readonly name?: string;
}

export interface OrderLine {
  readonly id: OrderLineId;
  readonly title: string;
  readonly product?: ProductId;
  readonly variant?: VariantId;
  readonly quantity: number;
  /** Of the offer that the shopper took it from, where that put a line into the cart. */
  readonly mark?: Mark;
}

/** What one sale of an agreement brought. Shopify rounds a discount once for the line, so this is not a multiple of a price. */
export interface AddedLine {
  readonly line: OrderLineId;
  readonly quantity: number;
  /** For all pieces, after discounts, before tax, in the shop's currency. */
  readonly amount: Money;
  readonly at: Instant;
}

export interface OrderRefund {
  readonly id: string;
  readonly at: Instant;
  /** `subtotal` is what was given back for that line, before tax, never negative. */
  readonly lines: readonly { readonly line: OrderLineId; readonly quantity: number; readonly subtotal: Money }[];
}

/** One entry of the append-only ledger: money an offer brought, or that went back. */
export interface EarningEntry {
  readonly order: OrderId;
  readonly line: OrderLineId;
  readonly kind: "earned" | "refunded" | "cancelled";
  /**
   * What it is booked from: the acceptance's step ("step 1"), the mark's surface and step ("thank-you step 1"), the refund's
   * id, "cancellation"; unique with order, line and kind.
   */
  readonly source: string;
  /** Where the offer stood. */
  readonly surface: Surface;
  readonly rule: RuleId;
  readonly step: number;
  /** Positive for `earned`, negative for the others; before tax, in the shop's currency. */
  readonly amount: Money;
  readonly at: Instant;
}
