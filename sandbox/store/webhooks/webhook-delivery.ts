import type { Instant } from "#app/core/values/instant.ts";

/** One webhook on its way: body and address stay what they were at the event, however often it is tried again. */
export interface WebhookDelivery {
  /** Own to each delivery of each subscription; the same in every retry. */
  readonly webhookId: string;
  /** Shared by all webhooks of one thing that happened. */
  readonly eventId: string;
  readonly topic: string;
  readonly address: string;
  readonly apiVersion: string;
  readonly triggeredAt: Instant;
  readonly body: string;
  readonly attempts: DeliveryAttempt[];
  state: "waiting" | "delivered" | "given-up";
  /** When it is (or was) to be tried next. */
  dueAt: Instant;
}

export interface DeliveryAttempt {
  readonly at: Instant;
  readonly tookMs: number;
  /** The app's status, or why there was none: too slow, or no connection. */
  readonly answer: number | "timeout" | "unreachable";
}
