import { type Catalog, type CatalogProduct, canSell } from "../catalog/catalog.ts";
import type { Facts } from "../facts/facts.ts";
import type { Offer } from "../rules/rulebook.ts";
import type { GuardVerdict } from "./decision.ts";

/** Always on, whatever a rule says: the first guard that objects drops the candidate and says what it saw. */
export type Guard = (offer: Offer, facts: Facts, catalog: Catalog) => GuardVerdict | undefined;

/** Paid in another currency, the page never comes, and our prices are in the shop's. */
const shopCurrency: Guard = (_offer, { presentmentCurrency, total }) =>
  presentmentCurrency === total.currency
    ? undefined
    : { guard: "shop-currency", paidIn: presentmentCurrency, shopCurrency: total.currency };

const knownProduct: Guard = ({ source }, _facts, catalog) =>
  catalog.products.has(source.product) ? undefined : { guard: "known-product", product: source.product };

const available: Guard = ({ source }, _facts, catalog) => {
  const status = catalog.products.get(source.product)?.status;
  return status === undefined || status === "active"
    ? undefined
    : { guard: "available", product: source.product, status };
};

/** A product sold by subscription only needs the buyer's consent to one, which this offer does not ask for. */
const oneTimePurchase: Guard = ({ source }, _facts, catalog) =>
  catalog.products.get(source.product)?.requiresSellingPlan
    ? { guard: "one-time-purchase", product: source.product }
    : undefined;

/** Never what was just bought, in whichever variant. */
const notInPurchase: Guard = ({ source }, { lines }) =>
  lines.some(({ product }) => product === source.product)
    ? { guard: "not-in-purchase", product: source.product }
    : undefined;

const inStock: Guard = ({ source }, _facts, catalog) => {
  const product = catalog.products.get(source.product);
  return product && sellableVariants(product, source.variants).length === 0
    ? { guard: "in-stock", product: source.product, left: 0 }
    : undefined;
};

/** Our copy of a product is older than a change of the shop's currency: its price says nothing until it is read again. */
const pricedInShopCurrency: Guard = ({ source }, { total }, catalog) => {
  const pricedIn = catalog.products.get(source.product)?.variants.find(({ price }) => price.currency !== total.currency)
    ?.price.currency;
  return pricedIn
    ? { guard: "priced-in-shop-currency", product: source.product, pricedIn, shopCurrency: total.currency }
    : undefined;
};

/** A changeset carries the number alone: Shopify would charge 500 pounds where the merchant wrote 500 yen. */
const shippingInShopCurrency: Guard = ({ shipping }, { total }) =>
  shipping.kind === "price" && shipping.price.currency !== total.currency
    ? { guard: "shipping-in-shop-currency", pricedIn: shipping.price.currency, shopCurrency: total.currency }
    : undefined;

/** In the order they are asked: what can be mended least comes first, so that the reason told is the root one. */
export const guards: readonly Guard[] = [
  shopCurrency,
  knownProduct,
  available,
  oneTimePurchase,
  notInPurchase,
  inStock,
  pricedInShopCurrency,
  shippingInShopCurrency,
];

/** The variants an offer may show: those the rule names (else all), in that order, that one piece can be sold of. */
export function sellableVariants(
  product: CatalogProduct,
  named: Offer["source"]["variants"],
): CatalogProduct["variants"] {
  const chosen = named
    ? named.flatMap((id) => product.variants.find((variant) => variant.id === id) ?? [])
    : product.variants;
  return chosen.filter(({ stock }) => canSell(stock, 1));
}
