import { loadOrdersScreen, type OrdersAsk } from "#app/stores/read-models/orders-screen.ts";
import type { Teller } from "../frame/take-turns.ts";
import type { AdminStage } from "./stage.ts";

export const FIRST_PAGE = "the first page of orders";
export const DEEP_PAGE = "a page 90,000 orders further";

/** The list's query where it begins and where nobody pages to: with a cursor both are the same work. */
export function orderPageTellers({ database, shop }: AdminStage, deep: OrdersAsk): Teller[] {
  const teller = (name: string, ask: OrdersAsk): Teller => ({
    name,
    run: async () => {
      const began = performance.now();
      const { orders } = await database.inShop(shop, (tenant) => loadOrdersScreen(tenant, ask));
      if (orders.length === 0) throw new Error(`${name} has no orders`);
      return { query: performance.now() - began };
    },
  });
  return [teller(FIRST_PAGE, {}), teller(DEEP_PAGE, deep)];
}

/** The cursor of the order that stands so far down. */
export async function cursorAt({ database, shop }: AdminStage, place: number): Promise<string> {
  return database.inShop(shop, async ({ db }) => {
    const order = await db.order.findFirst({
      where: { shop },
      orderBy: [{ createdAt: "desc" }, { order: "desc" }],
      skip: place,
      select: { createdAt: true, order: true },
    });
    if (!order) throw new Error(`the shop has no ${place} orders`);
    return `${order.createdAt.getTime()}-${order.order}`;
  });
}
