import { answeredOn } from "#app/core/acceptance/earlier-answers.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import type { OfferName } from "#app/core/extract/surface-offer.ts";
import { surfaceOfferOf } from "#app/core/extract/surface-offer-of.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { sum } from "#app/core/values/money.ts";
import type { OfferCodesAsk } from "#app/shopify/create-offer-codes.ts";
import { loadCustomerFacts } from "#app/stores/customer-facts.ts";
import type { Tenant } from "#app/stores/database.ts";
import type { LiveShop } from "#app/stores/live-shops.ts";
import type { PurchaseOnSurface } from "./decide-on-surface.ts";
import { type MadeOnSurface, namedOffer } from "./offer-on-surface.ts";
import { rulebookOfVersion } from "./shop-in-hand.ts";

/** What the codes of an offer are to say. */
export type WantedCodes = Omit<OfferCodesAsk, "startsAt" | "seed">;

/** Before the payment a code is for the cart at hand; after it, for whoever thinks it over: at most so long. */
const LIFE_MS: Readonly<Partial<Record<Surface, number>>> = {
  cart: 2 * 60 * 60_000,
  checkout: 2 * 60 * 60_000,
  "thank-you": 7 * 24 * 60 * 60_000,
  "order-status": 7 * 24 * 60 * 60_000,
};

/** Undefined where the offer is not, or no longer, this purchase's: answered, another rule's, past a limit, sold out. */
export async function wantedCodes(
  tenant: Tenant,
  shop: LiveShop,
  { facts, cart, offer: name }: PurchaseOnSurface & { readonly offer: OfferName },
  now: Instant,
): Promise<WantedCodes | undefined> {
  const compiled = await rulebookOfVersion(tenant, shop, facts, name.version);
  if (!compiled || !isLiveStill(name, compiled, shop.compiledFor(facts))) return undefined;
  const { timezone, currency } = compiled.catalog.shop;
  const known = await loadCustomerFacts(tenant, {
    ...(facts.customer ? { customer: facts.customer } : {}),
    rules: [name.rule as RuleId],
    answersOf: [facts.reference, ...(cart ? [cart] : [])],
    at: now,
    timezone,
    currency,
  });
  if (!known.earlier || answeredOn(facts.surface, known.earlier)) return undefined;
  const made = namedOffer(name, facts, { ...known, earlier: known.earlier }, compiled);
  if (made?.decision.kind !== "show" || !made.rule) return undefined;
  return codesFor(made, made.decision.offer, made.rule, now);
}

/** What an older page shows is given as long as what is live now says the same of it. */
function isLiveStill({ rule: id }: OfferName, named: CompiledRulebook, live: CompiledRulebook): boolean {
  const ruleIn = ({ rulebook }: CompiledRulebook) => rulebook.rules.find((rule) => rule.id === id);
  const [shown, now] = [ruleIn(named), ruleIn(live)];
  if (!shown || now?.status !== "active") return false;
  return isSameDocument(shown.path, now.path) && isSameDocument(shown.when, now.when);
}

function codesFor(
  { facts, compiled, step }: MadeOnSurface,
  offer: ChosenOffer,
  rule: Rule,
  now: Instant,
): WantedCodes | undefined {
  const { locale, surface, presentmentCurrency, customer } = facts;
  const { catalog, version } = compiled;
  const { currency } = catalog.shop;
  const { discount } = rule.path.offer;
  const life = LIFE_MS[surface];
  // An amount of the shop's currency Shopify would take off by its own rate.
  const isAmount = discount.kind === "amount" || discount.kind === "fixed-price";
  if (life === undefined || (isAmount && presentmentCurrency !== currency)) return undefined;
  const variants = offer.products.flatMap((product) => product.variants);
  const isTogether = offer.arrangement === "together";
  const prices = variants.map(({ price }) => price);
  const [first] = prices;
  // A code takes one amount off each piece: at several prices they would not all end at the one that is fixed.
  const isOnePrice = prices.every(({ minor }) => minor === first?.minor);
  if (!first || (discount.kind === "fixed-price" && !isTogether && !isOnePrice)) return undefined;
  const drawing = { locale, isAutomatic: false, step, version };
  const { isSentFree, validUntil } = surfaceOfferOf(offer, rule, surface, catalog, drawing);
  return {
    name: rule.name,
    discount,
    currency,
    variants: variants.map(({ variant }) => variant),
    isTogether,
    price: isTogether ? sum(prices, currency) : first,
    isSentFree,
    ...(customer ? { customer } : {}),
    endsAt: Math.min(now + life, validUntil ?? Number.POSITIVE_INFINITY),
  };
}
