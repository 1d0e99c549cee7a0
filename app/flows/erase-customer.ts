import type { CustomerId, OrderId, Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { eraseCustomer as takeOut } from "#app/stores/purge.ts";

/** Takes the customer out of what we hold. Amounts and the orders' ids stay: they name no one. */
export async function eraseCustomer(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, ...of }: { readonly shop: Shop; readonly customer?: CustomerId; readonly orders: readonly OrderId[] },
): Promise<void> {
  await database.inShop(shop, (tenant) => takeOut(tenant, of));
}
