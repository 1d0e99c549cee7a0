import { chosenOffer } from "../decision/chosen-offer.ts";
import type { CompiledRule, CompiledRulebook } from "../decision/compiled-rulebook.ts";
import { rulesBySurface, sellsBundles } from "../decision/compiled-rules.ts";
import { canShow, optionsOf } from "../decision/fittest.ts";
import { isOfferedAgain, objectionTo, objectionToRule } from "../decision/guards.ts";
import { offersMoreOfTheSame } from "../decision/sources.ts";
import type { Facts } from "../facts/facts.ts";
import { conditionsOf } from "../rules/conjuncts.ts";
import { truthIn } from "../rules/prepared-clause.ts";
import type { Currency } from "../values/currency.ts";
import { zero } from "../values/money.ts";
import type { Extract, ExtractedRule, ShopExtract } from "./extract.ts";
import { type LivePrices, repriced } from "./live-prices.ts";
import { type Assembled, rulebookFrom } from "./rulebook-from.ts";
import type { SurfaceOffer } from "./surface-offer.ts";
import { surfaceOfferOf } from "./surface-offer-of.ts";

/** What a surface decides by itself. Not certain: the app is to be asked, and when it is silent this stands. */
export type DecidedHere =
  | { readonly kind: "show"; readonly offer: SurfaceOffer; readonly isCertain: boolean }
  | { readonly kind: "nothing"; readonly isCertain: boolean };

/**
 * Which offer fits this purchase, by the parts that it leads to and the shopper's own prices. What is certain is what the
 * app would say, which knows the whole rulebook, the whole shop and the customer. Never throws: parts that make no sense
 * decide nothing.
 */
export function decideHere(
  extracts: { readonly shop: ShopExtract; readonly products: readonly Extract[] },
  facts: Facts,
  live: LivePrices,
): DecidedHere {
  try {
    return decided(rulebookFrom(extracts.shop, extracts.products), facts, live);
  } catch {
    // Only the app writes what is read here: what can't be taken for a rulebook was damaged, and the app knows better.
    return { kind: "nothing", isCertain: false };
  }
}

function decided(assembled: Assembled, facts: Facts, live: LivePrices): DecidedHere {
  const currency = facts.presentmentCurrency;
  const catalog = repriced(assembled.catalog, live, currency);
  const isShops = currency === assembled.catalog.shop.currency;
  const rulebook = isShops ? assembled.rulebook : { ...assembled.rulebook, rules: abroad(assembled, currency) };
  const { version } = assembled;
  const { surface } = facts;
  const compiled = { version, rulebook, catalog, surfaces: new Map(), hasBundles: sellsBundles(catalog) };
  const found = firstThatFits(rulesBySurface(rulebook, catalog).get(surface) ?? [], facts, compiled);
  // What is left to the app matters where it stands before what was found.
  const place = found.winner?.rule.priority ?? Number.MAX_VALUE;
  const isCertain =
    found.isCertain && assembled.leftFrom > place && !assembled.asksApp.some((asking) => asking === surface);
  if (!found.winner) return { kind: "nothing", isCertain };
  const rule: ExtractedRule = found.winner.rule;
  const offer = surfaceOfferOf(chosenOffer(found.winner, facts, compiled), rule, surface, catalog, {
    locale: facts.locale,
    isAutomatic: rule.isAutomatic === true,
    step: 1,
    version,
  });
  return { kind: "show", offer, isCertain };
}

/**
 * The rules as they can be kept in another currency than the shop's: not those that take off an amount, which Shopify would
 * convert by its own rate. Sending is charged by the checkout, whatever the rule says of other pages.
 */
function abroad({ rulebook }: Assembled, currency: Currency): ExtractedRule[] {
  return rulebook.rules.flatMap((rule) => {
    const { offer } = rule.path;
    if (offer.discount.kind === "amount" || offer.discount.kind === "fixed-price") return [];
    const shipping =
      offer.shipping.kind === "free" ? offer.shipping : ({ kind: "price", prices: [zero(currency)] } as const);
    return [{ ...rule, path: { offer: { ...offer, shipping } } }];
  });
}

interface Found {
  readonly winner?: CompiledRule;
  readonly isCertain: boolean;
}

/**
 * The first rule that fits and can be shown, and whether what is not known here could have changed that. Every rule is asked:
 * there are few, and an index would take what is not known for what is not so.
 */
function firstThatFits(rules: readonly CompiledRule[], facts: Facts, compiled: CompiledRulebook): Found {
  let isCertain = true;
  for (const rule of rules) {
    if (facts.at < rule.from || facts.at >= rule.until) continue;
    const verdict = verdictOn(rule, facts, compiled);
    isCertain &&= verdict.isCertain;
    if (verdict.isShown) return { winner: rule, isCertain };
  }
  return { isCertain };
}

/** Of a rule whose time it is. */
function verdictOn(rule: CompiledRule, facts: Facts, compiled: CompiledRulebook) {
  const { catalog } = compiled;
  const { asksApp }: ExtractedRule = rule.rule;
  const truth = truthIn(rule.when, facts, catalog);
  const isDealt = isKnownCustomer(facts) && turnsOnWhoItIs(rule);
  const areKnown = facts.lines.every(({ product }) => catalog.products.has(product));
  if (truth !== "true") {
    return { isShown: false, isCertain: !isDealt && (truth === "false" || (!asksApp && areKnown)) };
  }
  if (objectionToRule(rule, facts, compiled, undefined)) return { isShown: false, isCertain: !asksApp };
  const { source } = rule.offer;
  const isMadeOfThePurchase = source.kind === "complementary" || offersMoreOfTheSame(source);
  const isBeforeHistory =
    isKnownCustomer(facts) && !isOfferedAgain(rule.offer, compiled.rulebook) && !offersMoreOfTheSame(source);
  const isShown = canShow(rule, facts, compiled);
  const isCertain = !isDealt && (areKnown || !isMadeOfThePurchase) && areOptionsKnown(rule, facts, compiled);
  return { isShown, isCertain: isCertain && !(isShown && isBeforeHistory) };
}

/** Who is signed in has a history, and is dealt shares and random products by it: the app knows, and here nobody does. */
function isKnownCustomer({ signedIn }: Facts): boolean {
  return signedIn === true;
}

function turnsOnWhoItIs({ rule, offer: { source } }: CompiledRule): boolean {
  if (source.kind === "collection" && source.order === "random") return true;
  return conditionsOf(rule.when).some(({ kind }) => kind === "random-share");
}

/** Whether no product that is not known here could be shown in place of, or beside, those that are. */
function areOptionsKnown({ offer, ...rule }: CompiledRule, facts: Facts, compiled: CompiledRulebook): boolean {
  const options = optionsOf({ offer, ...rule }, facts, compiled);
  const isOneShown = offer.source.kind !== "choice" && offer.source.kind !== "bundle";
  for (const option of options) {
    if (!option.item) return false;
    if (isOneShown && !objectionTo(option, offer, facts, compiled)) return true;
  }
  return true;
}
