import { isGranted } from "../access-scopes.ts";

/** The scopes of which an app needs one to be sent a topic, by the resource it begins with. None for the app's own topics. */
const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  orders: ["read_orders"],
  refunds: ["read_orders"],
  products: ["read_products"],
  collections: ["read_products"],
  inventory_items: ["read_inventory", "read_products"],
  inventory_levels: ["read_inventory"],
  discounts: ["read_discounts"],
  customers: ["read_customers"],
  customer: ["read_customers"],
};

export function mayHear(topic: string, scopes: readonly string[]): boolean {
  const oneOf = SCOPES_OF[topic.split(/[/.]/)[0] ?? ""];
  return oneOf === undefined || oneOf.some((scope) => isGranted(scopes, scope));
}
