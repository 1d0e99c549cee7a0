import type { OrderAsRead } from "#app/core/attribution/attribution.ts";
import { type MarkedOffers, offersAt } from "#app/core/attribution/marked-offers.ts";
import type { Mark } from "#app/core/extract/mark.ts";
import { productsOf } from "#app/core/rules/products-named.ts";
import type { Offer, Rulebook } from "#app/core/rules/rulebook.ts";
import type { ProductId, PurchaseReference } from "#app/core/values/ids.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadCollections } from "#app/stores/collections.ts";
import type { Tenant } from "#app/stores/database.ts";
import { loadOrderOf } from "#app/stores/orders.ts";
import { loadVersion } from "#app/stores/rulebooks.ts";

/** Those of the order and its lines; anybody may have written them. */
function marksOf({ mark, lines }: Pick<OrderAsRead, "mark" | "lines">): Mark[] {
  return [...(mark ? [mark] : []), ...lines.flatMap((line) => line.mark ?? [])];
}

/** What it takes to tell whether the order's marks speak true; undefined where it has none. */
export async function markedOffersOf(tenant: Tenant, order: OrderAsRead): Promise<MarkedOffers | undefined> {
  const marks = marksOf(order);
  if (marks.length === 0) return undefined;
  const rulebooks = new Map<number, Rulebook>();
  for (const version of new Set(marks.map(({ version }) => version))) {
    const published = await loadVersion(tenant, version);
    if (published) rulebooks.set(version, published.rulebook);
  }
  const offersOf = ({ version, rule: id, step, surface }: Mark): Offer[] => {
    const rule = rulebooks.get(version)?.rules.find((one) => one.id === id);
    return rule?.surfaces.includes(surface) ? offersAt(rule.path, step) : [];
  };
  const purchases = new Map<PurchaseReference, OrderAsRead["lines"]>();
  for (const reference of new Set(marks.map(({ reference }) => reference))) {
    const before = reference === order.reference ? undefined : await loadOrderOf(tenant, reference);
    if (before) purchases.set(reference, before.order.lines);
  }
  const bought = [order.lines, ...purchases.values()].flat().flatMap(({ product }) => product ?? []);
  const offered = marks.flatMap(offersOf).flatMap(({ source }): ProductId[] => productsOf(source));
  const products = await loadCatalog(tenant, [...new Set([...bought, ...offered])]);
  const collections = await loadCollections(tenant);
  return {
    offersOf,
    products: new Map(products.map((product) => [product.id, product])),
    collections: new Map(collections.map((collection) => [collection.id, collection])),
    purchaseOf: ({ reference }) => purchases.get(reference),
  };
}
