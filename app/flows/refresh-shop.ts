import type { Shop } from "#app/core/values/ids.ts";
import { readShop } from "#app/shopify/read-shop.ts";
import { loadShop, saveDetails } from "#app/stores/shops.ts";
import type { InstallNeeds } from "./install-shop.ts";
import { renewCatalog } from "./renew-catalog.ts";
import { wantExtracts } from "./want-extracts.ts";

/**
 * Brings our copy of what the shop is up to date: its scopes, its currency, its time zone, where it ships to. A shop that has left,
 * also while it was being read, stays gone. Throws an AppError when Shopify cannot be asked.
 */
export async function refreshShop(
  { database, adminOf, now }: Pick<InstallNeeds, "database" | "adminOf" | "now">,
  { shop }: { readonly shop: Shop },
): Promise<"refreshed" | "gone"> {
  const before = await loadShop(database, shop);
  const details = await readShop(adminOf(shop));
  if (before && before.currency !== details.currency) {
    await database.inShop(shop, (tenant) => renewCatalog(tenant, now()));
  }
  if (!(await saveDetails(database, shop, details))) return "gone";
  // A new scope lets us write what we could not; a new zone moves schedules.
  await database.inShop(shop, wantExtracts);
  return "refreshed";
}
