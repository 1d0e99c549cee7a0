import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import {
  type AcceptAnswer,
  acceptRequest,
  type DecideAnswer,
  type EventAnswer,
  type EventRequest,
  eventRequest,
} from "#app/contracts/post-purchase.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Shop, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { AcceptAsk, AcceptOutcome } from "#app/flows/accept-offer.ts";
import type { DecideOutcome } from "#app/flows/decide-offer.ts";
import type { RecordOutcome, TellingAsk } from "#app/flows/record-shopper-event.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Log } from "#app/platform/log.ts";
import type { Authentication } from "#app/shopify/authenticate-post-purchase.ts";
import { sendJson } from "./answer.ts";
import { offerView } from "./offer-view.ts";
import { pageWordsFor } from "./page-words/page-words.ts";
import { parsedBody } from "./parsed-body.ts";
import { type BodyLimits, readJsonBody } from "./read-body.ts";
import { notInstalled, ticketRefusal, tokenRefusal } from "./refusals.ts";
import type { Endpoint } from "./shoppers-listener.ts";

export interface PostPurchaseNeeds {
  readonly authenticate: (authorization: string | undefined, now: Instant) => Authentication;
  /** True once it is known that the shop hasn't the app: from memory, at once. */
  readonly isKnownAbsent: (shop: Shop) => boolean;
  readonly decide: (facts: Facts, now: Instant) => Promise<DecideOutcome>;
  readonly accept: (ask: AcceptAsk, now: Instant) => Promise<AcceptOutcome>;
  readonly record: (ask: TellingAsk, now: Instant) => Promise<RecordOutcome>;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: BodyLimits;
}

/** The three endpoints of the post-purchase page, by path; what they take and give is in app/contracts/post-purchase.ts. */
export function postPurchaseEndpoints(needs: PostPurchaseNeeds): ReadonlyMap<string, Endpoint> {
  const endpoint =
    <Body>(schema: z.ZodType<Body>, answer: (facts: Facts, body: Body, now: Instant) => unknown): Endpoint =>
    async (req: IncomingMessage, res: ServerResponse) => {
      const facts = callerOf(needs, req);
      const body = parsedBody(schema, await readJsonBody(req, needs.limits));
      sendJson(res, 200, await answer(facts, body, needs.clock()));
    };

  return new Map([
    ["/api/v1/post-purchase/decide", endpoint(z.object({}), (facts, _body, now) => decideAnswer(needs, facts, now))],
    [
      "/api/v1/post-purchase/accept",
      endpoint(acceptRequest, async (facts, { ticket, items }, now) => {
        const pick = items.map(({ variantId, quantity }) => ({ variant: variantId as VariantId, quantity }));
        return acceptAnswer(await needs.accept({ facts, ticket, pick }, now), facts.locale);
      }),
    ],
    [
      "/api/v1/post-purchase/event",
      endpoint(eventRequest, async (facts, body, now) =>
        eventAnswer(await needs.record({ facts, ticket: body.ticket, event: eventOf(body) }, now), facts.locale),
      ),
    ],
  ]);
}

function callerOf({ authenticate, isKnownAbsent, clock }: PostPurchaseNeeds, req: IncomingMessage): Facts {
  const caller = authenticate(req.headers.authorization, clock());
  if (caller.kind !== "authenticated") throw tokenRefusal(caller);
  if (isKnownAbsent(caller.facts.shop)) throw notInstalled();
  return caller.facts;
}

/** A mistake of ours is "no offer" to the shopper, and a line in the log to us: checkout goes on. */
async function decideAnswer({ decide, log }: PostPurchaseNeeds, facts: Facts, now: Instant): Promise<DecideAnswer> {
  try {
    const outcome = await decide(facts, now);
    if (outcome.kind !== "show") return outcome;
    const words = pageWordsFor(facts.locale);
    return { kind: "show", offer: offerView(outcome, facts.locale), ...(words ? { words: { ...words } } : {}) };
  } catch (err) {
    log.error({ err, shop: facts.shop, reference: facts.reference }, "deciding failed: nothing is shown");
    return { kind: "nothing" };
  }
}

function acceptAnswer(outcome: AcceptOutcome, locale: string): AcceptAnswer {
  if (outcome.kind === "refused") throw ticketRefusal(outcome.why);
  return outcome.kind === "price-changed" ? { kind: "price-changed", offer: offerView(outcome, locale) } : outcome;
}

function eventAnswer(outcome: RecordOutcome, locale: string): EventAnswer {
  if (outcome.kind === "refused") throw ticketRefusal(outcome.why);
  return { kind: "kept", ...(outcome.next ? { next: offerView(outcome.next, locale) } : {}) };
}

function eventOf(request: EventRequest): TellingAsk["event"] {
  return request.kind === "applied"
    ? { kind: "applied", detail: { status: request.status, errors: request.errors } }
    : { kind: request.kind };
}
