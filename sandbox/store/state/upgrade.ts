import type { Instant } from "#app/core/values/instant.ts";
import type { Customer } from "./customer.ts";
import { type Opening, onePerType, openingCollections, openingState } from "./opening-state.ts";
import type { StoredProduct, StoredVariant } from "./product.ts";
import type { State } from "./state.ts";

/** How snapshots were before collections, costs, metafields and customers' tags. */
export interface FirstState extends Omit<State, "version" | "collections" | "products" | "customers"> {
  readonly version: 1;
  readonly products: readonly (Omit<StoredProduct, "metafields" | "variants"> & {
    readonly variants: readonly Omit<StoredVariant, "costMinor">[];
  })[];
  readonly customers: readonly Omit<Customer, "tags" | "address">[];
}

/** The same shop with what has come to be known of products since: read from the catalogue; what was bought stays. */
export function upgraded(first: FirstState, opening: Opening, now: Instant): State {
  const fresh = openingState(opening, now);
  const products = first.products.map((product): StoredProduct => {
    const today = fresh.products.find(({ id }) => id === product.id);
    const costs = new Map(today?.variants.map(({ id, costMinor }) => [id, costMinor]));
    return {
      ...product,
      metafields: today?.metafields ?? [],
      variants: product.variants.map((variant) => ({ ...variant, costMinor: costs.get(variant.id) ?? null })),
    };
  });
  const ids = { ...fresh.ids, ...first.ids };
  // The fresh shop's collections name its own products; those deleted since are no longer in it.
  const collections = openingCollections(ids, opening.collections ?? onePerType(products), products, now);
  const customers = first.customers.map((customer): Customer => {
    const last = first.orders.findLast((order) => order.customerId === customer.id && order.shippingAddress);
    return { ...customer, tags: [], address: last?.shippingAddress };
  });
  return { ...first, version: 2, ids, products, collections, customers };
}
