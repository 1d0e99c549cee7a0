import type { Shop } from "#app/core/values/ids.ts";
import { readStock } from "#app/shopify/read-stock.ts";
import { setStock } from "#app/stores/catalog.ts";
import { catalogLock } from "./catalog-lock.ts";
import type { RefreshNeeds } from "./refresh-products.ts";
import { wantExtractsLater } from "./want-extracts.ts";

/** Brings what is left of an inventory item to how Shopify counts it now, in every product of ours that has it. */
export async function refreshStock(
  { database, exclusively, adminOf, now }: RefreshNeeds,
  { shop, inventoryItem }: { readonly shop: Shop; readonly inventoryItem: string },
): Promise<"refreshed" | "gone"> {
  return exclusively(catalogLock(shop), async () => {
    const readAt = now();
    const stock = await readStock(adminOf(shop), inventoryItem);
    // Its variant is gone: products/update or products/delete tells what became of the product.
    if (!stock) return "gone";
    await database.inShop(shop, async (tenant) => {
      const changed = await setStock(tenant, inventoryItem, stock, readAt);
      if (changed.length > 0) await wantExtractsLater(tenant, readAt);
    });
    return "refreshed";
  });
}
