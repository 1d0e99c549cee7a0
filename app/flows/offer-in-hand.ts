import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Tickets } from "#app/shopify/tickets.ts";

/** An offer that can be shown: what was chosen, whether something follows it, and the ticket that is handed back. */
export interface OfferInHand {
  readonly offer: ChosenOffer;
  readonly step: number;
  readonly follows: { readonly accepted: boolean; readonly declined: boolean };
  readonly ticket: string;
}

/** The ticket sealed, with its offer as it was sealed. */
export function offerInHand(whole: Ticket, tickets: Tickets, now: Instant): OfferInHand {
  const { ticket, sealed } = tickets.seal(whole, now);
  const { offer, step, ifAccepted, ifDeclined } = ticket;
  const follows = { accepted: ifAccepted !== undefined, declined: ifDeclined !== undefined };
  return { offer, step, follows, ticket: sealed };
}
