import type { Shop } from "#app/core/values/ids.ts";

/**
 * Whoever reads products or stock from Shopify to keep a copy does both under this name: two readings of one moment by
 * Shopify's clock (it counts in seconds) are then kept in the order they were read.
 */
export const catalogLock = (shop: Shop) => `catalog ${shop}`;
