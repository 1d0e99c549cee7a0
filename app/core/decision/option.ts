import { type Catalog, type CatalogProduct, type CatalogVariant, canSell } from "../catalog/catalog.ts";
import type { GuardSettings, NamedProduct, Offer } from "../rules/rulebook.ts";
import type { ProductId, VariantId } from "../values/ids.ts";
import { type Money, minus, money, times } from "../values/money.ts";
import type { GuardVerdict } from "./decision.ts";
import { amountIn, bundlePricesOf, offerPriceOf } from "./offer-price.ts";

/** One thing that a source gives, as it stands in the shop's copy: all that can be said of it before a purchase is known. */
export interface Option {
  readonly product: ProductId;
  readonly item?: CatalogProduct;
  /** Pieces that belong together: more than 1 only in a bundle. */
  readonly pieces: number;
  /** Those that `pieces` can be sold of and that keep the margin floor, in the offer's order. */
  readonly variants: readonly CatalogVariant[];
  /** What the first of them costs with the offer, all pieces. */
  readonly price: Money;
  /** The guard that drops it whatever is bought. */
  readonly standing?: GuardVerdict;
  readonly needsShipping: boolean;
}

/** What a source names, with how much of it is wanted. */
export interface Wanted extends NamedProduct {
  readonly pieces?: number;
}

/**
 * The option, judged by every guard that needs no purchase. A variant below the margin floor is not offered beside those
 * that keep it; where none does, the first is what is told of.
 */
export function optionOf(wanted: Wanted, offer: Offer, catalog: Catalog, settings: GuardSettings | undefined): Option {
  const found = findIn(catalog, wanted);
  const offered = (variants: readonly CatalogVariant[]): Found => {
    const [first] = variants;
    return first ? { ...found, variants, price: offerPriceOf(first.price, offer.discount) } : found;
  };
  const keepsMargin = (variant: CatalogVariant) => !objectionOfMargin(offered([variant]), catalog, settings);
  const keeping = settings?.marginFloorPercent === undefined ? [] : found.variants.filter(keepsMargin);
  return judged(offered(keeping.length > 0 ? keeping : found.variants), catalog, settings);
}

/**
 * The items of a bundle, each in the one variant that is offered; its price, by which it is judged, is its share of what
 * the whole costs.
 */
export function bundleOf(
  items: readonly Wanted[],
  offer: Offer,
  catalog: Catalog,
  settings: GuardSettings | undefined,
): Option[] {
  const found = items.map((item) => findIn(catalog, item));
  const prices = bundlePricesOf(
    found.map(({ price }) => price),
    offer.discount,
  );
  return found.map((one, index) =>
    judged({ ...one, variants: one.variants.slice(0, 1), price: prices[index] ?? one.price }, catalog, settings),
  );
}

/** What is wanted as the shop's copy has it, not judged yet. */
type Found = Omit<Option, "standing" | "needsShipping">;

/** At what the first variant that can be sold costs without the offer. */
function findIn(catalog: Catalog, { product, variants: wanted, pieces = 1 }: Wanted): Found {
  const item = catalog.products.get(product);
  const variants = item ? named(item, wanted).filter(({ stock }) => canSell(stock, pieces)) : [];
  const [first] = variants;
  const price = first ? times(first.price, pieces) : money(0, catalog.shop.currency);
  return { product, ...(item ? { item } : {}), pieces, variants, price };
}

function judged(found: Found, catalog: Catalog, settings: GuardSettings | undefined): Option {
  const standing = standingObjection(found, catalog, settings);
  const needsShipping = found.variants.some(({ requiresShipping }) => requiresShipping);
  return { ...found, ...(standing ? { standing } : {}), needsShipping };
}

function named(item: CatalogProduct, variants: readonly VariantId[] | undefined): readonly CatalogVariant[] {
  return variants ? variants.flatMap((id) => item.variants.find((variant) => variant.id === id) ?? []) : item.variants;
}

/** In the order they are asked: what can be mended least comes first, so that the reason told is the root one. */
function standingObjection(
  found: Found,
  catalog: Catalog,
  settings: GuardSettings | undefined,
): GuardVerdict | undefined {
  const { product, item, variants, pieces } = found;
  if (!item) return { guard: "known-product", product };
  if (item.status !== "active") return { guard: "available", product, status: item.status };
  if (item.requiresSellingPlan) return { guard: "one-time-purchase", product };
  if (variants.length === 0) return { guard: "in-stock", product, wanted: pieces, left: leftOf(item) };
  const shopCurrency = catalog.shop.currency;
  const foreign = variants.find(({ price }) => price.currency !== shopCurrency)?.price.currency;
  if (foreign) return { guard: "priced-in-shop-currency", what: "product", product, pricedIn: foreign, shopCurrency };
  return objectionOfMargin(found, catalog, settings);
}

/** By the first variant; where its cost is not known, no floor is kept. */
function objectionOfMargin(
  { product, variants: [first], pieces, price }: Found,
  { shop: { currency } }: Catalog,
  { marginFloorPercent }: GuardSettings = {},
): GuardVerdict | undefined {
  if (marginFloorPercent === undefined || first?.cost?.currency !== currency || price.currency !== currency) return;
  const margin = minus(price, times(first.cost, pieces));
  const floor = price.minor * Math.round(marginFloorPercent * 100);
  if (margin.minor >= 0 && margin.minor * 10_000 >= floor) return;
  return { guard: "margin-floor", product, margin, least: money(Math.ceil(floor / 10_000), currency) };
}

function leftOf({ variants }: CatalogProduct): number {
  return variants.reduce((most, { stock }) => Math.max(most, "left" in stock ? stock.left : 0), 0);
}

/** What of the offer itself has no amount in the shop's currency: a changeset carries numbers alone. */
export function unpricedPart({ discount, shipping }: Offer, { shop }: Catalog): GuardVerdict | undefined {
  const amounts =
    discount.kind === "amount" ? discount.amounts : discount.kind === "fixed-price" ? discount.prices : undefined;
  const shopCurrency = shop.currency;
  const missing = (what: "discount" | "shipping", given: readonly Money[]): GuardVerdict | undefined =>
    amountIn(given, shopCurrency)
      ? undefined
      : {
          guard: "priced-in-shop-currency",
          what,
          pricedIn: given.map(({ currency }) => currency).join(", "),
          shopCurrency,
        };
  return (
    (amounts && missing("discount", amounts)) ??
    (shipping.kind === "price" ? missing("shipping", shipping.prices) : undefined)
  );
}
