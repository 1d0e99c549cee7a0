import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import type { Conflict } from "#app/core/decision/conflicts.ts";
import { offerPriceOf } from "#app/core/decision/offer-price.ts";
import { inListingOrder } from "#app/core/rules/listing-order.ts";
import { type OrderDifference, orderDifference } from "#app/core/rules/order-difference.ts";
import { productsOf } from "#app/core/rules/products-named.ts";
import type { Discount, PausedBecause, Rule } from "#app/core/rules/rulebook.ts";
import { isSameDocument } from "#app/core/rules/same-document.ts";
import type { ProductId, RuleId } from "#app/core/values/ids.ts";
import type { Money } from "#app/core/values/money.ts";
import type { Told } from "#app/core/values/say.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { pickedFromCatalog, pictureOf, priceRange } from "./picked-product.ts";

/** What a merchant sees of a rule in the list. */
export interface RuleRow {
  readonly rule: Rule;
  readonly status: RuleStatus;
  /** Of a paused one: it was written otherwise since, and publishing it again would change it too. */
  readonly isChanged?: boolean | undefined;
  /** Among all that are listed, 1 for the one that is asked first; archived ones have none. */
  readonly place?: number | undefined;
  readonly picture?: string | undefined;
  /** Of a rule that offers one product: the cheapest variant's price; absent while we have no copy of the product. */
  readonly price?: PriceInRow | undefined;
  readonly trouble: RuleTrouble;
}

/** What keeps a rule from doing what it says. */
export interface RuleTrouble {
  readonly pausedItself?: PausedBecause | undefined;
  readonly warnings: readonly Told[];
  readonly conflict?: ConflictTold | undefined;
}

/** The rules that stand in the way, by name. */
export interface ConflictTold extends Pick<Conflict, "never"> {
  readonly behind: readonly { readonly id: RuleId; readonly name: string }[];
}

interface PriceInRow {
  readonly percent?: number;
  readonly was: Money;
  readonly now: Money;
  /** Another variant costs more. */
  readonly isLowest: boolean;
}

export const RULE_STATUSES = ["draft", "live", "live-changed", "paused", "archived"] as const;
/** `live-changed`: shoppers see the published one, the draft differs from it. */
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** Those that a merchant looks after, in the order they are asked as far as it is known beforehand. */
export function listedRules({ draft, published }: Pick<RulesScreen, "draft" | "published">): Rule[] {
  const live = new Set(published?.rulebook.rules.filter(({ status }) => status === "active").map(({ id }) => id));
  return inListingOrder(draft.rulebook.rules.filter(({ id, status }) => status !== "archived" || live.has(id)));
}

/** `live` is the rule as it is published. One that only made room for others is as live as it was. */
export function statusOf(rule: Rule, live: Rule | undefined, { moved, aside }: OrderDifference): RuleStatus {
  if (rule.status === "archived" && live?.status !== "active") return "archived";
  if (!live || live.status === "draft" || live.status === "archived") return "draft";
  if (live.status === "paused") return "paused";
  return !moved.has(rule.id) && isSaved(live, rule, aside.has(rule.id)) ? "live" : "live-changed";
}

/** Whether a paused rule, published again, would be otherwise than it was. */
export function isChangedSincePaused(rule: Rule, live: Rule | undefined, { aside }: OrderDifference): boolean {
  if (live?.status !== "paused") return false;
  const { status, pausedBecause } = rule;
  return !isSaved({ ...live, status, pausedBecause }, rule, aside.has(rule.id));
}

/** Whether the one says what the other does: saved again is no change, nor is a number that only made room. */
function isSaved(live: Rule, rule: Rule, isAside: boolean): boolean {
  const { priority } = isAside ? rule : live;
  return isSameDocument({ ...live, priority, editedAt: rule.editedAt }, rule);
}

/** From what shoppers are asked by to what is being written. */
export function orderChanged({ draft, published }: Pick<RulesScreen, "draft" | "published">): OrderDifference {
  return orderDifference(published?.rulebook.rules ?? [], draft.rulebook.rules);
}

export function troubleOf(
  rule: Rule,
  warnings: readonly Told[],
  conflict: Conflict | undefined,
  nameOf: (rule: RuleId) => string,
): RuleTrouble {
  const { status, pausedBecause } = rule;
  return {
    ...(status === "paused" && pausedBecause ? { pausedItself: pausedBecause } : {}),
    warnings,
    ...(conflict
      ? { conflict: { never: conflict.never, behind: conflict.behind.map((id) => ({ id, name: nameOf(id) })) } }
      : {}),
  };
}

export const isInTrouble = ({ pausedItself, warnings, conflict }: RuleTrouble): boolean =>
  pausedItself !== undefined || warnings.length > 0 || conflict !== undefined;

export function pictureAndPrice(
  { path: { offer } }: Rule,
  known: ReadonlyMap<ProductId, CatalogProduct>,
): Pick<RuleRow, "picture" | "price"> {
  const { source, discount } = offer;
  const [first, ...others] = productsOf(source);
  const product = first && known.get(first);
  if (!product) return {};
  const chosen = source.kind === "named" && others.length === 0 ? (source.products[0]?.variants ?? []) : undefined;
  const range = chosen && priceRange(pickedFromCatalog(product.id, product), chosen);
  return { ...pictureOf(product), ...(range ? { price: priceIn(range, discount) } : {}) };
}

function priceIn({ lowest, highest }: NonNullable<ReturnType<typeof priceRange>>, discount: Discount): PriceInRow {
  return {
    ...(discount.kind === "percent" ? { percent: discount.percent } : {}),
    was: lowest,
    now: offerPriceOf(lowest, discount),
    isLowest: lowest.minor < highest.minor,
  };
}
