import { hashOf } from "../values/hash.ts";
import type { ProductId, RuleId, VariantId } from "../values/ids.ts";
import type { Instant } from "../values/instant.ts";
import { instantOfLocal } from "../values/shop-time.ts";
import { conjunctsOf } from "./conjuncts.ts";
import type { NamedProduct, Rule, Rulebook } from "./rulebook.ts";

/**
 * What Shopify applies to every cart by itself, in place of a code of ours: who has one of the triggers gets one piece of
 * what is offered for less, once in an order. It knows no customer, no limit and no share of the shoppers.
 */
export interface AutomaticDiscount {
  readonly rule: RuleId;
  readonly triggers: readonly ProductId[];
  readonly products: readonly ProductId[];
  readonly variants: readonly VariantId[];
  /** 0 < percent ≤ 100. */
  readonly percent: number;
  readonly from?: Instant;
  readonly until?: Instant;
  /** Stands for all of the above. */
  readonly digest: string;
}

/** Of the 25 that Shopify lets a shop have at a time; the rest is the merchant's. */
export const AUTOMATIC_DISCOUNTS_MOST = 15;

/** Shopify's own bound on what one Buy-X-get-Y names on each side. */
const PRODUCTS_MOST = 100;

/**
 * Those that the rules ask for, the rule that is asked first first. `rulebooks` are all that shoppers are asked by, the one
 * that is live first: what a trial tries otherwise cannot be everyone's, so only what each of them says alike.
 */
export function automaticDiscountsOf(rulebooks: readonly Rulebook[], timezone: string): AutomaticDiscount[] {
  const [first, ...others] = rulebooks;
  if (!first) return [];
  const elsewhere = others.map((rulebook) => new Set(discountsIn(rulebook, timezone).map(({ digest }) => digest)));
  return discountsIn(first, timezone).filter(({ digest }) => elsewhere.every((digests) => digests.has(digest)));
}

/** None where a margin floor is kept: Shopify knows no costs, and would take the percentage off whatever stands below it. */
function discountsIn({ rules, guards }: Rulebook, timezone: string): AutomaticDiscount[] {
  if (guards?.marginFloorPercent !== undefined) return [];
  return [...rules]
    .sort((left, right) => left.priority - right.priority || (left.id < right.id ? -1 : 1))
    .flatMap((rule) => automaticDiscountOf(rule, timezone) ?? []);
}

/**
 * Undefined where Buy-X-get-Y cannot say what the rule says: a rule that is not asked at the checkout; one that asks more
 * than which products are in the cart; a limit; other terms than a percentage of one piece; products that are not named.
 */
export function automaticDiscountOf(rule: Rule, timezone: string): AutomaticDiscount | undefined {
  const { offer } = rule.path;
  if (rule.status !== "active" || !rule.surfaces.includes("checkout")) return undefined;
  if (rule.limits || offer.replaces || offer.quantityMost > 1 || offer.discount.kind !== "percent") return undefined;
  const triggers = triggersAlone(rule);
  const offered = offer.source.kind === "named" || offer.source.kind === "choice" ? offer.source.products : [];
  if (!triggers || offered.length === 0) return undefined;
  if (triggers.length > PRODUCTS_MOST || offered.length > PRODUCTS_MOST) return undefined;
  // Bought and got are then one line, and Shopify does not say which piece of it is which.
  if (offered.some(({ product }) => triggers.includes(product))) return undefined;
  const { from, until } = rule.schedule ?? {};
  const said = {
    rule: rule.id,
    triggers,
    ...itemsOf(offered),
    percent: offer.discount.percent,
    ...(from !== undefined && { from: instantOfLocal(from, timezone) }),
    ...(until !== undefined && { until: instantOfLocal(until, timezone) }),
  };
  return { ...said, digest: hashOf(JSON.stringify(said)) };
}

/** The products of which any one makes the rule hold, where that is all it asks. */
function triggersAlone({ when }: Rule): readonly ProductId[] | undefined {
  const [only, ...more] = conjunctsOf(when);
  if (!only || more.length > 0 || !("kind" in only) || only.kind !== "product") return undefined;
  return only.lines === "any" ? only.products : undefined;
}

function itemsOf(offered: readonly NamedProduct[]): Pick<AutomaticDiscount, "products" | "variants"> {
  return {
    products: offered.flatMap(({ product, variants }) => (variants ? [] : [product])),
    variants: offered.flatMap(({ variants }) => variants ?? []),
  };
}
