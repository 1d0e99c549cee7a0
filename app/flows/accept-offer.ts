import type { Acceptance, Pick as PickedVariant, Ticket } from "#app/core/acceptance/acceptance.ts";
import { changesFor } from "#app/core/acceptance/changes.ts";
import { checkPick } from "#app/core/acceptance/check-pick.ts";
import { repricedOffer } from "#app/core/acceptance/repriced-offer.ts";
import { catalogOf } from "#app/core/catalog/catalog.ts";
import type { ChosenOffer, OfferedVariant } from "#app/core/decision/decision.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { unreachable } from "#app/core/values/invariant.ts";
import { newUuid } from "#app/platform/ids.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import type { SignChangeset } from "#app/shopify/sign-changeset.ts";
import type { Tickets } from "#app/shopify/tickets.ts";
import { keepAcceptance, loadAcceptance } from "#app/stores/acceptances.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { isInstalled } from "#app/stores/shops.ts";

export interface AcceptNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly tickets: Tickets;
  readonly sign: SignChangeset;
}

export interface AcceptAsk {
  /** Of the verified token: the purchase as it was paid. */
  readonly facts: Facts;
  readonly ticket: string;
  readonly pick: PickedVariant;
}

export type AcceptOutcome =
  | { readonly kind: "accepted"; readonly changeset: string }
  | { readonly kind: "price-changed"; readonly offer: ChosenOffer; readonly step: number; readonly ticket: string }
  | { readonly kind: "unavailable" }
  | { readonly kind: "refused"; readonly why: AcceptRefusal };

export type AcceptRefusal =
  | "ticket-not-ours"
  | "ticket-expired"
  /** Made for other lines or another total than were paid. */
  | "ticket-stale"
  | "not-installed"
  | "not-offered"
  /** This purchase has said yes to another pick of this step. */
  | "accepted-otherwise";

/** A page that waits longer has lost its shopper; the retry finds what was committed meanwhile. */
const DATABASE_MS = 4_000;

/**
 * The shopper's yes: from the ticket to a signed changeset. Exactly one acceptance for (shop, purchase, step), durable
 * before it is answered; the same pick again, in whatever way it comes (double click, retry, crash between commit and
 * answer), gets the same `jti` and changes signed anew, and Shopify applies a `jti` once.
 *
 * Never a higher charge than was shown: a price that has risen is answered with a new offer, nothing kept. A price that
 * fell is accepted as it is: the changeset carries the discount as a percentage, so that Shopify charges less than shown.
 *
 * Throws an AppError of 503 when the database is away or too slow.
 */
export async function acceptOffer(needs: AcceptNeeds, ask: AcceptAsk, now: Instant): Promise<AcceptOutcome> {
  const opened = needs.tickets.open(ask.ticket, ask.facts, now);
  if (opened.kind === "not-ours") return refused("ticket-not-ours");
  if (opened.kind === "expired") return refused("ticket-expired");
  const { ticket } = opened;
  if (ticket.fingerprint !== purchaseFingerprint(ask.facts)) return refused("ticket-stale");

  const work = needs.database.inShop(ask.facts.shop, (tenant) => settle(tenant, ticket, ask.pick, now));
  const settled = await withinMs(DATABASE_MS, work);
  switch (settled.kind) {
    case "stands":
      return { kind: "accepted", changeset: needs.sign(settled.acceptance, now) };
    case "price-changed": {
      const { ticket: renewed, sealed } = needs.tickets.seal({ ...ticket, offer: settled.offer }, now);
      return { kind: "price-changed", offer: renewed.offer, step: renewed.step, ticket: sealed };
    }
    case "unavailable":
    case "refused":
      return settled;
    default:
      return unreachable(settled);
  }
}

type Settled =
  | { readonly kind: "stands"; readonly acceptance: Acceptance }
  | { readonly kind: "price-changed"; readonly offer: ChosenOffer }
  | { readonly kind: "unavailable" }
  | { readonly kind: "refused"; readonly why: AcceptRefusal };

/** In one transaction. What was accepted before is found first: its pick may be sold out by now, its yes still stands. */
async function settle(tenant: Tenant, ticket: Ticket, pick: PickedVariant, now: Instant): Promise<Settled> {
  if (!(await isInstalled(tenant))) return refused("not-installed");
  const before = await loadAcceptance(tenant, ticket.reference, ticket.step);
  if (before) return standing(before, pick);

  const products = await loadCatalog(tenant, [ticket.offer.product]);
  const verdict = checkPick(ticket, pick, { catalog: catalogOf(products) });
  switch (verdict.kind) {
    case "ok":
      return standing(await keepAcceptance(tenant, acceptanceOf(ticket, pick, verdict.variant, now)), pick);
    case "not-allowed":
      return refused("not-offered");
    case "unavailable":
      return unavailable(tenant, ticket, { ...pick, why: verdict.why }, now);
    case "price-changed": {
      const offer = products[0] && repricedOffer(ticket.offer, products[0]);
      return offer ? { kind: "price-changed", offer } : unavailable(tenant, ticket, { ...pick, why: "sold-out" }, now);
    }
    default:
      return unreachable(verdict);
  }
}

/** The row that stands decides, also for the one of two simultaneous requests that came second. */
function standing(acceptance: Acceptance, pick: PickedVariant): Settled {
  const isSame = acceptance.variant === pick.variant && acceptance.quantity === pick.quantity;
  return isSame ? { kind: "stands", acceptance } : refused("accepted-otherwise");
}

function acceptanceOf(ticket: Ticket, pick: PickedVariant, shown: OfferedVariant, now: Instant): Acceptance {
  const { reference, step, decision, offer } = ticket;
  return {
    reference,
    step,
    decision,
    rule: offer.rule,
    ruleName: offer.ruleName,
    variant: pick.variant,
    quantity: pick.quantity,
    unitPrice: shown.offerPrice,
    jti: newUuid(),
    changes: changesFor(offer, pick),
    acceptedAt: now,
  };
}

async function unavailable(
  tenant: Tenant,
  { reference, step }: Ticket,
  detail: Readonly<Record<string, unknown>>,
  now: Instant,
): Promise<Settled> {
  await keepShopperEvent(tenant, { reference, step, kind: "unavailable", at: now, detail });
  return { kind: "unavailable" };
}

function refused(why: AcceptRefusal): { readonly kind: "refused"; readonly why: AcceptRefusal } {
  return { kind: "refused", why };
}
