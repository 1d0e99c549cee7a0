import type { OrderAsRead } from "#app/core/attribution/attribution.ts";
import { pageBarrierOf } from "#app/core/attribution/page-barrier.ts";
import type { CustomerId, OrderId, PurchaseReference } from "#app/core/values/ids.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore, storedAs } from "./stored-json.ts";

/**
 * Keeps the order as it was read; one older than what we have (by Shopify's `updatedAt`) is left. The row stays locked
 * until the transaction ends, so that two jobs for one order attribute it one after the other.
 */
export async function saveOrder(tenant: Tenant, order: OrderAsRead): Promise<"saved" | "stale"> {
  const cancelledAt = order.cancelledAt === undefined ? null : new Date(order.cancelledAt);
  const saved = await tenant.db.$executeRaw`
    insert into orders as kept
      (shop, order_id, name, reference, total_minor, currency, document, created_at, updated_at, cancelled_at,
        page_barrier)
    values (${tenant.shop}, ${order.id}, ${order.name}, ${order.reference}, ${BigInt(order.total.minor)},
      ${order.total.currency}, ${jsonTextToStore(order)}::jsonb, ${new Date(order.createdAt)},
      ${new Date(order.updatedAt)}, ${cancelledAt}, ${pageBarrierOf(order) ?? null})
    on conflict (shop, order_id) do update set name = excluded.name, reference = excluded.reference,
      total_minor = excluded.total_minor, currency = excluded.currency, document = excluded.document,
      created_at = excluded.created_at, updated_at = excluded.updated_at, cancelled_at = excluded.cancelled_at,
      page_barrier = excluded.page_barrier
    where kept.updated_at <= excluded.updated_at`;
  return saved === 1 ? "saved" : "stale";
}

/** The order as it was last read, if we have it. */
export async function loadOrder(tenant: Tenant, order: OrderId): Promise<OrderAsRead | undefined> {
  const row = await tenant.db.order.findUnique({
    where: { shop_order: { shop: tenant.shop, order } },
    select: { document: true },
  });
  return row ? storedAs<OrderAsRead>(row.document) : undefined;
}

/** The order that the purchase became, with its customer where Shopify knows one; undefined while we have not read it. */
export async function loadOrderOf(
  { db, shop }: Tenant,
  reference: PurchaseReference,
): Promise<{ readonly order: OrderAsRead; readonly customer?: CustomerId } | undefined> {
  const row = await db.order.findFirst({
    where: { shop, reference },
    orderBy: { createdAt: "desc" },
    select: { order: true, document: true },
  });
  if (!row) return undefined;
  const of = await db.customerOrder.findUnique({
    where: { shop_order: { shop, order: row.order } },
    select: { customer: true },
  });
  return { order: storedAs<OrderAsRead>(row.document), ...(of ? { customer: of.customer as CustomerId } : {}) };
}
