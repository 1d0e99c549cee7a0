import type { OrderId, Shop } from "#app/core/values/ids.ts";
import { loadOrderScreen } from "#app/stores/read-models/order-screen.ts";
import { loadOrdersScreen, type OrdersAsk } from "#app/stores/read-models/orders-screen.ts";
import { saveInstalled } from "#app/stores/shops.ts";
import { NOON } from "#tests/support/builders.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { LONDON_SHOP } from "./filled-shop.ts";

/** A database with shops, new ones or installed, and what the merchant sees of their orders. */
export async function shopsOnScreen() {
  const database = await testDatabase();
  let shops = 0;
  const newShop = () => `shop-${++shops}.myshopify.com` as Shop;
  return {
    database,
    newShop,
    installed: async (): Promise<Shop> => {
      const shop = newShop();
      await saveInstalled(database, shop, LONDON_SHOP, NOON);
      return shop;
    },
    orders: (shop: Shop, ask: OrdersAsk = {}) => database.inShop(shop, (tenant) => loadOrdersScreen(tenant, ask)),
    order: (shop: Shop, id: string) => database.inShop(shop, (tenant) => loadOrderScreen(tenant, id as OrderId)),
  };
}
