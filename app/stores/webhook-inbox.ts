import type { Instant } from "#app/core/values/instant.ts";
import type { Tenant } from "./database.ts";
import { jsonToStore } from "./stored-json.ts";

export interface IncomingWebhook {
  /** As Shopify's header names it, "orders/updated". */
  readonly topic: string;
  /** The same for every delivery of one event; Shopify does not always give it. */
  readonly eventId?: string;
  /** The same for the retries of one delivery. */
  readonly webhookId: string;
  /** The thing it is about, "order 5001": Shopify does not say whether two things of one action share an event id. */
  readonly about: string;
  readonly triggeredAt: Instant;
  readonly payload: unknown;
}

/**
 * Keeps the event, unique by shop, topic, what it is about, and event id or webhook id where that is absent. Call it and `enqueue` in one
 * transaction, and only for "new": then an event is worked on once, however often it is delivered.
 */
export async function keepWebhook(tenant: Tenant, webhook: IncomingWebhook): Promise<"new" | "duplicate"> {
  const { topic, eventId, webhookId, about, triggeredAt, payload } = webhook;
  const { count } = await tenant.db.webhookEvent.createMany({
    data: [
      {
        shop: tenant.shop,
        topic,
        eventKey: `${eventId ? `event:${eventId}` : `webhook:${webhookId}`} ${about}`,
        webhookId,
        triggeredAt: new Date(triggeredAt),
        payload: jsonToStore(payload),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? "new" : "duplicate";
}
