import type { CustomerId, Shop } from "#app/core/values/ids.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { CUSTOMERS_SCOPE, readCustomer } from "#app/shopify/read-customer.ts";
import { forgetCustomer, keepCustomer } from "#app/stores/customer-histories.ts";
import type { Database } from "#app/stores/database.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { loadShop } from "#app/stores/shops.ts";

export interface RefreshCustomerNeeds {
  readonly database: Database;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
}

/** Brings what we know of a customer besides their orders to how Shopify has it now: their tags, and how often they bought. */
export async function refreshCustomer(
  { database, exclusively, adminOf }: RefreshCustomerNeeds,
  { shop, customer: id }: { readonly shop: Shop; readonly customer: CustomerId },
): Promise<"refreshed" | "gone" | "not-allowed"> {
  const known = await loadShop(database, shop);
  if (!known?.scopes.includes(CUSTOMERS_SCOPE)) return "not-allowed";
  // Two readings within one of Shopify's seconds are kept in the order they were made.
  return exclusively(`customer ${shop} ${id}`, async () => {
    const customer = await readCustomer(adminOf(shop), id);
    await database.inShop(shop, (tenant) => (customer ? keepCustomer(tenant, customer) : forgetCustomer(tenant, id)));
    return customer ? "refreshed" : "gone";
  });
}
