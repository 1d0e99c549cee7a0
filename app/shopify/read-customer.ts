import type { CustomerId } from "#app/core/values/ids.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { type CustomerNode, READ_CUSTOMER } from "./graphql/read-customer.graphql.ts";

/** The scope without which Shopify tells of no customer. */
export const CUSTOMERS_SCOPE = "read_customers";

/** What Shopify says of a customer, besides their orders. */
export interface CustomerAsRead {
  readonly id: CustomerId;
  readonly tags: readonly string[];
  /** How many orders the customer has made in the shop, ever. */
  readonly ordersInShopify: number;
}

/** Undefined when Shopify has no such customer (any more). Asks only where read_customers was granted: else it is refused. */
export async function readCustomer(admin: Admin, id: CustomerId): Promise<CustomerAsRead | undefined> {
  const { customer } = await admin.ask(READ_CUSTOMER, { id: gidOf("Customer", id) });
  return customer ? customerOf(customer) : undefined;
}

export function customerOf({ id, tags, numberOfOrders }: CustomerNode): CustomerAsRead {
  return { id: idOfGid("Customer", id), tags, ordersInShopify: Number(numberOfOrders) };
}
