import type { PreviewAsk, PreviewOutcome } from "#app/contracts/preview.ts";
import { type Catalog, type CatalogProduct, canSell, catalogOf } from "#app/core/catalog/catalog.ts";
import type { OfferOwner } from "#app/core/decision/chosen-offer.ts";
import { compile } from "#app/core/decision/compile.ts";
import type { CompiledRulebook } from "#app/core/decision/compiled-rulebook.ts";
import { decide } from "#app/core/decision/decide.ts";
import type { ChosenOffer } from "#app/core/decision/decision.ts";
import { explain } from "#app/core/decision/explain.ts";
import { type LivePrices, repriced } from "#app/core/extract/live-prices.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import { productsOf, sourcesOn, triggersOf } from "#app/core/rules/products-named.ts";
import type { Clause, Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId, PurchaseReference, Shop } from "#app/core/values/ids.ts";
import { instantOfLocal } from "#app/core/values/shop-time.ts";

/** A made-up purchase, the one rule, and what the engine makes of the two. */
export interface Stage {
  readonly ask: PreviewAsk;
  readonly rule: Rule;
  /** At what the shop asks at home. */
  readonly catalog: Catalog;
  /** What this shopper is asked: the shop's own prices, or those of their currency. */
  readonly live: LivePrices;
  readonly facts: Facts;
  readonly compiled: CompiledRulebook;
  readonly bought: CatalogProduct;
  readonly owner: OfferOwner;
}

export const VERSION = 1;
export const REFERENCE = "preview" as PurchaseReference;
const SHOP = "preview.myshopify.com" as Shop;

/** The stage, or what keeps the rule from being shown to anyone. */
export function stageOf(ask: PreviewAsk, now: number): Stage | PreviewOutcome {
  const catalog = catalogOf(ask.shop, ask.goods.products, ask.goods.collections);
  const bought = boughtIn(ask.rule, catalog);
  if (!bought) return { kind: "no-goods" };
  const live = livePricesOf(ask, catalog);
  const facts = factsOf(ask, bought, live, now);
  const schedule = scheduleAt(ask, now);
  const asRule = (when: Clause): Rule => {
    const { limits: _limits, schedule: _schedule, pauseAfter: _pauses, pausedBecause: _why, ...rest } = ask.rule;
    return { ...rest, status: "active", when, ...(schedule ? { schedule } : {}) };
  };
  const isAbroad = ask.currency !== catalog.shop.currency && ask.surface !== "post-purchase";
  const decidedBy = isAbroad ? repriced(catalog, live, ask.currency) : catalog;
  const compiledOf = (rule: Rule) => compile({ format: 1, ...ask.settings, rules: [rule] }, VERSION, decidedBy);
  // Its own conditions where they fit what was bought, so that the reason is the true one; else they are left aside.
  const rules = [ask.rule.when, boughtClause(ask.rule, bought), EVERYTHING].map(asRule);
  const rule = rules.find((one) => decide(facts, compiledOf(one)).kind === "show") ?? asRule(EVERYTHING);
  const compiled = compiledOf(rule);
  const decision = decide(facts, compiled);
  if (decision.kind === "nothing") {
    const { outcome } = explain(facts, compiled).verdicts[0] ?? {};
    return { ...decision, ...(outcome?.kind === "dropped" ? { guard: outcome.guard } : {}) };
  }
  const owner = { rule: rule.id, ruleName: rule.name, rulebookVersion: VERSION };
  return { ask, rule, catalog, live, facts, compiled, bought, owner };
}

/** What the stage shows first. */
export function firstOffer({ facts, compiled }: Stage): ChosenOffer | undefined {
  const decision = decide(facts, compiled);
  return decision.kind === "show" ? decision.offer : undefined;
}

const EVERYTHING: Clause = { all: [] };

function boughtClause({ when }: Rule, { id }: CatalogProduct): Clause {
  return triggersOf(when).has(id) ? { kind: "product", lines: "any", products: [id] } : EVERYTHING;
}

/** What the rule waits for; where it names nothing, something of the shop that it does not offer. */
function boughtIn({ when, path }: Rule, { products }: Catalog): CatalogProduct | undefined {
  const offered = new Set<ProductId>(sourcesOn(path).flatMap(productsOf));
  const named = [...triggersOf(when)].flatMap((id) => products.get(id) ?? []);
  const others = [...products.values()].filter(({ id }) => !offered.has(id));
  const isThere = ({ status, variants }: CatalogProduct) =>
    status === "active" && variants.some(({ stock }) => canSell(stock, 1));
  return [...named.filter(({ id }) => !offered.has(id)), ...others, ...named].find(isThere) ?? others[0];
}

function livePricesOf({ abroad, currency, shop }: PreviewAsk, { products }: Catalog): LivePrices {
  const prices = new Map(abroad.map((one) => [one.variant, one]));
  const isHome = currency === shop.currency;
  return new Map(
    [...products.values()].flatMap(({ title, status, variants }) =>
      variants
        .flatMap((variant) => {
          const said = isHome ? variant : prices.get(variant.id);
          if (!said) return [];
          const { price, compareAtPrice } = said;
          return {
            variantId: variant.id,
            title: variant.title,
            productTitle: title,
            price,
            ...(compareAtPrice ? { compareAt: compareAtPrice } : {}),
            isForSale: status === "active" && variant.stock.kind !== "unavailable",
            ...(variant.image ? { image: variant.image } : {}),
          };
        })
        .map((one) => [one.variantId, one] as const),
    ),
  );
}

function factsOf(ask: PreviewAsk, bought: CatalogProduct, live: LivePrices, now: number): Facts {
  const variant = bought.variants.find(({ stock }) => canSell(stock, 1)) ?? bought.variants[0];
  const isCharged = ask.surface !== "post-purchase";
  const price = (isCharged && variant && live.get(variant.id)?.price) || variant?.price;
  const total = price ?? { minor: 0, currency: ask.currency };
  return {
    shop: SHOP,
    surface: ask.surface,
    reference: REFERENCE,
    at: now,
    locale: ask.locale,
    lines: variant ? [{ product: bought.id, productTitle: bought.title, variant: variant.id, quantity: 1, total }] : [],
    total,
    subtotal: total,
    presentmentCurrency: ask.currency,
    salesChannel: "web",
  };
}

/** An end that is still to come is said to the shopper; what is past, or has not begun, is left aside. */
function scheduleAt({ rule, shop }: PreviewAsk, now: number): Rule["schedule"] {
  const { until } = rule.schedule ?? {};
  return until !== undefined && instantOfLocal(until, shop.timezone) > now ? { until } : undefined;
}
