import type { CatalogProduct, CatalogVariant } from "../catalog/catalog.ts";
import type { Facts } from "../facts/facts.ts";
import { triggersOf } from "../rules/products-named.ts";
import type { Discount, Offer, Rule } from "../rules/rulebook.ts";
import { type Money, minus, percentOf } from "../values/money.ts";
import type { ChosenOffer, OfferedVariant } from "./decision.ts";
import { sellableVariants } from "./guards.ts";

/** The rule's offer with the product as it stands now: everything that the ticket and the screen need. */
export function chosenOffer(rule: Rule, product: CatalogProduct, facts: Facts, rulebookVersion: number): ChosenOffer {
  const { offer } = rule.path;
  const triggers = triggersOf(rule.when);
  const because = facts.lines.find((line) => triggers.has(line.product))?.productTitle;
  return {
    rule: rule.id,
    ruleName: rule.name,
    rulebookVersion,
    product: product.id,
    productTitle: product.title,
    ...(product.image ? { image: product.image } : {}),
    variants: sellableVariants(product, offer.source.variants).map((variant) => offeredVariant(variant, offer)),
    discountPercent: percentIn(offer.discount),
    shipping: offer.shipping,
    words: offer.words,
    ...(because === undefined ? {} : { because }),
  };
}

/** What one piece costs with the offer: the discount is rounded half away from zero to the minor unit. */
export function offerPriceOf(price: Money, discountPercent: number): Money {
  return minus(price, percentOf(price, discountPercent));
}

export function percentIn(discount: Discount): number {
  return discount.kind === "percent" ? discount.percent : 0;
}

function offeredVariant({ id, title, options, price, stock, image }: CatalogVariant, offer: Offer): OfferedVariant {
  return {
    variant: id,
    title,
    options,
    price,
    offerPrice: offerPriceOf(price, percentIn(offer.discount)),
    quantityMost: stock.kind === "tracked" ? Math.min(offer.quantityMost, stock.left) : offer.quantityMost,
    ...(image ? { image } : {}),
  };
}
