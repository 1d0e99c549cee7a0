import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Engine } from "../engine.ts";
import type { WebhookSubscription } from "./app-configuration.ts";
import { mayHear } from "./topics.ts";
import type { DeliveryAttempt, WebhookDelivery } from "./webhook-delivery.ts";

/** Shopify waits this long for an answer; anything but a 2xx by then is a failure. */
const ANSWER_WITHIN_MS = 5_000;
/** Eight retries, each twice as late as the one before, four hours together. https://shopify.dev/docs/apps/build/webhooks */
const RETRIES = 8;
const FIRST_RETRY_MS = (4 * 60 * 60 * 1000) / (2 ** RETRIES - 1);
/** Of those that are delivered or given up, the latest are kept to be looked at. */
const KEPT = 120;

export interface Outbox {
  send(topic: string, payload: Readonly<Record<string, unknown>>): void;
  settled(): Promise<void>;
  close(): void;
}

/** Delivers the app's webhooks, at least once and in no order; what an earlier process left waiting goes out too. */
export function openOutbox(engine: Omit<Engine, "send">): Outbox {
  const underway = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let together: WebhookDelivery[] = [];

  const track = (work: Promise<void>) => {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  };
  const later = (delivery: WebhookDelivery) => {
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        track(attempt(delivery));
      },
      Math.max(0, delivery.dueAt - engine.now()),
    );
    timers.add(timer.unref());
  };
  const attempt = async (delivery: WebhookDelivery) => {
    const made = await post(engine, delivery);
    delivery.attempts.push(made);
    if (typeof made.answer === "number" && made.answer >= 200 && made.answer < 300) delivery.state = "delivered";
    else if (delivery.attempts.length > RETRIES) delivery.state = "given-up";
    else {
      const wait = (FIRST_RETRY_MS * 2 ** (delivery.attempts.length - 1)) / engine.dials.webhookRetrySpeed;
      delivery.dueAt = engine.now() + wait;
      later(delivery);
    }
    engine.changed();
  };
  const leave = async () => {
    await sleep(engine.dials.webhookLatencyMs);
    const batch = engine.dials.webhooksReversed ? together.reverse() : together;
    together = [];
    for (const delivery of batch) {
      const sent = attempt(delivery);
      track(sent);
      for (let copy = 0; copy < engine.dials.webhookDuplicates; copy++) {
        track(sent.then(() => post(engine, delivery)).then((made) => void delivery.attempts.push(made)));
      }
      if (engine.dials.webhooksReversed) await sent;
    }
  };

  for (const delivery of engine.state.outbox) if (delivery.state === "waiting") later(delivery);
  return {
    send(topic, payload) {
      const eventId = randomUUID();
      const heard = engine.app.configuration.subscriptions.filter((subscription) =>
        isHeard(engine, subscription, topic),
      );
      const deliveries = heard.map((subscription) => delivery(engine, subscription, eventId, payload));
      if (deliveries.length === 0) return;
      engine.state.outbox = [...worthKeeping(engine.state.outbox), ...deliveries];
      if (together.length === 0) track(leave());
      together.push(...deliveries);
      engine.changed();
    },
    async settled() {
      while (underway.size > 0) await Promise.all(underway);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** What waits stays until it is settled: a restart takes it up again. */
function worthKeeping(deliveries: readonly WebhookDelivery[]): WebhookDelivery[] {
  const settled = deliveries.filter(({ state }) => state !== "waiting");
  const forgotten = new Set(settled.slice(0, -KEPT));
  return deliveries.filter((delivery) => !forgotten.has(delivery));
}

function isHeard(engine: Omit<Engine, "send">, subscription: WebhookSubscription, topic: string): boolean {
  if (subscription.topic !== topic) return false;
  if (subscription.compliance) return true;
  return engine.state.installation !== undefined && mayHear(topic, engine.state.installation.scopes);
}

function delivery(
  engine: Omit<Engine, "send">,
  subscription: WebhookSubscription,
  eventId: string,
  payload: Readonly<Record<string, unknown>>,
): WebhookDelivery {
  const { includeFields } = subscription;
  const kept = includeFields
    ? Object.fromEntries(Object.entries(payload).filter(([field]) => includeFields.includes(field)))
    : payload;
  return {
    webhookId: randomUUID(),
    eventId,
    topic: subscription.topic,
    address: new URL(subscription.uri, engine.app.url).href,
    apiVersion: engine.app.configuration.webhookApiVersion,
    triggeredAt: engine.now(),
    body: JSON.stringify(kept),
    attempts: [],
    state: "waiting",
    dueAt: engine.now(),
  };
}

async function post(engine: Omit<Engine, "send">, delivery: WebhookDelivery): Promise<DeliveryAttempt> {
  const at = engine.now();
  const started = performance.now();
  const done = (answer: DeliveryAttempt["answer"]): DeliveryAttempt => ({
    at,
    tookMs: Math.round(performance.now() - started),
    answer,
  });
  try {
    const response = await fetch(delivery.address, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      body: delivery.body,
      headers: headersOf(engine, delivery),
    });
    await response.body?.cancel();
    return done(response.status);
  } catch (error) {
    return done(error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable");
  }
}

function headersOf(engine: Omit<Engine, "send">, delivery: WebhookDelivery): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": delivery.topic,
    "X-Shopify-Hmac-Sha256": createHmac("sha256", engine.app.clientSecret).update(delivery.body).digest("base64"),
    "X-Shopify-Shop-Domain": engine.shop.domain,
    "X-Shopify-API-Version": delivery.apiVersion,
    "X-Shopify-Webhook-Id": delivery.webhookId,
    "X-Shopify-Event-Id": delivery.eventId,
    "X-Shopify-Triggered-At": new Date(delivery.triggeredAt).toISOString(),
  };
}
