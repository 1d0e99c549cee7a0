import type { ProductId } from "#app/core/values/ids.ts";
import type { Tenant } from "./database.ts";

/** The products we keep a copy of that have a variant with this inventory item: none when no rule speaks of them. */
export async function productsStockedBy(tenant: Tenant, inventoryItem: string): Promise<ProductId[]> {
  const rows = await tenant.db.catalogProduct.findMany({
    where: { shop: tenant.shop, inventoryItems: { has: inventoryItem }, status: { not: "deleted" } },
    select: { product: true },
  });
  return rows.map((row) => row.product as ProductId);
}
