import type { OrderAsRead } from "#app/core/attribution/attribution.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { CustomerId, OrderId, VariantId } from "#app/core/values/ids.ts";
import { isMoreThan } from "#app/core/values/money.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { readOrder } from "#app/shopify/read-order.ts";
import type { Database } from "#app/stores/database.ts";
import { loadOrderOf } from "#app/stores/orders.ts";
import type { KnownShop } from "#app/stores/shops.ts";

export interface KnownPurchaseNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly adminOf: AdminOf;
  /** Called before Shopify is asked; throws when it may not be. */
  readonly beforeAsking: () => void;
}

export type KnownPurchase =
  | { readonly kind: "known"; readonly customer?: CustomerId }
  /** The shop has not told us of the order yet. */
  | { readonly kind: "not-there-yet" }
  /** Another purchase's order, a cancelled one, or lines that it does not have. */
  | { readonly kind: "not-this-one" };

/**
 * Whether a purchase that a page claims is one: after the payment an order that Shopify tells of, with all lines that are
 * claimed; before it there is only the cart at hand. Who the customer is, the order says, before it the token.
 */
export async function knownPurchase(
  { database, adminOf, beforeAsking }: KnownPurchaseNeeds,
  { facts, order }: { readonly facts: Facts; readonly order?: OrderId },
  shop: KnownShop,
): Promise<KnownPurchase> {
  if (facts.surface === "cart" || facts.surface === "checkout") return known(facts.customer);
  const kept = await database.inShop(facts.shop, (tenant) => loadOrderOf(tenant, facts.reference));
  if (kept && holds(kept.order, facts)) return known(kept.customer);
  // What we have read of it may be from before the post-purchase page added to it.
  const id = kept?.order.id ?? order;
  if (!id) return { kind: "not-there-yet" };
  beforeAsking();
  const reading = await readOrder(adminOf(facts.shop), id, shop);
  if (reading.kind === "gone") return { kind: "not-there-yet" };
  if (reading.kind !== "read" || !holds(reading.order, facts)) return { kind: "not-this-one" };
  return known(reading.buyer?.customer.id);
}

function known(customer: CustomerId | undefined): KnownPurchase {
  return { kind: "known", ...(customer ? { customer } : {}) };
}

/** The order is this purchase's, stands, has all that is claimed of it, and cost no less where that can be compared. */
function holds(order: OrderAsRead, { reference, lines, subtotal }: Facts): boolean {
  if (order.reference !== reference || order.cancelledAt !== undefined || lines.length === 0) return false;
  if (subtotal.currency === order.total.currency && isMoreThan(subtotal, order.total)) return false;
  const has = piecesOf(order.lines);
  return [...piecesOf(lines)].every(([variant, quantity]) => (has.get(variant) ?? 0) >= quantity);
}

function piecesOf(lines: readonly { readonly variant?: VariantId; readonly quantity: number }[]) {
  const pieces = new Map<VariantId, number>();
  for (const { variant, quantity } of lines) if (variant) pieces.set(variant, (pieces.get(variant) ?? 0) + quantity);
  return pieces;
}
