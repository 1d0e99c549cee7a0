import type { ProductId, Shop } from "#app/core/values/ids.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import { readProducts } from "#app/shopify/read-products.ts";
import { markDeleted, saveProducts } from "#app/stores/catalog.ts";
import type { Database } from "#app/stores/database.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { catalogLock } from "./catalog-lock.ts";

export interface RefreshNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
  readonly now: Clock;
}

/** Brings our copy of a product to how Shopify has it now; one it has no more is marked deleted. */
export async function refreshProduct(
  { database, exclusively, adminOf, now }: RefreshNeeds,
  { shop, product }: { readonly shop: Shop; readonly product: ProductId },
): Promise<"refreshed" | "deleted"> {
  return exclusively(catalogLock(shop), async () => {
    const { products, missing } = await readProducts(adminOf(shop), [product]);
    await database.inShop(shop, async (tenant) => {
      await saveProducts(tenant, products);
      for (const id of missing) await markDeleted(tenant, id, now());
    });
    return missing.length > 0 ? "deleted" : "refreshed";
  });
}
