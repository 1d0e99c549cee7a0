import { type Catalog, canSell } from "../catalog/catalog.ts";
import type { ChosenOffer, OfferedProduct, OfferedVariant } from "../decision/decision.ts";
import { bundlePricesOf, offerPriceOf } from "../decision/offer-price.ts";
import type { Discount } from "../rules/rulebook.ts";
import { type Money, times } from "../values/money.ts";

/** An offered variant held against the shop's copy as it stands now. */
export type VariantNow =
  /** `price` is for the product's `pieces` together, without the offer. */
  | { readonly kind: "sellable"; readonly price: Money; readonly left: number }
  /** Also when it is sold in another currency by now: what was shown has no price any more. */
  | { readonly kind: "gone" }
  | { readonly kind: "sold-out" };

/** `quantity` is how many times the product's pieces are wanted. */
export function variantNow(
  { product, pieces }: OfferedProduct,
  shown: OfferedVariant,
  quantity: number,
  { products }: Pick<Catalog, "products">,
): VariantNow {
  const item = products.get(product);
  const now = item?.variants.find(({ id }) => id === shown.variant);
  if (item?.status !== "active" || now?.price.currency !== shown.offerPrice.currency) return { kind: "gone" };
  if (!canSell(now.stock, pieces * quantity)) return { kind: "sold-out" };
  const left = now.stock.kind === "tracked" ? Math.floor(now.stock.left / pieces) : Number.POSITIVE_INFINITY;
  return { kind: "sellable", price: times(now.price, pieces), left };
}

/** What each of these costs with the offer: one of several on its own, the parts of a bundle by what the whole costs. */
export function chargesFor(
  prices: readonly Money[],
  { arrangement }: Pick<ChosenOffer, "arrangement">,
  discount: Discount,
): readonly Money[] {
  return arrangement === "together"
    ? bundlePricesOf(prices, discount)
    : prices.map((price) => offerPriceOf(price, discount));
}
