import { isGranted } from "../access-scopes.ts";

/** The scope an app needs to be sent a topic, by the resource in front of the slash. None for the app's own topics. */
const SCOPE_OF: Readonly<Record<string, string>> = {
  orders: "read_orders",
  refunds: "read_orders",
  products: "read_products",
  inventory_levels: "read_inventory",
};

export function mayHear(topic: string, scopes: readonly string[]): boolean {
  const needed = SCOPE_OF[topic.split("/")[0] ?? ""];
  return needed === undefined || isGranted(scopes, needed);
}
