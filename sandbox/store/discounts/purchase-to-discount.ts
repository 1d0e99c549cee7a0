import type { Money } from "#app/core/values/money.ts";
import { belongsTo } from "../collections.ts";
import type { Engine } from "../engine.ts";
import type { Items } from "../state/discount.ts";

/** What discounts are worked out on, all of it in the shopper's currency. */
export interface PurchaseToDiscount {
  readonly lines: readonly LineToDiscount[];
  readonly currency: string;
  readonly codes: readonly string[];
  /** Signed in, or known by the e-mail address; undefined while nobody is. */
  readonly customerId: number | undefined;
  readonly country: string;
  /** What sending costs; undefined while it is not chosen, or when nothing is sent. */
  readonly shipping: Money | undefined;
  readonly requiresShipping: boolean;
}

export interface LineToDiscount {
  readonly variantId: number;
  readonly productId: number;
  readonly quantity: number;
  readonly unitPrice: Money;
}

export function isEntitled(engine: Engine, items: Items, { productId, variantId }: LineToDiscount): boolean {
  if (items.kind === "all") return true;
  if (items.productIds.includes(productId) || items.variantIds.includes(variantId)) return true;
  if (items.collectionIds.length === 0) return false;
  const product = engine.state.products.find(({ id }) => id === productId);
  return engine.state.collections.some(
    (collection) => product && items.collectionIds.includes(collection.id) && belongsTo(product, collection),
  );
}
