import { Reading } from "../rules/reading.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { type Validated, validateRulebook } from "../rules/validate-rulebook.ts";
import type { DecisionId, PurchaseReference, Shop } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import { differencesBetween, type JsonDifference } from "../values/json-differences.ts";
import type { Decision } from "./decision.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceShape, stepShape } from "./evidence-shapes.ts";
import type { StepOfPath } from "./explain-step.ts";

export const EVIDENCE_FORMAT = "encore-evidence-1";

/** All that is kept of one order's decisions, as one document: downloaded from the admin, replayed anywhere. */
export interface EvidenceBundle {
  readonly format: typeof EVIDENCE_FORMAT;
  readonly shop: Shop;
  readonly order?: BundledOrder;
  /** In the order in which they were made. */
  readonly decisions: readonly BundledDecision[];
  /** What the shopper and Shopify did, in order of time. */
  readonly events: readonly BundledEvent[];
}

interface BundledOrder {
  readonly reference: PurchaseReference;
  /** Shopify's, "#1001"; absent while the order has not arrived. */
  readonly name?: string;
}

export interface BundledDecision {
  readonly id: DecisionId;
  readonly at: Instant;
  /** Of the rulebook. */
  readonly version: number;
  readonly rulebook: Rulebook;
  readonly evidence: Evidence;
  /** As it was kept when it was made. */
  readonly decision: Decision;
  /** Where it stands on a rule's path, of what followed an answer; absent of a first offer. */
  readonly step?: StepOfPath;
}

export interface BundledEvent {
  readonly at: Instant;
  /** "impression", "accepted", "declined", "applied", "earned" … */
  readonly kind: string;
  /** What more is known of it, as JSON. */
  readonly detail?: unknown;
}

/** An untrusted document as a bundle, or everything that is wrong with it, each problem at its place. */
export function readEvidenceBundle(document: unknown): Validated<"bundle", EvidenceBundle> {
  const reading = new Reading(document);
  const bundle = readBundle(reading);
  return bundle && reading.problems.length === 0
    ? { kind: "valid", bundle }
    : { kind: "invalid", problems: reading.problems };
}

/** Where the recomputed decision says something else than the kept one; none when it is the same. */
export function differencesFrom(
  kept: Decision,
  { decision }: { readonly decision: Decision },
): readonly JsonDifference[] {
  return differencesBetween(kept, decision);
}

function readBundle(reading: Reading): EvidenceBundle | undefined {
  if (!reading.object("problem.part.evidence")) return undefined;
  reading.onlyFields(["format", "shop", "order", "decisions", "events"]);
  if (reading.at("format").value !== EVIDENCE_FORMAT) {
    return reading.at("format").wrong({ message: "problem.evidence.format", values: { format: EVIDENCE_FORMAT } });
  }
  const shop = reading.at("shop").text("problem.evidence.shop", 255);
  const order = reading.at("order");
  const decisions = reading.at("decisions").list("problem.evidence.decisions", 100)?.map(readDecision);
  const events = reading.at("events").list("problem.evidence.events", 10_000)?.map(readEvent);
  if (!shop || !decisions?.every((one) => one !== undefined) || !events?.every((one) => one !== undefined)) {
    return undefined;
  }
  const readOf = order.isAbsent ? undefined : readOrder(order);
  return { format: EVIDENCE_FORMAT, shop: shop as Shop, ...(readOf && { order: readOf }), decisions, events };
}

function readOrder(reading: Reading): BundledOrder | undefined {
  if (!reading.object("problem.part.order")) return undefined;
  reading.onlyFields(["reference", "name"]);
  const reference = reading.at("reference").text("problem.evidence.reference", 255);
  const name = reading.at("name");
  const readName = name.isAbsent ? undefined : name.text("problem.evidence.order-name", 255);
  return reference ? { reference: reference as PurchaseReference, ...(readName && { name: readName }) } : undefined;
}

function readDecision(reading: Reading): BundledDecision | undefined {
  if (!reading.object("problem.part.decision")) return undefined;
  reading.onlyFields(["id", "at", "version", "rulebook", "evidence", "decision", "step"]);
  const id = reading.at("id").text("problem.evidence.decision-id", 255);
  const at = readInstant(reading.at("at"));
  const version = reading.at("version").wholeNumber(0, Number.MAX_SAFE_INTEGER, "problem.evidence.version");
  const rulebook = readRulebook(reading.at("rulebook"));
  const evidence = evidenceShape.read(reading.at("evidence"));
  const decision = readKept(reading.at("decision"));
  const follows = reading.at("step");
  const step = follows.isAbsent ? undefined : stepShape.read(follows);
  if (!id || at === undefined || version === undefined || !rulebook || !evidence || !decision) return undefined;
  return { id: id as DecisionId, at, version, rulebook, evidence, decision, ...(step && { step }) };
}

function readRulebook(reading: Reading): Rulebook | undefined {
  const validated = validateRulebook(reading.value);
  if (validated.kind === "valid") return validated.rulebook;
  for (const { path, ...told } of validated.problems) {
    reading.problems.push({ path: path === "" ? reading.path : `${reading.path}.${path}`, ...told });
  }
  return undefined;
}

/** What was answered is only compared, never acted on: that it is a decision of either kind is all that is asked. */
function readKept(reading: Reading): Decision | undefined {
  if (!reading.object("problem.part.decision")) return undefined;
  const kind = reading.at("kind").oneOf(["show", "nothing"], "problem.evidence.decision");
  return kind && (reading.value as Decision);
}

function readEvent(reading: Reading): BundledEvent | undefined {
  if (!reading.object("problem.part.event")) return undefined;
  reading.onlyFields(["at", "kind", "detail"]);
  const at = readInstant(reading.at("at"));
  const kind = reading.at("kind").text("problem.evidence.event", 100);
  if (at === undefined || !kind) return undefined;
  const detail = reading.at("detail");
  return { at, kind, ...(detail.isAbsent ? {} : { detail: detail.value }) };
}

function readInstant(reading: Reading): Instant | undefined {
  return reading.wholeNumber(0, MOMENT_MOST, "problem.evidence.moment");
}

/** The last moment that JavaScript's dates can tell. */
const MOMENT_MOST = 8.64e15;
