import { answeredOn } from "#app/core/acceptance/earlier-answers.ts";
import { lookupsFor } from "#app/core/decision/lookups-for.ts";
import type { SurfaceOffer } from "#app/core/extract/surface-offer.ts";
import { surfaceOfferOf } from "#app/core/extract/surface-offer-of.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { purchaseFingerprint } from "#app/core/facts/fingerprint.ts";
import type { ProductId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { AppError } from "#app/platform/app-error.ts";
import type { CustomerFacts, CustomerFactsAsk } from "#app/stores/customer-facts.ts";
import type { DecisionRecorder, DecisionToRecord } from "#app/stores/decision-recorder.ts";
import type { LiveShop, LiveShops } from "#app/stores/live-shops.ts";
import { limitedFurtherOn, type MadeOnSurface, offerOnSurface } from "./offer-on-surface.ts";

export interface DecideOnSurfaceNeeds {
  readonly live: Pick<LiveShops, "of">;
  /** Undefined when the database does not say in time; never rejects. */
  readonly customerFacts: (shop: Shop, ask: CustomerFactsAsk) => Promise<CustomerFacts | undefined>;
  readonly decisions: Pick<DecisionRecorder, "record">;
}

export interface PurchaseOnSurface {
  /** As the page tells of the purchase; its customer is the token's. */
  readonly facts: Facts;
  /** The reference of the cart that it came from, where the page knows it. */
  readonly cart?: PurchaseReference;
}

export type DecideOnSurfaceOutcome =
  | { readonly kind: "show"; readonly offer: SurfaceOffer }
  | { readonly kind: "nothing" }
  /** Nothing more is offered here: what became of what was. */
  | {
      readonly kind: "answered";
      readonly answer: "accepted" | "declined";
      /** Of what was accepted. */
      readonly title?: string;
      /** The name of the order that it was bought in. */
      readonly order?: string;
    };

/**
 * Which offer the purchase is shown on a page other than the post-purchase one, or what became of the one it was shown.
 * One read of the database, for at most 50 ms: never again what was bought, accepted or declined on any page; none for a
 * cart or a checkout that no rule is of.
 *
 * Throws an AppError of 503 where that cannot be known in time, or the shop is not in memory yet: the page then decides by
 * itself, as if we were silent.
 */
export async function decideOnSurface(
  needs: DecideOnSurfaceNeeds,
  { facts, cart }: PurchaseOnSurface,
  now: Instant,
): Promise<DecideOnSurfaceOutcome> {
  const shop = needs.live.of(facts.shop);
  if (!shop) throw new AppError("loading", 503, "The shop is being loaded.", { retryAfterSeconds: 1 });
  if (!mayHaveAnything(shop, facts)) return { kind: "nothing" };
  const known = await needs.customerFacts(facts.shop, asking(shop, facts, cart));
  if (!known?.earlier) throw new AppError("too-slow", 503, "It takes too long just now.", { retryAfterSeconds: 1 });

  const answered = answeredOn(facts.surface, known.earlier);
  if (answered?.answer === "accepted") {
    const { products, ...rest } = answered;
    return { kind: "answered", ...rest, ...titleOf(products, shop) };
  }
  if (answered) return { kind: "answered", ...answered };

  const began = performance.now();
  const compiled = shop.compiledFor(facts);
  const made = offerOnSurface(facts, { ...known, earlier: known.earlier }, compiled, [compiled, shop.compiled]);
  needs.decisions.record(facts.shop, recordOf(made, now, performance.now() - began));
  return shownIn(made, shop);
}

/** After the payment a path may go on, or be told of, that no rule of the page begins. */
function mayHaveAnything(shop: LiveShop, facts: Facts): boolean {
  const isBeforePayment = facts.surface === "cart" || facts.surface === "checkout";
  return !isBeforePayment || shop.compiledFor(facts).surfaces.has(facts.surface);
}

/** What deciding this purchase asks the database. */
function asking(shop: LiveShop, facts: Facts, cart: PurchaseReference | undefined): CustomerFactsAsk {
  const compiled = shop.compiledFor(facts);
  const lookups = lookupsFor(facts, compiled);
  const further = limitedFurtherOn({ facts, compiled });
  const { timezone, currency } = compiled.catalog.shop;
  // What follows on a path may turn on the customer though no rule is found by this purchase.
  const customer = lookups?.customer ?? facts.customer;
  return {
    ...(customer ? { customer } : {}),
    rules: [...new Set([...(lookups?.rules ?? []), ...further])],
    answersOf: [facts.reference, ...(cart ? [cart] : [])],
    at: facts.at,
    timezone,
    currency,
  };
}

/** As it is kept: evidence is gathered later, off the request's path. */
function recordOf(made: MadeOnSurface, at: Instant, tookMs: number): DecisionToRecord {
  const { id, facts, compiled, step, decision, evidence } = made;
  return {
    facts,
    fingerprint: purchaseFingerprint(facts),
    step,
    tookMicros: Math.round(tookMs * 1000),
    made: { id, at, rulebookVersion: compiled.version, decision },
    evidence,
  };
}

function shownIn({ decision, rule, facts, compiled, step }: MadeOnSurface, shop: LiveShop): DecideOnSurfaceOutcome {
  if (decision.kind === "nothing" || !rule) return { kind: "nothing" };
  const { locale, surface } = facts;
  const isAutomatic = shop.automatic.has(rule.id);
  const drawing = { locale, isAutomatic, step, version: compiled.version };
  return { kind: "show", offer: surfaceOfferOf(decision.offer, rule, surface, compiled.catalog, drawing) };
}

function titleOf([first]: readonly ProductId[], { catalog }: LiveShop): { readonly title?: string } {
  const title = first && catalog.products.get(first)?.title;
  return title === undefined ? {} : { title };
}
