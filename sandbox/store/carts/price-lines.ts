import type { Currency } from "#app/core/values/currency.ts";
import { minus, sum, times } from "#app/core/values/money.ts";
import type { PurchaseToDiscount } from "../discounts/purchase-to-discount.ts";
import { type WorkedOutDiscounts, workOutDiscounts } from "../discounts/work-out-discounts.ts";
import type { Engine } from "../engine.ts";
import { marketPrice } from "../markets/market-price.ts";
import { variantOf } from "../products.ts";
import type { PricedLine, StoredLine } from "../state/cart.ts";

type Undiscounted = Omit<PricedLine, "total" | "allocations">;

export interface PricedLines extends Omit<WorkedOutDiscounts, "allocations"> {
  readonly lines: readonly PricedLine[];
}

/** The lines whose variants the shop still has, at today's prices in a currency, before any discount. */
export function undiscounted(engine: Engine, lines: readonly StoredLine[], currency: string): Undiscounted[] {
  return lines.flatMap((line) => {
    const found = variantOf(engine, line.variantId);
    if (!found) return [];
    const { product, variant } = found;
    const { price, compareAt } = marketPrice(variant, currency);
    return [
      {
        ...line,
        productId: product.id,
        title: product.title,
        variantTitle: variant.title,
        handle: product.handle,
        picture: product.picture,
        sku: variant.sku,
        vendor: product.vendor,
        productType: product.type,
        options: variant.options,
        requiresShipping: variant.requiresShipping,
        isGiftCard: product.isGiftCard ?? false,
        unitPrice: price,
        compareAtPrice: compareAt,
        originalTotal: times(price, line.quantity),
      },
    ];
  });
}

/** The same with what discounts take off. */
export function discounted(
  engine: Engine,
  lines: readonly Undiscounted[],
  purchase: Omit<PurchaseToDiscount, "lines" | "requiresShipping">,
): PricedLines {
  const requiresShipping = lines.some((line) => line.requiresShipping);
  const { allocations, ...worked } = workOutDiscounts(engine, { ...purchase, lines, requiresShipping });
  return {
    ...worked,
    lines: lines.map((line, index) => {
      const taken = allocations[index] ?? [];
      const off = sum(
        taken.map(({ amount }) => amount),
        purchase.currency as Currency,
      );
      return { ...line, allocations: taken, total: minus(line.originalTotal, off) };
    }),
  };
}
