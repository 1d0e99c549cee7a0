import type { Currency } from "#app/core/values/currency.ts";
import { money } from "#app/core/values/money.ts";
import type { StoredVariant, VariantPrice } from "../state/product.ts";
import { DEMO_SHOP } from "../state/shop-identity.ts";
import { converted } from "./markets.ts";

/** One piece, before tax, in one of the shop's currencies: the price fixed for it, else the shop's own by the rate. */
export function marketPrice(variant: StoredVariant, currency: string): VariantPrice {
  const own = (minor: number) => converted(money(minor, DEMO_SHOP.currency as Currency), currency);
  const fixed = variant.fixedPrices?.[currency];
  const price = fixed === undefined ? own(variant.priceMinor) : money(fixed, currency as Currency);
  const before = variant.compareAtMinor === undefined ? undefined : own(variant.compareAtMinor);
  return {
    price,
    compareAt: before && before.minor > price.minor ? before : undefined,
    isFixed: fixed !== undefined,
  };
}
