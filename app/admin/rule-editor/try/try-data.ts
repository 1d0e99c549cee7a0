import type { MadeUpPurchase } from "#app/core/decision/made-up-purchase.ts";
import type { Tried } from "#app/core/decision/tried.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { OrderId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Told } from "#app/core/values/say.ts";

/** What is tried: the rule as it stands in the editor, whole. */
export interface TryRequest {
  readonly rule: unknown;
  readonly surface: Surface;
  readonly purchase:
    | { readonly kind: "order"; readonly order: OrderId }
    | { readonly kind: "made-up"; readonly made: MadeUpPurchase };
}

export type TryAnswer =
  | ({ readonly kind: "tried"; readonly knownFrom: "made-up" | "page" | "order" } & Tried)
  | { readonly kind: "unknown-order" }
  | { readonly kind: "not-whole" }
  | { readonly kind: "failed"; readonly why: Told };

export interface TryableOrders {
  readonly orders: readonly {
    readonly id: OrderId;
    readonly name: string;
    readonly at: Instant;
    readonly total: Money;
  }[];
}
