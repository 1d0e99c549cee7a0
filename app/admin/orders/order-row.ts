import type { NothingReason } from "#app/core/decision/decision.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { OrderId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";

/** A page of orders, newest first. */
export interface OrdersPageData {
  readonly shop: { readonly currency: Currency; readonly timezone: string };
  readonly orders: readonly OrderRow[];
  /** Cursors of the pages beside this one; absent where there is none. */
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
}

export interface OrderRow {
  readonly id: OrderId;
  readonly name: string;
  readonly at: Instant;
  readonly total: Money;
  readonly cancelledAt?: Instant | undefined;
  /** What stood when the order was paid; absent when Shopify never asked. */
  readonly decided?:
    | {
        readonly kind: "show";
        /** The page that it was shown on, or would have been. */
        readonly surface: Surface;
        readonly ruleName: string;
        readonly titles: readonly string[];
        readonly arrangement: "one-of" | "together";
        readonly offerPrices: readonly Money[];
      }
    | { readonly kind: "nothing"; readonly reason: NothingReason }
    | undefined;
  readonly seenAt?: Instant | undefined;
  readonly answer?: { readonly kind: "accepted" | "not-added" | "declined"; readonly at: Instant } | undefined;
  /** After refunds and cancellations, before tax. */
  readonly earned: Money;
}
