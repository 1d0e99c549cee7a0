import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { Offer, Rulebook } from "#app/core/rules/rulebook.ts";
import { isOfferable, keepsMargin, offerPrice, type Proposed, toSell } from "./offers.ts";

/** One item of a bundle, all its pieces, in minor units of the shop's currency. */
export interface BundledItem {
  readonly product: string;
  readonly variant: string;
  readonly price: number;
  /** Its share of what the whole costs with the offer. */
  readonly paid: number;
  readonly cost?: number;
}

/** The items of a bundle of which the shop alone would let every one be shown; undefined if it would not. */
export function bundleOf(
  items: readonly Proposed[],
  offer: Offer,
  rulebook: Rulebook,
  catalog: Catalog,
): BundledItem[] | undefined {
  if (!items.every((item) => isOfferable(item, offer, rulebook, catalog))) return undefined;
  const variants = items.map((item) => toSell(item, offer, catalog)[0]);
  const prices = items.map(({ pieces }, index) => (variants[index]?.price.minor ?? 0) * pieces);
  const paid = shares(prices, offer, catalog);
  const bundled = items.map(({ product, pieces }, index): BundledItem => {
    const cost = variants[index]?.cost?.minor;
    return {
      product,
      variant: variants[index]?.id ?? "",
      price: prices[index] ?? 0,
      paid: paid[index] ?? 0,
      ...(cost !== undefined && { cost: cost * pieces }),
    };
  });
  const keepMargin = bundled.every(({ paid, cost }) => keepsMargin(paid, cost, rulebook.guards?.marginFloorPercent));
  return keepMargin ? bundled : undefined;
}

/**
 * A percentage is signed for each item and rounded there (docs/decisions/0005). An amount, or a price for the whole, takes
 * off each item in proportion to its price: whole minor units, those left over going to who lost most by rounding down.
 */
function shares(prices: readonly number[], offer: Offer, catalog: Catalog): number[] {
  if (offer.discount.kind === "percent") return prices.map((price) => offerPrice(price, offer, catalog));
  const whole = prices.reduce((sum, price) => sum + price, 0);
  const off = whole - offerPrice(whole, offer, catalog);
  if (off === 0) return [...prices];
  const exact = prices.map((price) => ({ down: Math.floor((off * price) / whole), rest: (off * price) % whole }));
  let left = off - exact.reduce((sum, { down }) => sum + down, 0);
  const taken = exact.map(({ down }) => down);
  while (left-- > 0) {
    const most = exact.reduce((best, { rest }, index) => (rest > (exact[best]?.rest ?? 0) ? index : best), 0);
    taken[most] = (taken[most] ?? 0) + 1;
    exact[most] = { down: 0, rest: -1 };
  }
  return prices.map((price, index) => price - (taken[index] ?? 0));
}
