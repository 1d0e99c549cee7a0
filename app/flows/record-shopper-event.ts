import type { Facts } from "#app/core/facts/facts.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import type { Tickets } from "#app/shopify/tickets.ts";
import type { Database } from "#app/stores/database.ts";
import { keepShopperEvent, type ShopperEvent } from "#app/stores/shopper-events.ts";
import { isInstalled } from "#app/stores/shops.ts";

export interface RecordNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly tickets: Tickets;
}

export interface TellingAsk {
  /** Of the verified token. */
  readonly facts: Facts;
  /** Of the offer that it is about. */
  readonly ticket: string;
  readonly event: Pick<ShopperEvent, "kind" | "detail">;
}

export type RecordOutcome =
  | { readonly kind: "kept" }
  | { readonly kind: "refused"; readonly why: "ticket-not-ours" | "ticket-expired" | "not-installed" };

const DATABASE_MS = 4_000;

/**
 * What the page tells of an offer: seen, declined, or what applying the changeset answered. Kept once for each purchase,
 * step and kind (of several tries to apply it, the last), and committed before it is answered. It informs and never makes
 * money: earnings come from the order.
 *
 * Throws an AppError of 503 when the database is away or too slow.
 */
export async function recordShopperEvent(needs: RecordNeeds, ask: TellingAsk, now: Instant): Promise<RecordOutcome> {
  const opened = needs.tickets.open(ask.ticket, ask.facts, now);
  if (opened.kind === "not-ours") return { kind: "refused", why: "ticket-not-ours" };
  if (opened.kind === "expired") return { kind: "refused", why: "ticket-expired" };
  const { reference, step } = opened.ticket;
  const work = needs.database.inShop(ask.facts.shop, async (tenant): Promise<RecordOutcome> => {
    if (!(await isInstalled(tenant))) return { kind: "refused", why: "not-installed" };
    await keepShopperEvent(tenant, { reference, step, at: now, ...ask.event });
    return { kind: "kept" };
  });
  return withinMs(DATABASE_MS, work);
}
