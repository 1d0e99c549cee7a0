import type { Shop } from "#app/core/values/ids.ts";
import { type Instant, parseInstant } from "#app/core/values/instant.ts";
import { boundedBody } from "#app/platform/bounded-body.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Shopify } from "./shopify-app.ts";
import { subjectOf, type WebhookSubject } from "./webhook-subject.ts";
import { topicOf, type WebhookGroup, type WebhookTopic } from "./webhook-topics.ts";

/** A webhook that Shopify signed, trimmed to what we act on: nothing personal of it is kept. */
export interface Webhook {
  readonly shop: Shop;
  readonly topic: WebhookTopic;
  /** The same for every delivery of one event; not always given. */
  readonly eventId?: string;
  /** The same for the retries of one delivery. */
  readonly webhookId: string;
  readonly triggeredAt: Instant;
  readonly subject: WebhookSubject;
}

/**
 * Throws the Response that refuses it: 401 for a wrong signature, 405 for another method, 404 for a topic of another
 * address, 413 past 2 MB, 400 with a JSON reason for what Shopify would not send.
 */
export type AuthenticateWebhook = (request: Request, group: WebhookGroup) => Promise<Webhook>;

/** Trimmed payloads have hundreds of bytes; a compliance request lists a customer's orders. */
const BYTES_MOST = 2_000_000;

export function webhookAuthenticator({
  shopify,
  now,
}: {
  readonly shopify: Pick<Shopify, "authenticate">;
  readonly now: Clock;
}): AuthenticateWebhook {
  return async (request, group) => {
    const { shop, topic: libraryName, payload, webhookId, triggeredAt, ...rest } = await signed(shopify, request);
    const topic = topicOf(libraryName, group);
    if (!topic) throw refusal(404, "another-address", "This topic is not taken here.");
    const subject = subjectOf(topic, payload);
    if (!subject) throw refusal(400, "no-id", "The payload does not say what it is about.");
    const eventId = "eventId" in rest ? rest.eventId : undefined;
    return {
      shop: shop.toLowerCase() as Shop,
      topic,
      ...(eventId && { eventId }),
      webhookId,
      triggeredAt: parseInstant(triggeredAt ?? "") ?? now(),
      subject,
    };
  };
}

async function signed(shopify: Pick<Shopify, "authenticate">, request: Request) {
  const body = boundedBody(request, BYTES_MOST);
  try {
    // The library reads it whole, before it looks at the signature.
    return await shopify.authenticate.webhook(body.request);
  } catch (error) {
    if (body.refused()) throw refusal(413, "too-large", "The payload is too large.");
    // Signed, so the library went on to parse it.
    if (error instanceof SyntaxError) throw refusal(400, "not-json", "The payload is not JSON.");
    throw error;
  }
}

function refusal(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}
