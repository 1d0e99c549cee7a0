import type { Acceptance, Pick as PickedItems, Ticket } from "#app/core/acceptance/acceptance.ts";
import { changesFor } from "#app/core/acceptance/changes.ts";
import { checkPick, type PricedItem } from "#app/core/acceptance/check-pick.ts";
import { limitReached } from "#app/core/acceptance/limit-reached.ts";
import { objectionToStep } from "#app/core/acceptance/objection-to-step.ts";
import { repricedOffer } from "#app/core/acceptance/repriced-offer.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant, unreachable } from "#app/core/values/invariant.ts";
import { type Money, sum } from "#app/core/values/money.ts";
import { localTimeAt } from "#app/core/values/shop-time.ts";
import { jobFor } from "#app/jobs/catalogue.ts";
import { newUuid } from "#app/platform/ids.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import type { SignChangeset } from "#app/shopify/sign-changeset.ts";
import type { Tickets } from "#app/shopify/tickets.ts";
import { keepAcceptance, loadAcceptances, lockPurchase } from "#app/stores/acceptances.ts";
import { loadCatalog } from "#app/stores/catalog.ts";
import { loadCustomerFacts } from "#app/stores/customer-facts.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { enqueue } from "#app/stores/enqueue.ts";
import { countAcceptance, lockRule } from "#app/stores/rule-use.ts";
import { keepShopperEvent } from "#app/stores/shopper-events.ts";
import { type KnownShop, loadInstalled } from "#app/stores/shops.ts";
import { type OfferInHand, offerInHand } from "./offer-in-hand.ts";

export interface AcceptNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly tickets: Tickets;
  readonly sign: SignChangeset;
}

export interface AcceptAsk {
  /** Of the verified token: the purchase as it was paid. */
  readonly facts: Facts;
  readonly ticket: string;
  readonly pick: PickedItems;
}

export type AcceptOutcome =
  | { readonly kind: "accepted"; readonly changeset: string }
  | ({ readonly kind: "price-changed" } & OfferInHand)
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
  | "accepted-otherwise"
  /** Three offers have been accepted already. */
  | "enough-accepted"
  /** A downsell of what was accepted, or what follows a yes that was none. */
  | "path-left";

const POST_PURCHASE = { surface: "post-purchase" } as const;

/** A page that waits longer has lost its shopper; the retry finds what was committed meanwhile. */
const DATABASE_MS = 4_000;

/**
 * The shopper's yes: from the ticket to a signed changeset. Exactly one acceptance for (shop, purchase, step), at most
 * three for a purchase, durable before it is answered; the same pick again, in whatever way it comes (double click, retry,
 * crash between commit and answer), gets the same `jti` and changes signed anew, and Shopify applies a `jti` once.
 *
 * Never a higher charge than was shown: a price that has risen is answered with a new offer, nothing kept; for one that
 * fell, less is charged. Limits are counted under lock: past one of them, and where an item can't be had, nothing is kept
 * but why.
 *
 * Throws an AppError of 503 when the database is away or too slow.
 */
export async function acceptOffer(needs: AcceptNeeds, ask: AcceptAsk, now: Instant): Promise<AcceptOutcome> {
  const opened = needs.tickets.open(ask.ticket, ask.facts, now);
  if (opened.kind === "not-ours") return refused("ticket-not-ours");
  if (opened.kind === "expired") return refused("ticket-expired");
  const { ticket } = opened;
  if (ticket.fingerprint !== purchaseFingerprint(ask.facts)) return refused("ticket-stale");

  const asked: Asked = { facts: ask.facts, ticket, pick: ask.pick, now };
  const work = needs.database.inShop(ask.facts.shop, (tenant) => settle(tenant, asked));
  const settled = await withinMs(DATABASE_MS, work);
  switch (settled.kind) {
    case "stands":
      return { kind: "accepted", changeset: needs.sign(settled.acceptance, now) };
    case "price-changed":
      return { kind: "price-changed", ...offerInHand({ ...ticket, offer: settled.offer }, needs.tickets, now) };
    case "unavailable":
    case "refused":
      return settled;
    default:
      return unreachable(settled);
  }
}

interface Asked {
  readonly facts: Facts;
  readonly ticket: Ticket;
  readonly pick: PickedItems;
  readonly now: Instant;
}

type Settled =
  | { readonly kind: "stands"; readonly acceptance: Acceptance }
  | { readonly kind: "price-changed"; readonly offer: ChosenOffer }
  | { readonly kind: "unavailable" }
  | { readonly kind: "refused"; readonly why: AcceptRefusal };

