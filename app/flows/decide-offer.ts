import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import { evidenceOf } from "#app/core/decision/evidence-of.ts";
import { lookupsFor } from "#app/core/decision/lookups-for.ts";
import type { RuleUse } from "#app/core/decision/rule-use.ts";
import type { Facts, Surface } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { DecisionId, RuleId, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { invariant } from "#app/core/values/invariant.ts";
import { idOf } from "#app/platform/ids.ts";
import { type RecentMap, recentMap } from "#app/platform/recent-map.ts";
import { TICKET_LIFE_MS, type Tickets } from "#app/shopify/tickets.ts";
import type { CustomerFacts, CustomerFactsAsk } from "#app/stores/customer-facts.ts";
import type { DecisionRecorder, DecisionToRecord } from "#app/stores/decision-recorder.ts";
import type { LiveShops } from "#app/stores/live-shops.ts";
import { type OfferInHand, offerInHand } from "./offer-in-hand.ts";
import { factsKnowing } from "./offer-on-surface.ts";

export interface DecideNeeds {
  readonly live: Pick<LiveShops, "of">;
  /** Undefined when the database does not say in time; never rejects. */
  readonly customerFacts: (shop: Shop, ask: CustomerFactsAsk) => Promise<CustomerFacts | undefined>;
  readonly decisions: Pick<DecisionRecorder, "record">;
  readonly tickets: Tickets;
  readonly memory: DecisionMemory;
}

export type DecideOutcome = ({ readonly kind: "show" } & OfferInHand) | { readonly kind: "nothing" };

/** What was answered for each purchase of late: ten thousand of them, as long as a ticket lives. */
export interface DecisionMemory {
  readonly answered: RecentMap<Answered>;
  /** Being decided now: asked twice at once, the answer is one. */
  readonly underway: Map<string, Promise<Answered | undefined>>;
}

export function decisionMemory(): DecisionMemory {
  return { answered: recentMap({ most: 10_000, lifeMs: TICKET_LIFE_MS }), underway: new Map() };
}

interface Answered {
  readonly record: DecisionToRecord;
  /** The ticket whole, before it is sealed. */
  readonly ticket?: Ticket;
  readonly sealed?: { readonly inHand: OfferInHand; readonly at: Instant };
}

const FIRST_STEP = 1;

/**
 * Whether this purchase is shown an offer, and which. Where no candidate turns on the customer or on a limit it is said
 * from memory; else the database is asked once, for at most 50 ms: what it has not said by then is unknown, and deciding
 * goes on; but where a page before may have been told no, nothing is shown until that is known. The same reference, lines,
 * total, buyer and destination have the same answer for as long as this process remembers them, and beyond that as long as
 * rulebook and products stay; a purchase that changed is decided anew, and its old ticket is worth nothing more (see
 * `acceptOffer`).
 *
 * A shop that is not in memory begins to load and is shown nothing this time.
 */
export async function decideOffer(needs: DecideNeeds, facts: Facts, now: Instant): Promise<DecideOutcome> {
  const shop = needs.live.of(facts.shop);
  if (!shop) return { kind: "nothing" };
  const answer = await answerFor(needs, facts, shop.compiledFor(facts), now);
  if (!answer) return { kind: "nothing" };
  const { record, sealed } = answer;
  needs.decisions.record(facts.shop, { ...record, made: { ...record.made, at: now } });
  return sealed ? { kind: "show", ...sealed.inHand } : { kind: "nothing" };
}

async function answerFor(
  needs: DecideNeeds,
  facts: Facts,
  rulebook: CompiledRulebook,
  now: Instant,
): Promise<Answered | undefined> {
  const { answered, underway } = needs.memory;
  const key = `${facts.shop} ${facts.reference}`;
  const fingerprint = purchaseFingerprint(facts);
  const before = answered.get(key, now);
  if (before?.record.fingerprint === fingerprint && isSameBuyer(before.record.facts, facts)) {
    if (isFresh(before, now)) return before;
    const renewed = sealing(before, needs.tickets, now);
    answered.put(key, renewed, now);
    return renewed;
  }
  const asked = [key, fingerprint, facts.customer, facts.destinationCountry].join(" ");
  const deciding = underway.get(asked) ?? decided(needs, facts, fingerprint, rulebook, now);
  underway.set(asked, deciding);
  try {
    const first = await deciding;
    if (!first) return undefined;
    // The evidence is handed over once: what is remembered must not keep a rulebook of the past in memory.
    const { evidence: _once, ...record } = first.record;
    if (underway.get(asked) === deciding) answered.put(key, { ...first, record }, now);
    return first;
  } finally {
    underway.delete(asked);
  }
}

/** Who buys may become known, and where it is sent may change, while the purchase stays: rules may turn on it. */
function isSameBuyer(one: Facts, other: Facts): boolean {
  return one.customer === other.customer && one.destinationCountry === other.destinationCountry;
}

/** A ticket past half its life is sealed again: it must still be good when the shopper has paid and thought it over. */
function isFresh({ sealed }: Answered, now: Instant): boolean {
  return !sealed || now - sealed.at < TICKET_LIFE_MS / 2;
}

/** Undefined while it is not known what the purchase has answered on the pages before: asked again, it may be. */
async function decided(
  needs: DecideNeeds,
  asked: Facts,
  fingerprint: string,
  rulebook: CompiledRulebook,
  now: Instant,
): Promise<Answered | undefined> {
  const known = await withLookups(needs, asked, rulebook);
  if (!known) return undefined;
  const { facts, uses } = known;
  const began = performance.now();
  const decision = decide(facts, rulebook, uses);
  const tookMicros = Math.round((performance.now() - began) * 1000);
  const id = idOf(facts.shop, facts.reference, fingerprint, rulebook.version, JSON.stringify(decision)) as DecisionId;
  const made = { id, at: now, rulebookVersion: rulebook.version, decision };
  const evidence = () => evidenceOf(facts, rulebook, uses);
  const record = { facts, fingerprint, step: FIRST_STEP, tookMicros, made, evidence };
  return decision.kind === "show"
    ? sealing({ record, ticket: ticketFor(decision, record, rulebook) }, needs.tickets, now)
    : { record };
}

/** The pages before this one: where rules stand on them, the purchase may have said no there. */
const BEFORE: readonly Surface[] = ["cart", "checkout"];

/** The facts with what the database knows of the customer and of this purchase, and how far limits are used up. */
async function withLookups({ customerFacts }: DecideNeeds, facts: Facts, rulebook: CompiledRulebook) {
  const lookups = lookupsFor(facts, rulebook);
  const mayHaveAnswered = BEFORE.some((surface) => rulebook.surfaces.has(surface));
  if (!lookups && !mayHaveAnswered) return { facts };
  const { timezone, currency } = rulebook.catalog.shop;
  const answersOf = mayHaveAnswered ? { answersOf: [facts.reference] } : {};
  const ask = { rules: [], ...lookups, ...answersOf, at: facts.at, timezone, currency };
  const known = await customerFacts(facts.shop, ask);
  if (!known) return mayHaveAnswered ? undefined : { facts };
  const uses: ReadonlyMap<RuleId, RuleUse> = new Map(known.use.map((one) => [one.rule, one]));
  return { facts: factsKnowing(facts, known), uses };
}

/** What follows on the rule's path goes with the ticket, as it stands in the rulebook that decided. */
function ticketFor(
  { offer }: Extract<Decision, { kind: "show" }>,
  { facts, fingerprint, made }: DecisionToRecord,
  { rulebook }: CompiledRulebook,
): Ticket {
  const rule = rulebook.rules.find(({ id }) => id === offer.rule);
  invariant(rule, "a decision shows an offer of its own rulebook");
  const { path, limits } = rule;
  return {
    shop: facts.shop,
    reference: facts.reference,
    fingerprint,
    step: FIRST_STEP,
    decision: made.id,
    offer,
    discount: path.offer.discount,
    taken: [],
    ...(path.ifAccepted ? { ifAccepted: path.ifAccepted } : {}),
    ...(path.ifDeclined ? { ifDeclined: path.ifDeclined } : {}),
    ...(limits ? { limits } : {}),
    ...(facts.customer ? { customer: facts.customer } : {}),
  };
}

function sealing(answered: Answered, tickets: Tickets, now: Instant): Answered {
  const { ticket } = answered;
  return ticket ? { ...answered, sealed: { inHand: offerInHand(ticket, tickets, now), at: now } } : answered;
}
