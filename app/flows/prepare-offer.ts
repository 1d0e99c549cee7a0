import { pagesWith } from "#app/core/acceptance/earlier-answers.ts";
import type { OfferName } from "#app/core/extract/surface-offer.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { OrderId, RuleId, Shop, VariantId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { AppError } from "#app/platform/app-error.ts";
import { newUuid } from "#app/platform/ids.ts";
import type { RateLimit } from "#app/platform/rate-limit.ts";
import { withinMs } from "#app/platform/time-limit.ts";
import type { AdminOf } from "#app/shopify/admin-client.ts";
import type { CreateOfferCodes } from "#app/shopify/create-offer-codes.ts";
import { mayMakeDiscounts } from "#app/shopify/scopes.ts";
import type { Database } from "#app/stores/database.ts";
import type { Exclusively } from "#app/stores/exclusively.ts";
import type { LiveShops } from "#app/stores/live-shops.ts";
import {
  beginOfferCodes,
  type CodeTerms,
  keepOfferCodes,
  loadOfferCodes,
  type OfferCodes,
  type OfferCodesKey,
} from "#app/stores/offer-codes.ts";
import { loadShop } from "#app/stores/shops.ts";
import type { PurchaseOnSurface } from "./decide-on-surface.ts";
import { knownPurchase } from "./known-purchase.ts";
import { liveShop } from "./shop-in-hand.ts";
import { areWorth, termsOf, type WantedCodes, wantedCodes } from "./wanted-codes.ts";

export interface PrepareNeeds {
  readonly database: Database;
  readonly live: Pick<LiveShops, "of" | "warm">;
  readonly exclusively: Exclusively;
  readonly adminOf: AdminOf;
  readonly createCodes: CreateOfferCodes;
  /** Counts, by shop, what is asked of Shopify here: a page's word must not use up what the shop may ask. */
  readonly mayPrepare: RateLimit;
}

export interface PrepareAsk extends PurchaseOnSurface {
  readonly offer: OfferName;
  /** The variants that the page draws, as far as it says. */
  readonly drawn: readonly VariantId[];
  /** The order, where the page knows it. */
  readonly order?: OrderId;
}

export type PrepareOutcome =
  | { readonly kind: "prepared"; readonly codes: readonly string[]; readonly validUntil: Instant }
  /** The shop has not told us of the order yet. */
  | { readonly kind: "not-yet"; readonly afterMs: number }
  | { readonly kind: "unavailable" };

/** A page asks in the background and again if it must; nobody looks at it for longer. */
const WITHIN_MS = 9_000;
const ASK_AGAIN_MS = 1_000;
/** A cart may stand for days; what was promised after a payment has its day, and then it is over. */
const MADE_ANEW: ReadonlySet<Surface> = new Set(["cart", "checkout"]);
const UNAVAILABLE = { kind: "unavailable" } as const;

/**
 * The codes of an offer: made once for (purchase, page, rule, step), the same answer whenever it is asked. Nothing here is
 * the browser's word alone: after the payment the purchase must be an order that Shopify tells us of, with the lines that
 * are claimed; the rule must offer this to it by what is live now; limits are asked. What the page draws must be had for
 * what the codes take off: where the rule, a price or the stock has changed since they were made, there are none. Before the payment a code is single-use
 * and short-lived, and made anew once it has expired.
 *
 * Throws an AppError: 429 past what may be asked of Shopify, 503 when it or the database is away or too slow.
 */
export function prepareOffer(needs: PrepareNeeds, ask: PrepareAsk, now: Instant): Promise<PrepareOutcome> {
  return withinMs(WITHIN_MS, prepared(needs, ask, now));
}

