import type { Pick as PickedItems } from "#app/core/acceptance/acceptance.ts";
import { pagesWith } from "#app/core/acceptance/earlier-answers.ts";
import { itemsAsShown } from "#app/core/acceptance/items-as-shown.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import type { OfferName } from "#app/core/extract/surface-offer.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { DecisionId, RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { localTimeAt } from "#app/core/values/shop-time.ts";
import { newUuid } from "#app/platform/ids.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import { keepAcceptance, loadAcceptance, lockPurchase, removeAcceptance } from "#app/stores/acceptances.ts";
import type { Database, Tenant } from "#app/stores/database.ts";
import { loadDecision, saveDecisions } from "#app/stores/decisions.ts";
import type { LiveShops } from "#app/stores/live-shops.ts";
import { countAcceptance, lockRule, uncountAcceptance } from "#app/stores/rule-use.ts";
import { keepShopperEvent, loadShopperEvent } from "#app/stores/shopper-events.ts";
import { type KnownShop, loadInstalled } from "#app/stores/shops.ts";
import type { PurchaseOnSurface } from "./decide-on-surface.ts";
import { knownOnSurface } from "./known-on-surface.ts";
import { namedOffer } from "./offer-on-surface.ts";
import { liveShop, rulebookOfVersion } from "./shop-in-hand.ts";

export interface RecordSurfaceNeeds {
  readonly database: Pick<Database, "inShop">;
  readonly live: Pick<LiveShops, "of" | "warm">;
}

export interface SurfaceTelling extends PurchaseOnSurface {
  readonly offer: OfferName;
  readonly kind: "impression" | "decline" | "accept" | "undo";
  /** What was picked, with an `accept` and an `undo`. */
  readonly items: PickedItems;
  /** Counts the yeses and undos of a page up: one that is not higher than the last changes nothing. */
  readonly turn?: number;
}

export type RecordSurfaceOutcome =
  | { readonly kind: "kept" }
  /** No version of the rulebook has such a rule on this page. */
  | { readonly kind: "refused"; readonly why: "not-offered" | "not-installed" };

const DATABASE_MS = 4_000;

/**
 * What a page tells of its offer: seen, declined, put into the cart (or gone to the checkout prepared for it), taken out
 * again. Kept once for each purchase, page, step and kind, and committed before it is answered. It makes no money: a yes is
 * counted for the rule's limits, once, under lock, and an undo takes that back.
 *
 * A page that decided by itself tells of an offer we have not heard of: it is decided again, so that its order can say why.
 * Throws an AppError of 503 when the database is away or too slow.
 */
export async function recordSurfaceEvent(
  needs: RecordSurfaceNeeds,
  telling: SurfaceTelling,
  now: Instant,
): Promise<RecordSurfaceOutcome> {
  return withinMs(DATABASE_MS, keepTelling(needs, telling, now));
}

async function keepTelling(
  { database, live }: RecordSurfaceNeeds,
  telling: SurfaceTelling,
  now: Instant,
): Promise<RecordSurfaceOutcome> {
  const { facts, offer } = telling;
  // Before the transaction begins: loading a shop takes a connection of its own.
  const shop = await liveShop(live, facts.shop);
  return database.inShop(facts.shop, async (tenant): Promise<RecordSurfaceOutcome> => {
    const installed = await loadInstalled(tenant);
    if (!installed || !shop) return { kind: "refused", why: "not-installed" };
    const compiled = await rulebookOfVersion(tenant, shop, facts, offer.version);
    const rule = compiled?.rulebook.rules.find(({ id }) => id === offer.rule);
    if (!compiled || !rule?.surfaces.includes(facts.surface)) return { kind: "refused", why: "not-offered" };
    await lockPurchase(tenant, facts.reference);
    await keep(tenant, { ...telling, rule, compiled, shop: installed, now });
    return { kind: "kept" };
  });
}

interface Told extends SurfaceTelling {
  readonly rule: Rule;
  readonly compiled: CompiledRulebook;
  readonly shop: KnownShop;
  readonly now: Instant;
}

async function keep(tenant: Tenant, told: Told): Promise<void> {
  const { kind } = told;
  if (kind === "undo") return takeBack(tenant, told);
  if (kind === "accept") return accept(tenant, told);
  if ((await keepEvent(tenant, told)) === "new") await shownOffer(tenant, told);
}

