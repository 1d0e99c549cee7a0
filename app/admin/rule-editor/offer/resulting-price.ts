import { bundlePricesOf, offerPriceOf } from "#app/core/decision/offer-price.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import { type Money, sum, times } from "#app/core/values/money.ts";
import type { PickedProduct } from "../../rules/picked-product.ts";
import { type Chosen, chosenIn, discountIn, type OfferDocument } from "./offer-document.ts";

/** What something costs without the offer and with it. */
export interface ResultingPrice {
  readonly was: Money;
  readonly now: Money;
  /** Others of its variants cost more. */
  readonly isLowest: boolean;
}

type Products = ReadonlyMap<ProductId, PickedProduct>;

/** Each product that the offer names, at the price it comes to; undefined where no price is known or the discount is none. */
export function resultingPrices(offer: OfferDocument, products: Products): readonly (ResultingPrice | undefined)[] {
  const discount = discountIn(offer.discount);
  return chosenIn(offer.source).map((one) => {
    const { lowest, isLowest } = shopPrice(one, products) ?? {};
    return discount && lowest && { was: lowest, now: offerPriceOf(lowest, discount), isLowest: isLowest === true };
  });
}

/** What a bundle comes to: together what its parts are charged at. */
export function priceOfBundle(offer: OfferDocument, products: Products): ResultingPrice | undefined {
  const discount = discountIn(offer.discount);
  const prices = chosenIn(offer.source).map((one) => {
    const price = shopPrice(one, products)?.lowest;
    return price && Number.isInteger(one.quantity) ? times(price, one.quantity as number) : undefined;
  });
  const known = prices.filter((price) => price !== undefined);
  const [first] = known;
  if (!discount || !first || known.length < prices.length) return undefined;
  if (known.some(({ currency }) => currency !== first.currency)) return undefined;
  return {
    was: sum(known, first.currency),
    now: sum(bundlePricesOf(known, discount), first.currency),
    isLowest: false,
  };
}

function shopPrice({ product, variants = [] }: Chosen, products: Products) {
  const prices = (products.get(product)?.variants ?? [])
    .filter(({ id }) => variants.length === 0 || variants.includes(id))
    .flatMap(({ price }) => price ?? []);
  const [first, ...others] = prices;
  if (!first) return undefined;
  const lowest = others.reduce((least, price) => (price.minor < least.minor ? price : least), first);
  return { lowest, isLowest: others.some(({ minor }) => minor !== first.minor) };
}