/** In one transaction. What was accepted before is found first: its pick may be sold out by now, its yes still stands. */
async function settle(tenant: Tenant, asked: Asked): Promise<Settled> {
  const { ticket, pick } = asked;
  const shop = await loadInstalled(tenant);
  if (!shop) return refused("not-installed");
  await lockPurchase(tenant, ticket.reference);
  const accepted = await loadAcceptances(tenant, ticket.reference, "post-purchase");
  const before = accepted.find(({ step }) => step === ticket.step);
  if (before) return standing(before, pick);
  const objection = objectionToStep(ticket, accepted);
  if (objection) return refused(objection);

  const copies = await loadCatalog(tenant, [...new Set(ticket.offer.products.map(({ product }) => product))]);
  const catalog = { products: new Map(copies.map((product) => [product.id, product])) };
  const verdict = checkPick(ticket, pick, { catalog });
  switch (verdict.kind) {
    case "ok":
      return keep(tenant, asked, verdict.items, shop);
    case "not-allowed":
      return refused("not-offered");
    case "unavailable":
      return unavailable(tenant, asked, verdict);
    case "price-changed": {
      const offer = repricedOffer(ticket, { catalog });
      return offer ? { kind: "price-changed", offer } : unavailable(tenant, asked, { why: "sold-out" });
    }
    default:
      return unreachable(verdict);
  }
}

/** The row that stands decides, also for the one of two simultaneous requests that came second. */
function standing(acceptance: Acceptance, pick: PickedItems): Settled {
  const isSame =
    acceptance.items.length === pick.length &&
    acceptance.items.every((kept) =>
      pick.some(({ variant, quantity }) => variant === kept.variant && quantity === kept.quantity),
    );
  return isSame ? { kind: "stands", acceptance } : refused("accepted-otherwise");
}

async function keep(tenant: Tenant, asked: Asked, items: readonly PricedItem[], shop: KnownShop): Promise<Settled> {
  const { ticket, facts, now } = asked;
  const { rule } = ticket.offer;
  const { timezone, currency } = shop;
  const acceptance = acceptanceOf(ticket, items, now);
  if (ticket.limits) {
    await lockRule(tenant, rule);
    const { customer } = ticket;
    const known = await loadCustomerFacts(tenant, { customer, rules: [rule], at: now, timezone, currency });
    const why = limitReached(ticket.limits, { rule, facts: { ...facts, at: now }, known }, acceptance.discountGiven);
    if (why) return unavailable(tenant, asked, { why });
  }
  const kept = await keepAcceptance(tenant, acceptance);
  const day = localTimeAt(now, timezone).date;
  await countAcceptance(tenant, { rule, day, discountGiven: acceptance.discountGiven });
  return standing(kept, asked.pick);
}

function acceptanceOf(ticket: Ticket, items: readonly PricedItem[], now: Instant): Acceptance {
  const { reference, step, decision, offer, customer } = ticket;
  return {
    reference,
    ...POST_PURCHASE,
    step,
    decision,
    rule: offer.rule,
    ruleName: offer.ruleName,
    ...(customer ? { customer } : {}),
    items: items.map(({ product, variant, quantity, amount }) => ({ product, variant, quantity, amount })),
    discountGiven: offTogether(items),
    jti: newUuid(),
    changes: changesFor(offer, items),
    acceptedAt: now,
  };
}

function offTogether(items: readonly PricedItem[]): Money {
  const [first] = items;
  invariant(first, "an acceptance has an item");
  return sum(
    items.map(({ off }) => off),
    first.off.currency,
  );
}

async function unavailable(
  tenant: Tenant,
  { ticket, pick, now }: Asked,
  { why, product }: { readonly why: string; readonly product?: ProductId },
): Promise<Settled> {
  const { reference, step, offer, customer } = ticket;
  const { rule } = offer;
  const detail = { why, ...(product ? { product } : {}), items: pick };
  await keepShopperEvent(tenant, {
    ...POST_PURCHASE,
    reference,
    step,
    kind: "unavailable",
    rule,
    customer,
    at: now,
    detail,
  });
  await enqueue(tenant, ...jobFor("pause-failing-rule", { rule }));
  return { kind: "unavailable" };
}

function refused(why: AcceptRefusal): { readonly kind: "refused"; readonly why: AcceptRefusal } {
  return { kind: "refused", why };
}
