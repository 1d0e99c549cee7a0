import type { CatalogProduct } from "../catalog/catalog.ts";
import { canSell } from "../catalog/catalog.ts";
import { offerPriceOf } from "../decision/chosen-offer.ts";
import type { ChosenOffer, OfferedVariant } from "../decision/decision.ts";

/**
 * The offer as it stands now: the same variants at today's prices, without those that can't be sold any more. Undefined
 * when none is left. Its limits never grow: what the merchant allowed when the offer was made, or the stock now if less.
 */
export function repricedOffer(offer: ChosenOffer, product: CatalogProduct): ChosenOffer | undefined {
  const variants = offer.variants.flatMap((shown) => repricedVariant(shown, offer.discountPercent, product));
  return product.status === "active" && variants.length > 0 ? { ...offer, variants } : undefined;
}

function repricedVariant(shown: OfferedVariant, discountPercent: number, product: CatalogProduct): OfferedVariant[] {
  const now = product.variants.find(({ id }) => id === shown.variant);
  if (!now || !canSell(now.stock, 1)) return [];
  const { price, stock } = now;
  const quantityMost = stock.kind === "tracked" ? Math.min(shown.quantityMost, stock.left) : shown.quantityMost;
  return [{ ...shown, price, offerPrice: offerPriceOf(price, discountPercent), quantityMost }];
}
