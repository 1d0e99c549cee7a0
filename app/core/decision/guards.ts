import type { Facts } from "../facts/facts.ts";
import { isEarlier, sinceDays } from "../rules/conditions/history.ts";
import type { Limits, Offer, Rulebook } from "../rules/rulebook.ts";
import type { Currency } from "../values/currency.ts";
import type { ProductId, RuleId } from "../values/ids.ts";
import { type Money, money } from "../values/money.ts";
import type { CompiledRule, CompiledRulebook } from "./compiled-rulebook.ts";
import type { GuardVerdict } from "./decision.ts";
import { offerPriceOf } from "./offer-price.ts";
import type { Option } from "./option.ts";
import type { RuleUse } from "./rule-use.ts";
import { offersMoreOfTheSame } from "./sources.ts";

export type RuleUses = ReadonlyMap<RuleId, RuleUse>;

/** Why the whole rule can't be shown to this purchase, whatever it offers. */
export function objectionToRule(
  { rule, limits, standing }: CompiledRule,
  facts: Facts,
  { catalog }: CompiledRulebook,
  uses: RuleUses | undefined,
): GuardVerdict | undefined {
  const shopCurrency = catalog.shop.currency;
  // Paid in another currency, Shopify never shows this page, and its changesets are in the shop's.
  const paidIn = facts.presentmentCurrency === shopCurrency ? facts.total.currency : facts.presentmentCurrency;
  if (facts.surface === "post-purchase" && paidIn !== shopCurrency) {
    return { guard: "shop-currency", paidIn, shopCurrency };
  }
  return standing ?? (limits && objectionOfLimits(limits, rule.id, facts, shopCurrency, uses?.get(rule.id)));
}

/** As far as they are known now: they are counted again, under lock, when the offer is accepted. */
export function objectionOfLimits(
  { oncePerCustomer, acceptsPerDay, discountBudget }: Limits,
  rule: RuleId,
  facts: Facts,
  shopCurrency: Currency,
  use: RuleUse | undefined,
): GuardVerdict | undefined {
  if (oncePerCustomer) {
    if (!facts.history) return { guard: "once-per-customer" };
    const since = sinceDays(oncePerCustomer.days, facts);
    const answer = facts.history.answers.find(
      (past) => past.rule === rule && past.at > since && isEarlier(past, facts),
    );
    if (answer) return { guard: "once-per-customer", answered: answer.at };
  }
  if (discountBudget && discountBudget.currency !== shopCurrency) {
    // What discounts cost is counted in the shop's currency: in another one nobody knows what is left.
    return { guard: "priced-in-shop-currency", what: "budget", pricedIn: discountBudget.currency, shopCurrency };
  }
  if (!use) return undefined;
  if (acceptsPerDay !== undefined && use.acceptsToday >= acceptsPerDay) {
    return { guard: "accepts-per-day", most: acceptsPerDay };
  }
  return discountBudget && use.discountGiven >= discountBudget.minor
    ? { guard: "discount-budget", budget: discountBudget }
    : undefined;
}

/** Why this product can't be shown to this purchase: the first guard that objects, with what it saw. */
export function objectionTo(
  option: Option,
  offer: Offer,
  facts: Facts,
  { catalog, rulebook, hasBundles }: CompiledRulebook,
): GuardVerdict | undefined {
  if (option.standing) return option.standing;
  const { product } = option;
  if (facts.taken?.includes(product)) return { guard: "not-answered-before", product };
  for (const line of facts.lines) {
    if (line.product === product && !offersMoreOfTheSame(offer.source)) return { guard: "not-in-purchase", product };
  }
  if ((hasBundles || facts.history) && !offersMoreOfTheSame(offer.source)) {
    if (hasBundles) {
      const bought = boughtTogether(option, facts, catalog);
      if (bought) return { guard: "no-bundle-with-its-items", product, bought };
    }
    if (facts.history && !isOfferedAgain(offer, rulebook)) {
      for (const order of facts.history.orders) {
        if (isEarlier(order, facts) && order.products.includes(product)) {
          return { guard: "not-bought-before", product, at: order.at };
        }
      }
    }
  }
  const country = facts.destinationCountry;
  if (option.needsShipping && country !== undefined && catalog.shop.shipsTo?.includes(country) === false) {
    return { guard: "ships-there", product, country };
  }
  const priceCapPercent = rulebook.guards?.priceCapPercent;
  if (priceCapPercent === undefined || withinCap(option, offer, facts, priceCapPercent).length > 0) return undefined;
  return objectionOfCap(option.product, option.price, facts, priceCapPercent);
}

/** Whether it is offered also to who has bought it before. */
export function isOfferedAgain({ evenIfBoughtBefore }: Offer, { guards }: Rulebook): boolean | undefined {
  return evenIfBoughtBefore || guards?.offerAgainWhatWasBought;
}

/** The options that no guard objects to, each with those of its variants that the shopper may choose. */
export function showable(
  options: readonly Option[],
  offer: Offer,
  facts: Facts,
  compiled: CompiledRulebook,
): readonly Option[] {
  const allowed = options.filter((option) => !objectionTo(option, offer, facts, compiled));
  const priceCapPercent = compiled.rulebook.guards?.priceCapPercent;
  if (priceCapPercent === undefined) return allowed;
  return allowed.map((option) => ({ ...option, variants: withinCap(option, offer, facts, priceCapPercent) }));
}

/** Each variant at its own price: of a bundle's item there is one, at its share of the whole. */
function withinCap({ product, variants, price }: Option, { discount }: Offer, facts: Facts, percent: number) {
  return variants.filter((variant, index) => {
    const asked = index === 0 ? price : offerPriceOf(variant.price, discount);
    return !objectionOfCap(product, asked, facts, percent);
  });
}

/**
 * The price of all pieces against the cap; of a bundle's items each is held against it, and the whole by `objectionToBundle`.
 * A price that cannot be compared with what was paid, being in another currency, is not within it.
 */
function objectionOfCap(
  product: ProductId,
  price: Money,
  { subtotal }: Facts,
  percent: number,
): GuardVerdict | undefined {
  const cap = subtotal.minor * Math.round(percent * 100);
  if (price.currency === subtotal.currency && price.minor * 10_000 <= cap) return undefined;
  return { guard: "price-cap", product, price, most: money(Math.floor(cap / 10_000), subtotal.currency) };
}

/** A bundle's price cap holds for what all its items cost together. */
export function objectionToBundle(
  options: readonly Option[],
  facts: Facts,
  { rulebook, catalog }: CompiledRulebook,
): GuardVerdict | undefined {
  const [first] = options;
  const percent = rulebook.guards?.priceCapPercent;
  if (!first || percent === undefined) return undefined;
  const whole = options.reduce((total, { price }) => total + price.minor, 0);
  return objectionOfCap(first.product, money(whole, catalog.shop.currency), facts, percent);
}

/** The line that is a bundle with the product in it, or one of the items of the bundle that is offered. */
function boughtTogether({ product, item }: Option, { lines }: Facts, catalog: CompiledRulebook["catalog"]) {
  return lines.find(
    (line) =>
      item?.components.includes(line.product) || catalog.products.get(line.product)?.components.includes(product),
  )?.product;
}
