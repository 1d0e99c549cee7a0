import { decimalOf } from "#app/core/values/money.ts";
import { type Engine, inShopMoney } from "../../engine.ts";
import { isoSeconds } from "../../iso-time.ts";
import type { StoredProduct, StoredVariant } from "../../state/product.ts";

/** inventory_items/update: what a piece is and costs; how many there are is the level's. */
export function inventoryItemPayload(
  engine: Engine,
  product: StoredProduct,
  variant: StoredVariant,
): Readonly<Record<string, unknown>> {
  const { costMinor } = variant;
  return {
    id: variant.inventoryItemId,
    admin_graphql_api_id: `gid://shopify/InventoryItem/${variant.inventoryItemId}`,
    cost: costMinor === null ? null : decimalOf(inShopMoney(engine, costMinor)),
    country_code_of_origin: null,
    country_harmonized_system_codes: [],
    created_at: isoSeconds(product.createdAt),
    harmonized_system_code: null,
    province_code_of_origin: null,
    requires_shipping: variant.requiresShipping,
    sku: variant.sku,
    tracked: true,
    updated_at: isoSeconds(variant.updatedAt),
    weight_unit: "kg",
    weight_value: 0,
  };
}

/** inventory_levels/update: the shop has one location. */
export function inventoryLevelPayload(engine: Engine, variant: StoredVariant): Readonly<Record<string, unknown>> {
  const { id } = engine.shop.location;
  return {
    admin_graphql_api_id: `gid://shopify/InventoryLevel/${id}?inventory_item_id=${variant.inventoryItemId}`,
    available: variant.stock,
    inventory_item_id: variant.inventoryItemId,
    location_id: id,
    updated_at: isoSeconds(variant.updatedAt),
  };
}
