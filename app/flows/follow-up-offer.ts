import type { Acceptance, Ticket } from "#app/core/acceptance/acceptance.ts";
import { evidenceOnPath } from "#app/core/acceptance/evidence-on-path.ts";
import { limitReached } from "#app/core/acceptance/limit-reached.ts";
import { ACCEPTS_MOST } from "#app/core/acceptance/objection-to-step.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import type { Decision } from "#app/core/decision/decision.ts";
import { offerOnPath } from "#app/core/decision/offer-on-path.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { Path } from "#app/core/rules/rulebook.ts";
import type { DecisionId, ProductId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { zero } from "#app/core/values/money.ts";
import { loadAcceptances, lockPurchase } from "#app/stores/acceptances.ts";
import { loadCustomerFacts } from "#app/stores/customer-facts.ts";
import type { Tenant } from "#app/stores/database.ts";
import { type DecisionRecord, loadDecision, saveDecisions } from "#app/stores/decisions.ts";
import { loadVersion } from "#app/stores/rulebooks.ts";
import { followUpId } from "./follow-up-id.ts";

export interface FollowUpAsk {
  /** Of the verified token. */
  readonly facts: Facts;
  /** Of the offer that was answered. */
  readonly ticket: Ticket;
  readonly answer: "accepted" | "declined";
  readonly rulebook: CompiledRulebook;
}

/** Whether the ticket's path goes on after that answer. */
export function pathAfter({ ifAccepted, ifDeclined }: Ticket, answer: FollowUpAsk["answer"]): Path | undefined {
  return answer === "accepted" ? ifAccepted : ifDeclined;
}

/**
 * The ticket of what follows an answer, or undefined when nothing does: the path ends here, the answer is not the one that
 * was kept, three offers have been accepted, or what follows can't be shown. Decided once, kept with its evidence in the
 * transaction that is given, and the same whenever it is asked again.
 */
export async function followUpOffer(tenant: Tenant, ask: FollowUpAsk, now: Instant): Promise<Ticket | undefined> {
  const { facts, ticket, answer } = ask;
  const path = pathAfter(ticket, answer);
  if (!path || ticket.fingerprint !== purchaseFingerprint(facts)) return undefined;
  await lockPurchase(tenant, ticket.reference);
  const accepted = await loadAcceptances(tenant, ticket.reference, "post-purchase");
  const yes = accepted.find(({ step }) => step === ticket.step);
  if ((yes !== undefined) !== (answer === "accepted") || accepted.length >= ACCEPTS_MOST) return undefined;

  const step = ticket.step + 1;
  const { reference, decision: answered } = ticket;
  const id = followUpId({ ...facts, reference, decision: answered, answer, step });
  const taken = [...ticket.taken, ...productsOf(ticket, yes)];
  const record = (await loadDecision(tenant, id)) ?? (await decided(tenant, ask, { path, step, id, taken }, now));
  const { decision } = record.made;
  if (decision.kind === "nothing") return undefined;
  const { ifAccepted, ifDeclined, offer } = path;
  const mayGoOn = accepted.length + 1 < ACCEPTS_MOST;
  return {
    shop: ticket.shop,
    reference: ticket.reference,
    fingerprint: ticket.fingerprint,
    step,
    after: answer,
    decision: id,
    offer: decision.offer,
    discount: offer.discount,
    taken,
    ...(ifAccepted && mayGoOn ? { ifAccepted } : {}),
    // Two noes in a row are enough for one page: what follows the second goes to the thank-you page.
    ...(ifDeclined && answer === "accepted" ? { ifDeclined } : {}),
    ...(ticket.limits ? { limits: ticket.limits } : {}),
    ...(ticket.customer ? { customer: ticket.customer } : {}),
  };
}

/** What was taken by a yes; by a no, all that was offered. */
function productsOf({ offer }: Ticket, yes: Acceptance | undefined): ProductId[] {
  return (yes?.items ?? offer.products).map(({ product }) => product);
}

interface Following {
  readonly path: Path;
  readonly step: number;
  readonly id: DecisionId;
  readonly taken: readonly ProductId[];
}

async function decided(
  tenant: Tenant,
  { facts: asked, ticket, rulebook: live }: FollowUpAsk,
  { path, step, id, taken }: Following,
  now: Instant,
): Promise<DecisionRecord> {
  const { rule, ruleName, rulebookVersion } = ticket.offer;
  const rulebook = await asOfVersion(tenant, live, rulebookVersion);
  const { timezone, currency } = rulebook.catalog.shop;
  const { customer } = ticket;
  const known = await loadCustomerFacts(tenant, { customer, rules: [rule], at: now, timezone, currency });
  const facts: Facts = { ...asked, at: now, ...(known.history ? { history: known.history } : {}) };
  const began = performance.now();
  const isPastLimit = ticket.limits && limitReached(ticket.limits, { rule, facts, known }, zero(currency));
  const offer = isPastLimit
    ? undefined
    : offerOnPath(path, { rule, ruleName, rulebookVersion }, facts, rulebook, taken);
  const tookMicros = Math.round((performance.now() - began) * 1000);
  const decision: Decision = offer ? { kind: "show", offer } : { kind: "nothing", reason: "nothing-to-sell" };
  const uses = new Map(known.use.map((one) => [one.rule, one]));
  const record: DecisionRecord = {
    facts,
    fingerprint: ticket.fingerprint,
    step,
    tookMicros,
    made: { id, at: now, rulebookVersion, decision },
    evidence: evidenceOnPath(path, rule, facts, rulebook, uses),
  };
  await saveDecisions(tenant, [record]);
  return record;
}

/**
 * What is live, with the guards of the version that the path is of: another may have been published since the first offer,
 * and by that version the decision is explained.
 */
async function asOfVersion(tenant: Tenant, live: CompiledRulebook, version: number): Promise<CompiledRulebook> {
  if (live.version === version) return live;
  const published = await loadVersion(tenant, version);
  return published ? { ...live, version, rulebook: published.rulebook } : live;
}
