import type { Instant } from "#app/core/values/instant.ts";
import { newLineId } from "../carts/lines.ts";
import { converted } from "../markets/markets.ts";
import type { StoredLine } from "./cart.ts";
import type { StoredCheckout } from "./checkout.ts";
import type { Customer } from "./customer.ts";
import { type Opening, onePerType, openingCollections, openingState } from "./opening-state.ts";
import type { DiscountApplication, Order, OrderLine } from "./order.ts";
import type { StoredProduct, StoredVariant } from "./product.ts";
import type { State } from "./state.ts";

type NewInThird = "carts" | "discounts" | "metafields" | "metafieldDefinitions" | "placements" | "sessions";

/** How snapshots were before carts, discounts and metafields of apps. */
export interface SecondState extends Omit<State, "version" | "checkouts" | "orders" | NewInThird> {
  readonly version: 2;
  readonly checkouts: Readonly<Record<string, SecondCheckout>>;
  readonly orders: readonly SecondOrder[];
}

type SecondCheckout = Omit<StoredCheckout, "lines" | "attributes" | "note" | "codes" | "customerId"> & {
  readonly lines: readonly Pick<StoredLine, "variantId" | "quantity">[];
};

/** Every amount was in the shop's currency. */
type SecondOrder = Omit<Order, "attributes" | "note" | "discountCodes" | "discounts" | "lines"> & {
  readonly discounts: readonly Omit<DiscountApplication, "kind" | "target" | "selection">[];
  readonly lines: readonly Omit<OrderLine, "attributes">[];
};

/** How snapshots were before collections, costs, metafields and customers' tags. */
export interface FirstState extends Omit<SecondState, "version" | "collections" | "products" | "customers"> {
  readonly version: 1;
  readonly products: readonly (Omit<StoredProduct, "metafields" | "variants"> & {
    readonly variants: readonly Omit<StoredVariant, "costMinor">[];
  })[];
  readonly customers: readonly Omit<Customer, "tags" | "address">[];
}

/** The same shop with what has come to be known of products since: read from the catalogue; what was bought stays. */
export function upgraded(kept: FirstState | SecondState, opening: Opening, now: Instant): State {
  const second = kept.version === 1 ? withCollections(kept, opening, now) : kept;
  const fresh = openingState(opening, now);
  const today = new Map(fresh.products.flatMap(({ variants }) => variants.map((variant) => [variant.id, variant])));
  const pricesOf = ({ id }: StoredVariant) => {
    const { compareAtMinor, fixedPrices } = today.get(id) ?? {};
    return { ...(compareAtMinor && { compareAtMinor }), ...(fixedPrices && { fixedPrices }) };
  };
  return {
    ...fresh,
    ...second,
    version: 3,
    ids: { ...fresh.ids, ...second.ids },
    products: second.products.map((product) => ({
      ...product,
      variants: product.variants.map((variant) => ({ ...variant, ...pricesOf(variant) })),
    })),
    checkouts: Object.fromEntries(
      Object.entries(second.checkouts).map(([token, checkout]) => [token, thirdCheckout(checkout)]),
    ),
    orders: second.orders.map(thirdOrder),
  };
}

function thirdCheckout(checkout: SecondCheckout): StoredCheckout {
  const lines = checkout.lines.map((line) => ({ id: newLineId(), attributes: [], ...line }));
  return { attributes: [], note: "", codes: [], customerId: undefined, ...checkout, lines };
}

function thirdOrder(order: SecondOrder): Order {
  const third: Order = {
    attributes: [],
    note: "",
    discountCodes: [],
    ...order,
    discounts: order.discounts.map((discount) => ({
      kind: "manual",
      target: "line_item",
      selection: "explicit",
      ...discount,
    })),
    lines: order.lines.map((line) => ({ ...line, attributes: [] })),
  };
  return order.presentmentCurrency === order.currency ? third : inCurrency(third, order.presentmentCurrency);
}

/** Every amount in it, however deep, in another currency. */
function inCurrency<Value>(value: Value, currency: string): Value {
  if (typeof value !== "object" || value === null) return value;
  if ("minor" in value && "currency" in value) {
    return converted(value as unknown as Parameters<typeof converted>[0], currency) as Value;
  }
  if (Array.isArray(value)) return value.map((each) => inCurrency(each, currency)) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inCurrency(each, currency)])) as Value;
}

function withCollections(first: FirstState, opening: Opening, now: Instant): SecondState {
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
