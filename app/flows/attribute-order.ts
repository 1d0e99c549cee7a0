import type { EarningEntry, OrderAsRead } from "#app/core/attribution/attribution.ts";
import { entriesFor } from "#app/core/attribution/entries-for.ts";
import type { CustomerId, OrderId, Shop } from "#app/core/values/ids.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import type { Buyer } from "#app/shopify/read-buyer.ts";
import { readOrder } from "#app/shopify/read-order.ts";
import { loadAcceptances } from "#app/stores/acceptances.ts";
import { forgetBuyer, keepCustomerOrder } from "#app/stores/customer-histories.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { appendEarnings, loadEarnings } from "#app/stores/earnings.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import { saveOrder } from "#app/stores/orders.ts";
import { loadShop } from "#app/stores/shops.ts";
import { countMarkedSales } from "./count-marked-sales.ts";
import { markedOffersOf } from "./marked-offers-of.ts";

export interface AttributeNeeds {
  readonly database: Database;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
}

export type AttributeOutcome =
  /** How many entries were booked: 0 when the ledger had told all of it already. */
  | { readonly kind: "attributed"; readonly booked: number }
  /** A newer reading of the order was kept before this one. */
  | { readonly kind: "stale" }
  | { readonly kind: "not-from-checkout" | "gone" | "unknown-shop" };

/**
 * Reads the order again and books what it adds to the ledger: earnings of accepted offers, refunds, the cancellation.
 * As often, in whatever order and from however many processes it is asked for, an entry is booked once. Throws an
 * AppError when Shopify or the database cannot be asked.
 */
export async function attributeOrder(
  { database, exclusively, adminOf }: AttributeNeeds,
  { shop, order: id }: { readonly shop: Shop; readonly order: OrderId },
): Promise<AttributeOutcome> {
  const known = await loadShop(database, shop);
  if (!known) return { kind: "unknown-shop" };
  // Reading and booking under one name: two readings within one of Shopify's seconds are kept in the order they were made.
  return exclusively(`order ${shop} ${id}`, async () => {
    const reading = await readOrder(adminOf(shop), id, known);
    if (reading.kind === "gone") return reading;
    return database.inShop(shop, async (tenant) => {
      await keepBuyer(tenant, id, reading);
      if (reading.kind !== "read") return { kind: reading.kind };
      return book(tenant, reading.order, { timezone: known.timezone, customer: reading.buyer?.customer.id });
    });
  });
}

/** An order that no checkout of ours came before is its customer's history all the same. */
async function keepBuyer(tenant: Tenant, id: OrderId, { buyer }: { readonly buyer?: Buyer }): Promise<void> {
  if (buyer) await keepCustomerOrder(tenant, buyer.order, buyer.customer);
  else await forgetBuyer(tenant, id);
}

async function book(
  tenant: Tenant,
  order: OrderAsRead,
  { timezone, customer }: { readonly timezone: string; readonly customer: CustomerId | undefined },
): Promise<AttributeOutcome> {
  if ((await saveOrder(tenant, order)) === "stale") return { kind: "stale" };
  const acceptances = await loadAcceptances(tenant, order.reference);
  const booked = await loadEarnings(tenant, order.id);
  const marked = await markedOffersOf(tenant, order);
  const entries = entriesFor(order, acceptances, booked, marked);
  await lookAtRulesOf(tenant, entries);
  const added = await appendEarnings(tenant, entries);
  if (marked) {
    const all = [...booked, ...entries];
    await countMarkedSales(tenant, { order, entries: all, marked, timezone, ...(customer ? { customer } : {}) });
  }
  return { kind: "attributed", booked: added };
}

/** What was taken back may be one sale too many of its rule: a job looks whether it is to pause itself. */
async function lookAtRulesOf(tenant: Tenant, entries: readonly EarningEntry[]): Promise<void> {
  const takenBack = entries.filter(({ kind }) => kind !== "earned");
  // In one order, whoever asks: two orders of the same rules, read at once, must not wait for each other.
  for (const rule of [...new Set(takenBack.map(({ rule }) => rule))].sort()) {
    await enqueue(tenant, ...jobFor("pause-failing-rule", { rule }));
  }
}
