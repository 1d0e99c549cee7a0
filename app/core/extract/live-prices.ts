import type { Catalog, CatalogProduct, CatalogVariant, ProductImage, Stock } from "../catalog/catalog.ts";
import { bundlePricesOf, offerPriceOf } from "../decision/offer-price.ts";
import type { Currency } from "../values/currency.ts";
import { type Money, times } from "../values/money.ts";
import type { SurfaceOffer, SurfaceProduct } from "./surface-offer.ts";

/** A variant as the storefront sells it to this shopper now: in their currency, market and language. */
export interface LiveVariant {
  readonly variantId: string;
  /** Of one piece. */
  readonly price: Money;
  readonly compareAt?: Money;
  readonly isForSale: boolean;
  /** The variant's own, "Rose / Large". */
  readonly title?: string;
  readonly productTitle?: string;
  readonly image?: ProductImage;
}

/** By the variant's numeric id; empty where the storefront could not be read. */
export type LivePrices = ReadonlyMap<string, LiveVariant>;

/**
 * The shop's copy at the prices that this shopper sees, its currency theirs. What the storefront was asked for and does not
 * tell of is not sold to them. Where it could not be read, prices in `currency` stand as they are, and nothing else is sold.
 */
export function repriced({ shop, products, collections }: Catalog, live: LivePrices, currency: Currency): Catalog {
  const now = [...products].map(([id, product]) => [id, productNow(product, live, currency)] as const);
  return { shop: { ...shop, currency }, products: new Map(now), collections };
}

function productNow(product: CatalogProduct, live: LivePrices, currency: Currency): CatalogProduct {
  const title = product.variants.map(({ id }) => live.get(id)?.productTitle).find((told) => told !== undefined);
  return {
    ...product,
    title: title ?? product.title,
    variants: product.variants.map((variant) => variantNow(variant, live, currency)),
  };
}

function variantNow(variant: CatalogVariant, live: LivePrices, currency: Currency): CatalogVariant {
  const now = live.get(variant.id);
  const price = now?.price ?? variant.price;
  const isSold = price.currency === currency && (live.size === 0 || now?.isForSale);
  // What is not sold has no price to tell; one in the shopper's currency keeps it from being called priced in another.
  if (!isSold) return { ...variant, price: { minor: 0, currency }, stock: { kind: "unavailable" } };
  const { compareAtPrice: _published, ...rest } = variant;
  return {
    ...rest,
    price,
    stock: now ? stockNow(variant.stock) : variant.stock,
    ...(now?.compareAt ? { compareAtPrice: now.compareAt } : {}),
    ...(now?.title === undefined ? {} : { title: now.title }),
    ...(now?.image ? { image: now.image } : {}),
  };
}

/** The storefront sells it: how many are left is as the shop's copy has it, unless that says none. */
function stockNow(stock: Stock): Stock {
  return stock.kind === "unavailable" || (stock.kind === "tracked" && stock.left < 1) ? { kind: "untracked" } : stock;
}

/**
 * The same offer at the shopper's own prices; without what is not sold to them. Undefined where nothing is left of it, where
 * a bundle is not whole, and where what it takes off is an amount of another currency: Shopify would convert that by its
 * own rate.
 */
export function priceIn(offer: SurfaceOffer, live: LivePrices, currency: Currency): SurfaceOffer | undefined {
  const isIn = offer.products.every(({ variants }) => variants.every(({ price }) => price.currency === currency));
  if (!isIn && (offer.discount.kind === "amount" || offer.discount.kind === "fixed-price")) return undefined;
  if (live.size === 0) return isIn ? offer : undefined;
  const products = offer.products
    .map((product) => ({ ...product, ...shownNow(product, live, currency) }))
    .filter(({ variants }) => variants.length > 0);
  const isWhole = offer.arrangement === "one-of" || products.length === offer.products.length;
  if (products.length === 0 || !isWhole) return undefined;
  const prices = products.flatMap(({ variants }) => variants.map(({ price }) => price));
  const asked =
    offer.arrangement === "together"
      ? bundlePricesOf(prices, offer.discount)
      : prices.map((price) => offerPriceOf(price, offer.discount));
  let next = 0;
  return {
    ...offer,
    products: products.map((product) => ({
      ...product,
      variants: product.variants.map((variant) => ({ ...variant, offerPrice: asked[next++] ?? variant.price })),
    })),
  };
}

function shownNow(
  { pieces, title, variants }: SurfaceProduct,
  live: LivePrices,
  currency: Currency,
): Pick<SurfaceProduct, "title" | "variants"> {
  const sold = variants.flatMap((variant) => {
    const now = live.get(variant.variantId);
    if (!now?.isForSale || now.price.currency !== currency) return [];
    return [{ now, shown: { ...variant, price: times(now.price, pieces) } }];
  });
  return {
    title: sold[0]?.now.productTitle ?? title,
    variants: sold.map(({ now, shown }) => ({
      ...shown,
      title: now.title ?? shown.title,
      ...(now.image ? { image: now.image } : {}),
    })),
  };
}
