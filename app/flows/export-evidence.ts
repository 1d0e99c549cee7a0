import {
  type BundledDecision,
  type BundledEvent,
  EVIDENCE_FORMAT,
  type EvidenceBundle,
} from "#app/core/decision/evidence-bundle.ts";
import type { OrderId, Shop } from "#app/core/values/ids.ts";
import type { Database } from "#app/stores/database.ts";
import { loadOrderScreen, type OrderScreen } from "#app/stores/read-models/order-screen.ts";
import { rulebooksAsked } from "./rulebooks-asked.ts";
import { stepsOfPurchase } from "./steps-of-purchase.ts";

/** As many as a bundle may hold: of a purchase that was decided for more often, the last ones. */
const DECISIONS_MOST = 100;

/**
 * All that is kept of an order's decisions as one document, which `encore explain` reads; undefined when the shop has no
 * such order. A decision whose evidence was lost cannot be replayed: it stands among the events as "evidence-lost".
 */
export async function exportEvidence(
  { database }: { readonly database: Pick<Database, "inShop"> },
  { shop, order }: { readonly shop: Shop; readonly order: OrderId },
): Promise<EvidenceBundle | undefined> {
  const screen = await database.inShop(shop, (tenant) => loadOrderScreen(tenant, order));
  if (!screen) return undefined;
  const { reference, name } = screen.order;
  return {
    format: EVIDENCE_FORMAT,
    shop,
    order: { reference, name },
    decisions: bundledDecisions(screen).slice(-DECISIONS_MOST),
    events: bundledEvents(screen),
  };
}

function bundledDecisions(screen: OrderScreen): BundledDecision[] {
  const steps = stepsOfPurchase(screen);
  const rulebooks = rulebooksAsked(screen);
  return screen.decisions
    .flatMap(({ id, at, step: number, rulebookVersion: version, evidence, decision }): BundledDecision[] => {
      const rulebook = rulebooks.get(version);
      const step = steps.get(id);
      if (!evidence || !rulebook || (number > 1 && !step)) return [];
      return [{ id, at, version, rulebook, evidence, decision, ...(step && { step }) }];
    })
    .sort((left, right) => left.at - right.at);
}

function bundledEvents({ decisions, events, acceptances, earnings, orderNames }: OrderScreen): BundledEvent[] {
  const happened: BundledEvent[] = [
    ...decisions
      .filter(({ evidence }) => !evidence)
      .map(({ id, at, step, facts: { surface }, decision }) => ({
        at,
        kind: "evidence-lost",
        detail: { decision: id, surface, step, answer: decision },
      })),
    ...events.map(({ at, kind, surface, step, detail }) => ({ at, kind, detail: { surface, step, ...detail } })),
    ...acceptances.map(({ acceptedAt, surface, step, rule, items, discountGiven, boughtIn }) => ({
      at: acceptedAt,
      kind: "accepted",
      detail: { surface, step, rule, items, discountGiven, ...(boughtIn ? { boughtIn: orderNames[boughtIn] } : {}) },
    })),
    ...earnings.map(({ at, kind, surface, step, rule, line, amount }) => ({
      at,
      kind,
      detail: { surface, step, rule, line, amount },
    })),
  ];
  return happened.sort((left, right) => left.at - right.at);
}
