import type { OfferView } from "#app/contracts/post-purchase.ts";
import { say, type Words } from "./words.ts";

export type OfferedProduct = OfferView["products"][number];
type OfferedVariant = OfferedProduct["variants"][number];

/** What the shopper has picked of a choice; of a bundle, whose items come together, its first item. */
export interface Pick {
  product: OfferedProduct;
  variant: OfferedVariant;
  quantity: number;
}

/** One piece of the first variant: nothing beyond that is preselected. Undefined when the offer has nothing to pick. */
export function firstPick({ products }: OfferView): Pick | undefined {
  const product = products[0];
  return product && pickOf(product);
}

/** Another product or variant keeps the quantity as far as that allows it. Undefined for a product without variants. */
export function pickOf(product: OfferedProduct, variant = product.variants[0], quantity = 1): Pick | undefined {
  return variant && { product, variant, quantity: Math.min(quantity, variant.quantityMost) };
}

/** The same pick in an offer that has changed meanwhile, or its first one when the variant is gone. */
export function samePick({ variant: picked, quantity }: Pick, offer: OfferView): Pick | undefined {
  for (const product of offer.products) {
    for (const variant of product.variants) {
      if (variant.variantId === picked.variantId) return pickOf(product, variant, quantity);
    }
  }
  return firstPick(offer);
}

/** What a yes adds: the picked one, or every item of a bundle. */
export function itemsOf(offer: OfferView, pick: Pick): Pick[] {
  return isBundle(offer) ? offer.products.map((product) => pickOf(product) as Pick) : [pick];
}

/** How many pieces of the variant that is: an item of a bundle can be several. */
export function piecesIn({ product, quantity }: Pick): number {
  return quantity * product.pieces;
}

export function isBundle({ arrangement }: OfferView): boolean {
  return arrangement === "together";
}

/** The product, and its variant where that can't be chosen but matters. */
export function nameOf({ title, variants }: OfferedProduct): string {
  const [only, another] = variants;
  return only && !another && only.title !== NO_VARIANTS ? `${title}, ${only.title}` : title;
}

/** What the offer is called: the picked product, or the bundle. */
export function titleOf(offer: OfferView, { product }: Pick, words: Words): string {
  return isBundle(offer) ? say(words.together, offer.products.length) : nameOf(product);
}

/** What Shopify calls the variant of a product that has but one. */
const NO_VARIANTS = "Default Title";