async function prepared(needs: PrepareNeeds, ask: PrepareAsk, now: Instant): Promise<PrepareOutcome> {
  const { database, live, mayPrepare } = needs;
  const { shop: name } = ask.facts;
  const [shop, installed] = [await liveShop(live, name), await loadShop(database, name)];
  if (!shop || !installed) return UNAVAILABLE;
  const key = keyOf(ask);
  const before = await database.inShop(name, (tenant) => loadOfferCodes(tenant, key));
  if (before && areMade(before)) {
    if (before.validUntil > now) {
      const wanted = await database.inShop(name, (tenant) => wantedCodes(tenant, shop, ask, now));
      return answerOf(before, ask, wanted);
    }
    if (!MADE_ANEW.has(key.surface)) return UNAVAILABLE;
  }

  const beforeAsking = () => allow(mayPrepare, name, now);
  const bought = await knownPurchase({ ...needs, beforeAsking }, ask, installed);
  if (bought.kind === "not-there-yet") return { kind: "not-yet", afterMs: ASK_AGAIN_MS };
  if (bought.kind === "not-this-one") return UNAVAILABLE;
  const { customer: _claimed, ...facts } = ask.facts;
  const { customer } = bought;
  const verified = { ...ask, facts: customer ? { ...facts, customer } : facts };
  const { offer, drawn } = ask;
  const wanted = await database.inShop(name, (tenant) => wantedCodes(tenant, shop, verified, now));
  return wanted
    ? codesMade(needs, { shop: name, key, offer, drawn, scopes: installed.scopes }, wanted, now)
    : UNAVAILABLE;
}

/** Thank-you and order status show one offer: its codes are one set. */
function keyOf({ facts: { reference, surface }, offer }: PrepareAsk): OfferCodesKey {
  return { reference, surface: pagesWith(surface)[0] ?? surface, rule: offer.rule as RuleId, step: offer.step };
}

const areMade = ({ codes }: OfferCodes) => codes.length > 0;

/** `wanted` is undefined where the offer is not made any more: what was promised stands. */
function answerOf(
  { codes, terms, version, validUntil }: OfferCodes,
  { offer, drawn }: Pick<PrepareAsk, "offer" | "drawn">,
  wanted: WantedCodes | undefined,
): PrepareOutcome {
  const isAsPromised = wanted ? areWorth(terms, wanted) : version === offer.version;
  return isAsPromised && areGoodFor(terms, drawn) ? { kind: "prepared", codes, validUntil } : UNAVAILABLE;
}

function areGoodFor({ variants }: CodeTerms, drawn: readonly VariantId[]): boolean {
  return drawn.every((variant) => variants.includes(variant));
}

interface CodesToMake extends Pick<PrepareAsk, "offer" | "drawn"> {
  readonly shop: Shop;
  readonly key: OfferCodesKey;
  /** Those that the merchant granted. */
  readonly scopes: readonly string[];
}

/** One at a time for a key; who comes second, or again after a crash, finds what the first has kept. */
async function codesMade(
  { database, exclusively, adminOf, createCodes, mayPrepare }: PrepareNeeds,
  { shop, key, offer, drawn, scopes }: CodesToMake,
  wanted: WantedCodes,
  now: Instant,
): Promise<PrepareOutcome> {
  const { discount, isSentFree, endsAt } = wanted;
  const terms = termsOf(wanted);
  if (discount.kind === "none" && !isSentFree) return { kind: "prepared", codes: [], validUntil: endsAt };
  if (!mayMakeDiscounts(scopes) || !areGoodFor(terms, drawn)) return UNAVAILABLE;
  return exclusively(`codes ${shop} ${key.reference} ${key.surface} ${key.rule} ${key.step}`, async () => {
    const first = { ...key, version: offer.version, seed: newUuid(), terms, startsAt: now, validUntil: endsAt };
    const standing = await database.inShop(shop, (tenant) => beginOfferCodes(tenant, first));
    if (areMade(standing)) return answerOf(standing, { offer, drawn }, wanted);
    allow(mayPrepare, shop, now);
    const { seed, startsAt, validUntil } = standing;
    const created = await createCodes(adminOf(shop), { ...wanted, seed, startsAt, endsAt: validUntil });
    if (created.kind === "failed") return UNAVAILABLE;
    const { codes, ids: discounts } = created;
    await database.inShop(shop, (tenant) => keepOfferCodes(tenant, key, { codes, discounts }));
    return { kind: "prepared", codes, validUntil };
  });
}

function allow(mayPrepare: RateLimit, shop: Shop, now: Instant): void {
  if (!mayPrepare(shop, now)) {
    throw new AppError("too-many", 429, "Too many offers of this shop are being prepared.", { retryAfterSeconds: 5 });
  }
}
