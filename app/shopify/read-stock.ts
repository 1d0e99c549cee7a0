import type { Stock } from "#app/core/catalog/catalog.ts";
import type { Admin } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import { READ_STOCK } from "./graphql/read-stock.graphql.ts";

/** What Shopify says of a variant's stock, on whichever object it says it. */
export interface StockFields {
  readonly availableForSale: boolean;
  readonly inventoryPolicy: "CONTINUE" | "DENY";
  /** Over all locations that sell online; below zero when oversold. Null when it is not counted. */
  readonly inventoryQuantity: number | null;
}

/** What is left of an inventory item now; undefined when Shopify has no such item, or no variant of it. */
export async function readStock(admin: Admin, inventoryItem: string): Promise<Stock | undefined> {
  const { inventoryItem: item } = await admin.ask(READ_STOCK, { id: gidOf("InventoryItem", inventoryItem) });
  const [variant] = item?.variants?.nodes ?? [];
  return item && variant ? stockOf(variant, item.tracked) : undefined;
}

/** A count of none is told as such ("0 left"); `unavailable` is for what cannot be bought for any other reason. */
export function stockOf(
  { availableForSale, inventoryPolicy, inventoryQuantity }: StockFields,
  tracked: boolean,
): Stock {
  const left = inventoryQuantity ?? 0;
  if (tracked && inventoryPolicy === "DENY" && left <= 0) return { kind: "tracked", left: 0 };
  if (!availableForSale) return { kind: "unavailable" };
  if (!tracked) return { kind: "untracked" };
  return inventoryPolicy === "CONTINUE" ? { kind: "oversold", left } : { kind: "tracked", left };
}
