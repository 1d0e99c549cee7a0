import type { Catalog, CatalogVariant } from "#app/core/catalog/catalog.ts";
import type { Facts, PurchaseLine } from "#app/core/facts/facts.ts";
import type { ConditionSpec } from "#app/core/rules/conditions/index.ts";
import type { Clause, Offer, Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, VariantId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import { holds } from "./conditions.ts";

/** One product that a source proposes, of which so many pieces belong together. */
export interface Proposed {
  readonly product: ProductId;
  readonly variants?: readonly VariantId[];
  readonly pieces: number;
}

/** What the shopper would see of one product. */
export interface Seen {
  readonly product: ProductId;
  readonly variants: readonly {
    readonly variant: VariantId;
    readonly price: number;
    readonly offerPrice: number;
    readonly quantityMost: number;
  }[];
}

const COLLECTION_MOST = 50;

/** What the source proposes, in order; of a random collection the order means nothing. */
export function proposedBy(
  { when, path: { offer } }: Rule,
  facts: Facts,
  rulebook: Rulebook,
  catalog: Catalog,
): Proposed[] {
  const { source } = offer;
  const once = (products: readonly ProductId[]) => products.map((product) => ({ product, pieces: 1 }));
  const again = (lines: readonly PurchaseLine[]) =>
    lines.map(({ product, variant }) => ({ product, variants: [variant], pieces: 1 }));
  switch (source.kind) {
    case "named":
    case "choice":
      return source.products.map((named) => ({ ...named, pieces: 1 }));
    case "bundle":
      return source.items.map(({ product, variant, quantity }) => ({
        product,
        ...(variant && { variants: [variant] }),
        pieces: quantity,
      }));
    case "collection": {
      const listed = (catalog.collections.get(source.collection)?.products ?? []).slice(0, COLLECTION_MOST);
      if (source.order !== "cheapest") return once(listed);
      const cost = (product: ProductId) => {
        const [first] = worthSelling({ product, pieces: 1 }, offer, rulebook, catalog);
        return first ? offerPrice(first.price.minor, offer, catalog) : Number.POSITIVE_INFINITY;
      };
      return once(
        [...listed].sort((left, right) => (cost(left) < cost(right) ? -1 : cost(left) > cost(right) ? 1 : 0)),
      );
    }
    case "same-again": {
      const [first] = facts.lines;
      const line = triggerLine(when, facts, catalog) ?? first;
      return again(line ? [line] : []);
    }
    case "from-purchase": {
      const sign = source.which === "dearest" ? -1 : 1;
      const byPiece = [...facts.lines].sort(
        (left, right) => sign * (left.total.minor * right.quantity - right.total.minor * left.quantity),
      );
      return again(byPiece.slice(0, 1));
    }
    case "complementary": {
      const lists = facts.lines.flatMap(({ product }) => catalog.products.get(product)?.complementary ?? []);
      return once([...new Set(lists)]);
    }
    case "suggestions":
    case "next-journey-step":
      return [];
  }
}

/** What is proposed for every purchase alike: only that can be worth something before a purchase is known. */
export function isAlikeForAll({ source }: Offer): boolean {
  if (source.kind === "collection") return source.order !== "random";
  return source.kind === "named" || source.kind === "choice" || source.kind === "bundle";
}

/** The first line that has one of the values which a condition on lines asks for, where that can make the rule fit. */
function triggerLine(when: Clause, facts: Facts, catalog: Catalog): PurchaseLine | undefined {
  const conditions = conditionsOnLines(when);
  return facts.lines.find((line) =>
    conditions.some((spec) => holds(spec, { ...facts, lines: [line] }, catalog) === true),
  );
}

function conditionsOnLines(clause: Clause): ConditionSpec[] {
  if ("all" in clause) return clause.all.flatMap(conditionsOnLines);
  if ("any" in clause) return clause.any.flatMap(conditionsOnLines);
  if ("none" in clause) return [];
  return "lines" in clause && clause.lines !== "none" ? [{ ...clause, lines: "any" }] : [];
}

function isThere({ stock }: CatalogVariant, pieces: number): boolean {
  if (stock.kind === "unavailable") return false;
  return stock.kind !== "tracked" || stock.left >= pieces;
}

/** The variants that can be sold, in the offer's order; of a bundle's item the first alone. */
export function toSell({ product, variants, pieces }: Proposed, offer: Offer, catalog: Catalog): CatalogVariant[] {
  const all = catalog.products.get(product)?.variants ?? [];
  const meant = variants ? variants.flatMap((id) => all.filter((one) => one.id === id)) : all;
  const there = meant.filter((variant) => isThere(variant, pieces));
  return offer.source.kind === "bundle" ? there.slice(0, 1) : there;
}

/** Those of them that leave the margin that is asked for; a bundle is asked as a whole. */
export function worthSelling(
  proposed: Proposed,
  offer: Offer,
  { guards }: Rulebook,
  catalog: Catalog,
): CatalogVariant[] {
  const there = toSell(proposed, offer, catalog);
  if (offer.source.kind === "bundle") return there;
  return there.filter(({ price, cost }) =>
    keepsMargin(offerPrice(price.minor, offer, catalog), cost?.minor, guards?.marginFloorPercent),
  );
}

/** Whether the product may be shown as far as the shop alone decides. */
export function isOfferable(proposed: Proposed, offer: Offer, rulebook: Rulebook, catalog: Catalog): boolean {
  const product = catalog.products.get(proposed.product);
  if (product?.status !== "active" || product.requiresSellingPlan) return false;
  if (toSell(proposed, offer, catalog).some(({ price }) => price.currency !== catalog.shop.currency)) return false;
  return worthSelling(proposed, offer, rulebook, catalog).length > 0;
}

/** Where the cost is known, so much of what is paid stays after it. */
export function keepsMargin(paid: number, cost: number | undefined, percent: number | undefined): boolean {
  if (cost === undefined || percent === undefined) return true;
  return paid >= cost && (paid - cost) * 10_000 >= paid * Math.round(percent * 100);
}

/** Whether the purchase stands in the way of showing the product. */
export function isInTheWay(
  proposed: Proposed,
  rule: Rule,
  facts: Facts,
  rulebook: Rulebook,
  catalog: Catalog,
): boolean {
  const { offer } = rule.path;
  const product = catalog.products.get(proposed.product);
  const isAgain = offer.source.kind === "same-again" || offer.source.kind === "from-purchase";
  const bought = facts.lines.map((line) => line.product);
  if (!isAgain && bought.includes(proposed.product)) return true;
  if (!isAgain && bought.some((one) => product?.components.includes(one))) return true;
  if (!isAgain && bought.some((one) => catalog.products.get(one)?.components.includes(proposed.product))) return true;
  const before = facts.history?.orders.some(
    ({ reference, products }) => reference !== facts.reference && products.includes(proposed.product),
  );
  if (before && !isAgain && !offer.evenIfBoughtBefore) return true;
  const { shipsTo } = catalog.shop;
  const country = facts.destinationCountry;
  const isSent = worthSelling(proposed, offer, rulebook, catalog).some(({ requiresShipping }) => requiresShipping);
  if (isSent && shipsTo && country !== undefined && !shipsTo.includes(country)) return true;
  return affordable(proposed, rule, facts, rulebook, catalog).length === 0;
}

/** Those of them that cost no more than the merchant lets an offer to this purchase cost; a bundle is asked as a whole. */
function affordable(
  proposed: Proposed,
  { path: { offer } }: Rule,
  facts: Facts,
  rulebook: Rulebook,
  catalog: Catalog,
): CatalogVariant[] {
  const worth = worthSelling(proposed, offer, rulebook, catalog);
  const cap = rulebook.guards?.priceCapPercent;
  if (cap === undefined || offer.source.kind === "bundle") return worth;
  return worth.filter(({ price }) => !isAboveCap(offerPrice(price.minor, offer, catalog), facts, cap));
}

export function isAboveCap(price: number, { subtotal }: Facts, percent: number): boolean {
  return price * 10_000 > subtotal.minor * Math.round(percent * 100);
}

/** What is paid for what costs `price`: minor units of the shop's currency. */
export function offerPrice(price: number, { discount }: Offer, { shop }: Catalog): number {
  const own = (amounts: readonly Money[]) => amounts.find(({ currency }) => currency === shop.currency)?.minor ?? 0;
  switch (discount.kind) {
    case "none":
      return price;
    case "percent":
      return price - roundedShare(price, discount.percent);
    case "amount":
      return Math.max(0, price - own(discount.amounts));
    case "fixed-price":
      return Math.min(price, own(discount.prices));
  }
}

/** Half away from zero; what is shared is never negative here. */
export function roundedShare(amount: number, percent: number): number {
  const hundredths = BigInt(Math.round(percent * 100));
  return Number((BigInt(amount) * hundredths * 2n + 10_000n) / 20_000n);
}

/** Whether discount and shipping have amounts in the shop's currency. */
export function isPriced({ discount, shipping }: Offer, { shop }: Catalog): boolean {
  const has = (amounts: readonly Money[]) => amounts.some(({ currency }) => currency === shop.currency);
  if (discount.kind === "amount" && !has(discount.amounts)) return false;
  if (discount.kind === "fixed-price" && !has(discount.prices)) return false;
  return shipping.kind === "free" || has(shipping.prices);
}

export function seenOf(proposed: Proposed, rule: Rule, facts: Facts, rulebook: Rulebook, catalog: Catalog): Seen {
  const { offer } = rule.path;
  return {
    product: proposed.product,
    variants: affordable(proposed, rule, facts, rulebook, catalog).map(({ id, price, stock }) => ({
      variant: id,
      price: price.minor,
      offerPrice: offerPrice(price.minor, offer, catalog),
      quantityMost: stock.kind === "tracked" ? Math.min(offer.quantityMost, stock.left) : offer.quantityMost,
    })),
  };
}
