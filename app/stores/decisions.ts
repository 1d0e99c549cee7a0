import type { Decision as DecisionRow } from "@prisma/client";
import type { MadeDecision } from "#app/core/decision/decision.ts";
import type { Evidence } from "#app/core/decision/evidence.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { DecisionId, PurchaseReference } from "#app/core/values/ids.ts";
import type { Tenant } from "./database.ts";
import { jsonTextToStore, storedAs } from "./stored-json.ts";

/** A decision as it is kept. */
export interface DecisionRecord {
  readonly facts: Facts;
  readonly made: MadeDecision;
  /** Of the purchase it was made for: see `purchaseFingerprint`. */
  readonly fingerprint: string;
  /** 1 for the first offer of a purchase. */
  readonly step: number;
  /** What deciding took, in microseconds. */
  readonly tookMicros: number;
  /** All that it consulted; absent where that was lost. */
  readonly evidence?: Evidence;
}

/**
 * Keeps these in one insert. A decision that is kept already (the same answer again) only moves its `askedAt`, and takes
 * the evidence if it had none.
 */
export async function saveDecisions(tenant: Tenant, records: readonly DecisionRecord[]): Promise<void> {
  // One row a decision: an insert that meets its own row again is refused. Decided the first time, asked for the last.
  const sameDecisions = Map.groupBy(records, ({ made }) => made.id);
  const rows = [...sameDecisions.values()].flatMap(([first, ...again]) => (first ? rowOf(first, again) : []));
  await tenant.db.$executeRaw`
    insert into decisions as kept (shop, decision, reference, surface, step, fingerprint, customer, rulebook_version, kind, facts,
      document, evidence, took_micros, decided_at, asked_at)
    select ${tenant.shop}, decision, reference, surface, step, fingerprint, customer, rulebook_version, kind, facts, document,
      evidence, took_micros, decided_at, asked_at
    from jsonb_to_recordset(${jsonTextToStore(rows)}::jsonb)
      as told(decision text, reference text, surface text, step int, fingerprint text, customer text, rulebook_version int, kind text,
        facts jsonb, document jsonb, evidence jsonb, took_micros int, decided_at timestamptz, asked_at timestamptz)
    order by decision
    on conflict (shop, decision) do update set asked_at = greatest(kept.asked_at, excluded.asked_at),
      evidence = coalesce(kept.evidence, excluded.evidence)`;
}

function rowOf(first: DecisionRecord, again: readonly DecisionRecord[]) {
  const { facts, made, fingerprint, step, tookMicros } = first;
  return {
    decision: made.id,
    reference: facts.reference,
    surface: facts.surface,
    step,
    fingerprint,
    customer: facts.customer,
    rulebook_version: made.rulebookVersion,
    kind: made.decision.kind,
    facts,
    document: made.decision,
    evidence: [first, ...again].find(({ evidence }) => evidence)?.evidence,
    took_micros: Math.round(tookMicros),
    decided_at: new Date(made.at),
    asked_at: new Date(Math.max(made.at, ...again.map((later) => later.made.at))),
  };
}

/** The decisions of a purchase, the one that was asked for last at the end: that one stood. */
export async function loadDecisions(tenant: Tenant, reference: PurchaseReference): Promise<DecisionRecord[]> {
  const rows = await tenant.db.decision.findMany({
    where: { shop: tenant.shop, reference },
    orderBy: [{ askedAt: "asc" }, { decision: "asc" }],
  });
  return rows.map(recordOf);
}

/** One of them, if it is kept. */
export async function loadDecision(tenant: Tenant, decision: DecisionId): Promise<DecisionRecord | undefined> {
  const row = await tenant.db.decision.findUnique({ where: { shop_decision: { shop: tenant.shop, decision } } });
  return row ? recordOf(row) : undefined;
}

function recordOf(row: DecisionRow): DecisionRecord {
  return {
    facts: storedAs(row.facts),
    made: {
      id: row.decision as DecisionId,
      at: row.decidedAt.getTime(),
      rulebookVersion: row.rulebookVersion,
      decision: storedAs(row.document),
    },
    fingerprint: row.fingerprint,
    step: row.step,
    tookMicros: row.tookMicros,
    ...(row.evidence === null ? {} : { evidence: storedAs<Evidence>(row.evidence) }),
  };
}
