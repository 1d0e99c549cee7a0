import { answeredOn } from "#app/core/acceptance/earlier-answers.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import { offersMoreOfTheSame } from "#app/core/decision/sources.ts";
import type { OfferName } from "#app/core/extract/surface-offer.ts";
import { surfaceOfferOf } from "#app/core/extract/surface-offer-of.ts";
import type { Facts, Surface } from "#app/core/facts/facts.ts";
import type { Discount, Rule } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { minus, sum } from "#app/core/values/money.ts";
import { type OfferCodesAsk, takenOffBy } from "#app/shopify/create-offer-codes.ts";
import type { Tenant } from "#app/stores/database.ts";
import type { LiveShop } from "#app/stores/live-shops.ts";
import type { CodeTerms } from "#app/stores/offer-codes.ts";
import type { PurchaseOnSurface } from "./decide-on-surface.ts";
import { knownOnSurface } from "./known-on-surface.ts";
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
  purchase: PurchaseOnSurface & { readonly offer: OfferName },
  now: Instant,
): Promise<WantedCodes | undefined> {
  const { facts, offer: name } = purchase;
  const compiled = await rulebookOfVersion(tenant, shop, facts, name.version);
  if (!compiled || !isLiveStill(name, compiled, shop.compiledFor(facts))) return undefined;
  const known = await knownOnSurface(tenant, purchase, name, compiled, now);
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

/** What codes that say this are worth. */
export function termsOf(wanted: WantedCodes): CodeTerms {
  const { variants, isSentFree } = wanted;
  return { takes: takenOffBy(wanted) ?? null, variants, isSentFree };
}

/** Whether codes of these terms take off what is wanted now. */
export function areWorth(kept: CodeTerms, wanted: WantedCodes): boolean {
  const { takes, isSentFree } = termsOf(wanted);
  return isSameDocument(kept.takes, takes) && kept.isSentFree === isSentFree;
}

function codesFor(
  { facts, compiled, step }: MadeOnSurface,
  offer: ChosenOffer,
  rule: Rule,
  now: Instant,
): WantedCodes | undefined {
  const { locale, surface, customer } = facts;
  const { catalog, version } = compiled;
  const { currency } = catalog.shop;
  const life = LIFE_MS[surface];
  const reduction = reductionFor(offer, rule, facts, currency);
  if (life === undefined || !reduction) return undefined;
  const drawing = { locale, isAutomatic: false, step, version };
  const { isSentFree, validUntil } = surfaceOfferOf(offer, rule, surface, catalog, drawing);
  return {
    name: rule.name,
    ...reduction,
    currency,
    variants: variantsIn(offer).map(({ variant }) => variant),
    isSentFree,
    ...(customer ? { customer } : {}),
    endsAt: Math.min(now + life, validUntil ?? Number.POSITIVE_INFINITY),
  };
}

const variantsIn = ({ products }: ChosenOffer) => products.flatMap(({ variants }) => variants);

/** Where the offer goes into the cart that it was made for. */
const IN_THE_SAME_CART: ReadonlySet<Surface> = new Set(["cart", "checkout"]);

/** Undefined where no code takes off what the offer says, and no more. */
function reductionFor(
  offer: ChosenOffer,
  { path: { offer: told } }: Rule,
  { surface, presentmentCurrency }: Facts,
  currency: Currency,
): Pick<WantedCodes, "discount" | "price" | "isOnce" | "piecesLeast"> | undefined {
  const { discount, quantityMost, source } = told;
  const prices = variantsIn(offer).map(({ price }) => price);
  const [first] = prices;
  // An amount of the shop's currency Shopify would take off by its own rate.
  const isInShops = presentmentCurrency === currency;
  const isAmount = discount.kind === "amount" || discount.kind === "fixed-price";
  if (!first || (isAmount && !isInShops)) return undefined;
  if (offer.arrangement === "together") {
    const piecesLeast = offer.products.reduce((count, { pieces }) => count + pieces, 0);
    return { discount, price: sum(prices, currency), isOnce: true, piecesLeast };
  }
  // A code takes one amount off each piece: at several prices they would not all end at the one that is fixed.
  const isOnePrice = prices.every(({ minor }) => minor === first.minor);
  if (discount.kind === "fixed-price" && !isOnePrice) return undefined;
  const isOnce = quantityMost === 1;
  const isThereAlready = IN_THE_SAME_CART.has(surface) && offersMoreOfTheSame(source) && discount.kind !== "none";
  if (!isThereAlready) return { discount, price: first, isOnce };
  // The pieces that are in the cart already keep their price: off is what the offer takes off one piece, once.
  return isOnce && isInShops && isOnePrice ? { discount: offOnePiece(offer), price: first, isOnce } : undefined;
}

function offOnePiece(offer: ChosenOffer): Discount {
  const offs = variantsIn(offer).map(({ price, offerPrice }) => minus(price, offerPrice));
  return { kind: "amount", amounts: offs.slice(0, 1) };
}
