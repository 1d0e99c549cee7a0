import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { offerPriceOf } from "#app/core/decision/offer-price.ts";
import { listingOrder } from "#app/core/decision/standing-order.ts";
import type { Surface } from "#app/core/facts/facts.ts";
import { specificityOf } from "#app/core/rules/conjuncts.ts";
import { productsOf } from "#app/core/rules/products-named.ts";
import { pauseReasonWords, ruleSentence } from "#app/core/rules/rule.words.ts";
import type { Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { ProductId, RuleId } from "#app/core/values/ids.ts";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import { sayInEnglish } from "#app/locales/english.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { namesOf } from "../english-names.ts";
import { pickedFromCatalog, pictureOf, priceRange } from "./picked-product.ts";
import { simpleRuleOf } from "./simple-rule.ts";
import { warningsOf } from "./warnings.ts";

/** What a merchant sees of a rule in the list. */
export interface RuleRow {
  readonly id: RuleId;
  readonly name: string;
  readonly status: RuleStatus;
  readonly priority: number;
  /** Where it stands. */
  readonly surfaces: readonly Surface[];
  /** The whole rule in words. */
  readonly sentence: string;
  readonly picture?: string | undefined;
  /** Of a rule that offers one product: the cheapest variant's price; absent while we have no copy of the product. */
  readonly price?: PriceInRow | undefined;
  readonly pausedItself?: PausedItself | undefined;
  readonly warnings: readonly string[];
}

interface PriceInRow {
  readonly percent: number;
  readonly was: Money;
  readonly now: Money;
  /** Another variant costs more. */
  readonly isLowest: boolean;
}

/** Why a rule paused itself: "3 payment errors", and when. */
export interface PausedItself {
  readonly after: string;
  readonly at: Instant;
}

/** `live-changed`: shoppers see the published one, the draft differs from it. */
export type RuleStatus = "draft" | "live" | "live-changed" | "paused";

/** One row a rule, in the order they are asked as far as it is known beforehand; archived ones are not listed. */
export function rowsOf(screen: RulesScreen, rules: readonly Rule[] = listedRules(screen)): RuleRow[] {
  const { shop, draft, published } = screen;
  const known = new Map(screen.products.map((product) => [product.id, product]));
  const names = namesOf(screen, shop.timezone, draft.rulebook);
  const live = new Map(published?.rulebook.rules.map((rule) => [rule.id, rule]));
  return rules.map((rule) => ({
    id: rule.id,
    name: rule.name,
    status: statusOf(rule, live.get(rule.id)),
    priority: rule.priority,
    surfaces: rule.surfaces,
    sentence: ruleSentence(rule, names),
    ...pictureAndPrice(rule, known, shop.currency),
    ...pausedItself(rule),
    warnings: warningsOf(rule, known),
  }));
}

/** Those that a merchant looks after: an archived one is kept for what it earned. */
export function listedRules({ draft, published }: Pick<RulesScreen, "draft" | "published">): Rule[] {
  const live = new Set(published?.rulebook.rules.filter(({ status }) => status === "active").map(({ id }) => id));
  return draft.rulebook.rules
    .filter(({ id, status }) => status !== "archived" || live.has(id))
    .map((rule) => ({ rule, specificity: specificityOf(rule.when) }))
    .sort(listingOrder)
    .map(({ rule }) => rule);
}

/** `live` is the rule as it is published. */
export function statusOf(rule: Rule, live: Rulebook["rules"][number] | undefined): RuleStatus {
  if (!live || live.status === "draft" || live.status === "archived") return "draft";
  if (live.status === "paused") return "paused";
  return isSameDocument({ ...live, editedAt: 0 }, { ...rule, editedAt: 0 }) ? "live" : "live-changed";
}

export function pausedItself({ status, pausedBecause }: Rule): { readonly pausedItself?: PausedItself } {
  if (status !== "paused" || !pausedBecause) return {};
  const { what, inARow, at } = pausedBecause;
  return { pausedItself: { after: pauseReasonWords(what, inARow, sayInEnglish), at } };
}

function pictureAndPrice(
  rule: Rule,
  known: ReadonlyMap<ProductId, CatalogProduct>,
  currency: RulesScreen["shop"]["currency"],
): Pick<RuleRow, "picture" | "price"> {
  const first = productsOf(rule.path.offer.source).map((id) => known.get(id))[0];
  if (!first) return {};
  const simple = simpleRuleOf(rule, currency);
  const range = simple && priceRange(pickedFromCatalog(first.id, first), simple.offered.variants ?? []);
  return { ...pictureOf(first), ...(simple && range ? { price: priceIn(range, simple.discount) } : {}) };
}

function priceIn(
  { lowest, highest }: NonNullable<ReturnType<typeof priceRange>>,
  discount: NonNullable<ReturnType<typeof simpleRuleOf>>["discount"],
): PriceInRow {
  return {
    percent: discount.kind === "percent" ? discount.percent : 0,
    was: lowest,
    now: offerPriceOf(lowest, discount),
    isLowest: lowest.minor < highest.minor,
  };
}
