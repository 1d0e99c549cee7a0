import type { SandboxProduct, SandboxVariant } from "../store/state/product.ts";
import { numberFrom } from "./seeded.ts";

/** One variant in so many has prices of its own abroad; of the lesser sellers one in so many is marked down. */
const FIXED_ONE_IN = 9;
const REDUCED_ONE_IN = 14;
const BEST_SELLERS_KEEP_THEIR_PRICE = 60;

/** What the merchant set for other currencies, and what a piece is said to have cost before: in round figures, as merchants do. */
export function marketPricesOf(
  { bestSellerRank }: SandboxProduct,
  { sku, priceMinor }: SandboxVariant,
): Pick<SandboxVariant, "fixedPrices" | "compareAtMinor"> {
  const isFixed = numberFrom(`abroad ${sku}`, FIXED_ONE_IN) === 0;
  const isReduced = bestSellerRank > BEST_SELLERS_KEEP_THEIR_PRICE && numberFrom(`sale ${sku}`, REDUCED_ONE_IN) === 0;
  return {
    ...(isFixed ? { fixedPrices: { EUR: upTo95(priceMinor * 1.15), JPY: Math.ceil((priceMinor * 2) / 50) * 50 } } : {}),
    ...(isReduced ? { compareAtMinor: upTo95(priceMinor * 1.25) } : {}),
  };
}

function upTo95(minor: number): number {
  return Math.ceil((minor + 5) / 100) * 100 - 5;
}
