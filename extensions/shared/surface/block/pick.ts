import { offerPriceOf } from "#app/core/decision/offer-price.ts";
import type { SurfaceOffer, SurfaceProduct, SurfaceVariant } from "#app/core/extract/surface-offer.ts";
import { type Money, times } from "#app/core/values/money.ts";

/** What the shopper has picked of an offer; of a bundle, whose items come together, its first item. */
export interface Pick {
  readonly product: SurfaceProduct;
  readonly variant: SurfaceVariant;
  readonly quantity: number;
}

/** What Shopify calls the variant of a product that has but one. */
const NO_VARIANTS = "Default Title";

/** One piece of the first variant: nothing beyond that is preselected. Undefined when there is nothing to pick. */
export function firstPick({ products: [product] }: SurfaceOffer): Pick | undefined {
  return product && pickOf(product);
}

/** Another product or variant keeps the quantity as far as that allows it. */
export function pickOf(product: SurfaceProduct, variantId?: string, quantity = 1): Pick | undefined {
  const variant = product.variants.find((one) => one.variantId === variantId) ?? product.variants[0];
  return variant && { product, variant, quantity: Math.max(1, Math.min(quantity, variant.quantityMost)) };
}

export function isBundle({ arrangement }: SurfaceOffer): boolean {
  return arrangement === "together";
}

/** The picked one, or every item of a bundle. */
export function pickedItems(offer: SurfaceOffer, pick: Pick): Pick[] {
  return isBundle(offer) ? offer.products.flatMap((product) => pickOf(product) ?? []) : [pick];
}

/** What a yes adds to a cart. */
export function cartItemsOf(offer: SurfaceOffer, pick: Pick): { variantId: string; quantity: number }[] {
  return pickedItems(offer, pick).map(({ product, variant, quantity }) => ({
    variantId: variant.variantId,
    quantity: quantity * product.pieces,
  }));
}

/** All of it, without the offer and with it. */
export function pricesOf(offer: SurfaceOffer, pick: Pick): { was: Money; now: Money } {
  const items = pickedItems(offer, pick);
  const { currency } = pick.variant.price;
  const total = (priceOf: (item: Pick) => Money) => ({
    minor: items.reduce((sum, item) => sum + priceOf(item).minor, 0),
    currency,
  });
  return { was: total(priceWithout), now: total((item) => priceWith(offer, item)) };
}

function priceWithout({ variant: { price }, quantity }: Pick): Money {
  return times(price, quantity);
}

/** Shopify rounds a percentage once for the whole line. */
function priceWith({ discount }: SurfaceOffer, item: Pick): Money {
  const { variant, quantity } = item;
  if (discount.kind === "percent") return offerPriceOf(priceWithout(item), discount);
  return times(variant.offerPrice, quantity);
}

/** The product, with its variant where that can't be chosen but matters. */
export function nameOf({ title, variants: [only, another] }: SurfaceProduct): string {
  return only && !another && only.title !== NO_VARIANTS ? `${title}, ${only.title}` : title;
}
