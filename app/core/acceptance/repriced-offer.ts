import type { Catalog } from "../catalog/catalog.ts";
import type { ChosenOffer, OfferedProduct, OfferedVariant } from "../decision/decision.ts";
import type { Money } from "../values/money.ts";
import type { Ticket } from "./acceptance.ts";
import { chargesFor, variantNow } from "./priced-now.ts";

/**
 * The ticket's offer as it stands now: the same products and variants at today's prices, without those that can't be
 * sold any more. Undefined when none is left, and for a bundle when one of its items is missing. Its limits never grow:
 * what the merchant allowed when the offer was made, or the stock now if less.
 */
export function repricedOffer(
  { offer, discount }: Pick<Ticket, "offer" | "discount">,
  { catalog }: { readonly catalog: Pick<Catalog, "products"> },
): ChosenOffer | undefined {
  const standing = offer.products
    .map((product) => ({ product, variants: sellableNow(product, catalog) }))
    .filter(({ variants }) => variants.length > 0);
  if (standing.length === 0) return undefined;
  if (offer.arrangement === "together" && standing.length < offer.products.length) return undefined;
  const prices = standing.flatMap(({ variants }) => variants.map(({ price }) => price));
  const charges = chargesFor(prices, offer, discount);
  let priced = 0;
  const offerPriceOfNext = (price: Money) => charges[priced++] ?? price;
  const products = standing.map(({ product, variants }) => ({
    ...product,
    variants: variants.map((variant) => ({ ...variant, offerPrice: offerPriceOfNext(variant.price) })),
  }));
  return { ...offer, products };
}

function sellableNow(product: OfferedProduct, catalog: Pick<Catalog, "products">): OfferedVariant[] {
  return product.variants.flatMap((shown) => {
    const now = variantNow(product, shown, 1, catalog);
    return now.kind === "sellable"
      ? [{ ...shown, price: now.price, quantityMost: Math.min(shown.quantityMost, now.left) }]
      : [];
  });
}
