import type { Ticket } from "#app/core/acceptance/acceptance.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { ChosenOffer, Decision } from "#app/core/decision/decision.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { CompiledRulebook } from "#app/core/rules/compile.ts";
import type { DecisionId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { idOf } from "#app/platform/ids.ts";
import { type RecentMap, recentMap } from "#app/platform/recent-map.ts";
import { TICKET_LIFE_MS, type Tickets } from "#app/shopify/tickets.ts";
import type { DecisionRecorder } from "#app/stores/decision-recorder.ts";
import type { DecisionRecord } from "#app/stores/decisions.ts";
import type { LiveShops } from "#app/stores/live-shops.ts";

export interface DecideNeeds {
  readonly live: Pick<LiveShops, "of">;
  readonly decisions: Pick<DecisionRecorder, "record">;
  readonly tickets: Tickets;
  readonly memory: DecisionMemory;
}

export type DecideOutcome =
  | { readonly kind: "show"; readonly offer: ChosenOffer; readonly step: number; readonly ticket: string }
  | { readonly kind: "nothing" };

/** What was answered for each purchase of late: ten thousand of them, as long as a ticket lives. */
export type DecisionMemory = RecentMap<Answered>;

export function decisionMemory(): DecisionMemory {
  return recentMap({ most: 10_000, lifeMs: TICKET_LIFE_MS });
}

interface Answered {
  readonly record: DecisionRecord;
  readonly sealed?: { readonly offer: ChosenOffer; readonly ticket: string; readonly at: Instant };
}

const FIRST_STEP = 1;

/**
 * Whether this purchase is shown an offer, and which: without waiting for anything. The same reference, lines and total
 * have the same answer for as long as this process remembers them, and beyond that as long as rulebook and products stay;
 * a purchase that changed is decided anew, and its old ticket is worth nothing more (see `acceptOffer`).
 *
 * A shop that is not in memory begins to load and is shown nothing this time.
 */
export function decideOffer(needs: DecideNeeds, facts: Facts, now: Instant): DecideOutcome {
  const shop = needs.live.of(facts.shop);
  if (!shop) return { kind: "nothing" };
  const { record, sealed } = answerFor(needs, facts, shop.compiled, now);
  needs.decisions.record(facts.shop, { ...record, made: { ...record.made, at: now } });
  return sealed ? { kind: "show", offer: sealed.offer, step: FIRST_STEP, ticket: sealed.ticket } : { kind: "nothing" };
}

function answerFor({ memory, tickets }: DecideNeeds, facts: Facts, rulebook: CompiledRulebook, now: Instant): Answered {
  const key = `${facts.shop} ${facts.reference}`;
  const fingerprint = purchaseFingerprint(facts);
  const before = memory.get(key, now);
  if (before?.record.fingerprint === fingerprint && isFresh(before, now)) return before;
  const record =
    before?.record.fingerprint === fingerprint ? before.record : decided(facts, fingerprint, rulebook, now);
  const answered = sealing(record, tickets, now);
  memory.put(key, answered, now);
  return answered;
}

/** A ticket past half its life is sealed again: it must still be good when the shopper has paid and thought it over. */
function isFresh({ sealed }: Answered, now: Instant): boolean {
  return !sealed || now - sealed.at < TICKET_LIFE_MS / 2;
}

function decided(facts: Facts, fingerprint: string, rulebook: CompiledRulebook, now: Instant): DecisionRecord {
  const began = performance.now();
  const decision = decide(facts, rulebook);
  const tookMicros = Math.round((performance.now() - began) * 1000);
  const id = idOf(facts.shop, facts.reference, fingerprint, rulebook.version, saidBy(decision)) as DecisionId;
  return {
    facts,
    fingerprint,
    step: FIRST_STEP,
    tookMicros,
    made: { id, at: now, rulebookVersion: rulebook.version, decision },
  };
}

/**
 * What a decision says of the offer and of every candidate, as text. It is part of the id: asked again after prices or
 * stock have changed, a process that remembers nothing decides otherwise, and that is evidence of its own.
 */
function saidBy(decision: Decision): string {
  const outcomes = decision.verdicts.map(({ outcome }) => outcome);
  return JSON.stringify([decision.kind === "show" ? decision.offer : decision.reason, outcomes]);
}

function sealing(record: DecisionRecord, tickets: Tickets, now: Instant): Answered {
  const { facts, fingerprint, made } = record;
  if (made.decision.kind === "nothing") return { record };
  const { shop, reference } = facts;
  const whole: Ticket = {
    shop,
    reference,
    fingerprint,
    step: FIRST_STEP,
    decision: made.id,
    offer: made.decision.offer,
  };
  const { ticket, sealed } = tickets.seal(whole, now);
  return { record, sealed: { offer: ticket.offer, ticket: sealed, at: now } };
}
