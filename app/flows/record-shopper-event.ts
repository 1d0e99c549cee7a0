import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import type { Tickets } from "#app/shopify/tickets.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import type { LiveShops } from "#app/stores/live-shops.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { isInstalled } from "#app/stores/shops.ts";
import { type FollowUpAsk, followUpOffer, pathAfter } from "./follow-up-offer.ts";
import { type OfferInHand, offerInHand } from "./offer-in-hand.ts";
import { liveShop } from "./shop-in-hand.ts";

export interface RecordNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly live: Pick<LiveShops, "of" | "warm">;
  readonly tickets: Tickets;
}

export interface TellingAsk {
  /** Of the verified token. */
  readonly facts: Facts;
  /** Of the offer that it is about. */
  readonly ticket: string;
  readonly event: ToldEvent;
}

type ToldEvent =
  | { readonly kind: "impression" | "decline" }
  | {
      readonly kind: "applied";
      readonly detail: {
        readonly status: "processed" | "partially_processed" | "unprocessed";
        readonly errors: readonly string[];
      };
    };

export type RecordOutcome =
  /** `next` is what follows the answer on the rule's path. */
  | { readonly kind: "kept"; readonly next?: OfferInHand }
  | { readonly kind: "refused"; readonly why: "ticket-not-ours" | "ticket-expired" | "not-installed" };

const DATABASE_MS = 4_000;

/**
 * What the page tells of an offer: seen, declined, or what applying the changeset answered. Kept once for each purchase,
 * step and kind (of several tries to apply it, the last), and committed before it is answered. It informs and never makes
 * money: earnings come from the order. A no, and a yes that was carried out, are answered with what follows on the path.
 *
 * Throws an AppError of 503 when the database is away or too slow.
 */
export async function recordShopperEvent(needs: RecordNeeds, ask: TellingAsk, now: Instant): Promise<RecordOutcome> {
  const opened = needs.tickets.open(ask.ticket, ask.facts, now);
  if (opened.kind === "not-ours") return { kind: "refused", why: "ticket-not-ours" };
  if (opened.kind === "expired") return { kind: "refused", why: "ticket-expired" };
  return withinMs(DATABASE_MS, keepAndGoOn(needs, ask, opened.ticket, now));
}

async function keepAndGoOn(
  needs: RecordNeeds,
  { facts, event }: TellingAsk,
  ticket: Ticket,
  now: Instant,
): Promise<RecordOutcome> {
  const answer = answerIn(event);
  const goesOn = answer && pathAfter(ticket, answer) ? answer : undefined;
  // Before the transaction begins: loading a shop takes a connection of its own.
  const shop = goesOn && (await liveShop(needs.live, facts.shop));
  return needs.database.inShop(facts.shop, async (tenant): Promise<RecordOutcome> => {
    if (!(await isInstalled(tenant))) return { kind: "refused", why: "not-installed" };
    await keep(tenant, ticket, event, now);
    if (!goesOn || !shop) return { kind: "kept" };
    const next = await followUpOffer(tenant, { facts, ticket, answer: goesOn, rulebook: shop.compiledFor(facts) }, now);
    return { kind: "kept", ...(next ? { next: offerInHand(next, needs.tickets, now) } : {}) };
  });
}

function answerIn(event: ToldEvent): FollowUpAsk["answer"] | undefined {
  if (event.kind === "decline") return "declined";
  return event.kind === "applied" && event.detail.status === "processed" ? "accepted" : undefined;
}

/** What did not go through may be one failure too many: a job looks whether the rule is to pause itself. */
async function keep(tenant: Tenant, { reference, step, offer, customer }: Ticket, event: ToldEvent, at: Instant) {
  const { rule } = offer;
  await keepShopperEvent(tenant, { reference, surface: "post-purchase", step, rule, customer, at, ...event });
  if (event.kind === "applied" && event.detail.status !== "processed") {
    await enqueue(tenant, ...jobFor("pause-failing-rule", { rule }));
  }
}