async function keepEvent(tenant: Tenant, { facts, offer, kind, turn, now }: Told): Promise<"new" | "duplicate"> {
  const { reference, surface, customer } = facts;
  const rule = offer.rule as RuleId;
  const detail = turn === undefined ? {} : { turn };
  return keepShopperEvent(tenant, { reference, surface, step: offer.step, kind, rule, customer, at: now, detail });
}

interface ShownOffer {
  readonly decision: DecisionId;
  readonly offer: ChosenOffer;
}

/** The offer as it was decided, or as it is decided now where nobody told us of it before; undefined if it can't be. */
async function shownOffer(tenant: Tenant, told: Told): Promise<ShownOffer | undefined> {
  const { facts, offer: name, items, compiled, now } = told;
  const known = await knownOnSurface(tenant, told, name, compiled, now);
  const earlier = known.earlier ?? { accepted: [], told: [], shown: [] };
  const pages = pagesWith(facts.surface);
  const before = earlier.shown.findLast(
    ({ surface, step, rule, version }) =>
      pages.includes(surface) && step === name.step && rule === name.rule && version === name.version,
  );
  const kept = before && (await loadDecision(tenant, before.decision));
  if (kept?.made.decision.kind === "show") return { decision: kept.made.id, offer: kept.made.decision.offer };
  const began = performance.now();
  const made = [facts, withoutItems(facts, items)]
    .map((purchase) => namedOffer(name, purchase, { ...known, earlier }, compiled))
    .find((one) => one?.decision.kind === "show");
  if (made?.decision.kind !== "show") return undefined;
  const tookMicros = Math.round((performance.now() - began) * 1000);
  const { id, step, decision, evidence } = made;
  const record = { facts: made.facts, fingerprint: purchaseFingerprint(made.facts), step, tookMicros };
  await saveDecisions(tenant, [
    { ...record, made: { id, at: now, rulebookVersion: compiled.version, decision }, evidence: evidence() },
  ]);
  return { decision: id, offer: decision.offer };
}

/** The purchase before the pick was put into it, where the page tells of it as it is after that. */
function withoutItems(facts: Facts, items: PickedItems): Facts {
  const picked = new Set(items.map(({ variant }) => variant));
  return { ...facts, lines: facts.lines.filter(({ variant }) => !picked.has(variant)) };
}

async function accept(tenant: Tenant, told: Told): Promise<void> {
  if (!(await isLastWord(tenant, told))) return;
  await keepEvent(tenant, told);
  const { facts, offer, items, rule, shop, now } = told;
  const { reference, surface, customer } = facts;
  const key = { reference, surface, step: offer.step };
  if (await loadAcceptance(tenant, key)) return;
  const shown = await shownOffer(tenant, told);
  const taken = shown && itemsAsShown(shown.offer, items);
  if (!taken) return;
  if (rule.limits) await lockRule(tenant, rule.id);
  await keepAcceptance(tenant, {
    ...key,
    decision: shown.decision,
    rule: rule.id,
    ruleName: rule.name,
    ...(customer ? { customer } : {}),
    ...taken,
    jti: newUuid(),
    changes: [],
    acceptedAt: now,
  });
  const day = localTimeAt(now, shop.timezone).date;
  await countAcceptance(tenant, { rule: rule.id, day, discountGiven: taken.discountGiven });
}

async function takeBack(tenant: Tenant, told: Told): Promise<void> {
  if (!(await isLastWord(tenant, told))) return;
  await keepEvent(tenant, told);
  const { facts, offer, shop } = told;
  const key = { reference: facts.reference, surface: facts.surface, step: offer.step };
  const yes = await loadAcceptance(tenant, key);
  if (!yes || yes.rule !== offer.rule || !(await removeAcceptance(tenant, key))) return;
  const day = localTimeAt(yes.acceptedAt, shop.timezone).date;
  await uncountAcceptance(tenant, { rule: yes.rule, day, discountGiven: yes.discountGiven });
}

/** Whether nothing was told after it; where the page does not count, what arrives last is the last word. */
async function isLastWord(tenant: Tenant, { facts, offer, turn }: Told): Promise<boolean> {
  if (turn === undefined) return true;
  const { reference, surface } = facts;
  for (const kind of ["accept", "undo"] as const) {
    const before = await loadShopperEvent(tenant, { reference, surface, step: offer.step, kind });
    const beforeTurn = before?.detail?.turn;
    if (typeof beforeTurn === "number" && beforeTurn >= turn) return false;
  }
  return true;
}
