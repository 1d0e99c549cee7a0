import type { Catalog } from "#app/core/catalog/catalog.ts";
import type { NothingReason } from "#app/core/decision/decision.ts";
import type { RuleUse } from "#app/core/decision/rule-use.ts";
import type { Facts } from "#app/core/facts/facts.ts";
import type { Clause, Rule, Rulebook } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { type BundledItem, bundleOf } from "./oracle/bundles.ts";
import { holds } from "./oracle/conditions.ts";
import {
  isAboveCap,
  isAlikeForAll,
  isInTheWay,
  isOfferable,
  isPriced,
  offerPrice,
  type Proposed,
  proposedBy,
  roundedShare,
  type Seen,
  seenOf,
  worthSelling,
} from "./oracle/offers.ts";
import { firstMomentOf } from "./oracle/wall-clock.ts";

/**
 * The decision as a patient reader of the documentation would make it: every rule asked in turn, nothing prepared, nothing
 * shared with the engine but the types. Slow on purpose.
 */
export type Judgement =
  | { readonly kind: "nothing"; readonly reason: NothingReason }
  /** One of these, shown by itself: several only where the source is random. */
  | { readonly kind: "one"; readonly rule: RuleId; readonly either: readonly Seen[] }
  /** The shopper takes one of all of these. */
  | { readonly kind: "choice"; readonly rule: RuleId; readonly all: readonly Seen[] }
  /** All together for one price. */
  | { readonly kind: "bundle"; readonly rule: RuleId; readonly items: readonly BundledItem[] };

export function judge(
  facts: Facts,
  rulebook: Rulebook,
  catalog: Catalog,
  uses: ReadonlyMap<RuleId, RuleUse>,
): Judgement {
  const live = rulebook.rules.filter(({ status, surfaces }) => status === "active" && surfaces.includes(facts.surface));
  if (live.length === 0) return { kind: "nothing", reason: "no-rules" };
  const fitting = live.filter((rule) => isScheduled(rule, facts, catalog) && holds(rule.when, facts, catalog) === true);
  if (fitting.length === 0) return { kind: "nothing", reason: "no-rule-fits" };
  const { currency } = catalog.shop;
  const isForeign = facts.presentmentCurrency !== currency || facts.total.currency !== currency;
  if (facts.surface === "post-purchase" && isForeign) {
    return { kind: "nothing", reason: "foreign-currency" };
  }
  for (const rule of inStandingOrder(fitting, rulebook, catalog)) {
    const shown = isWithinLimits(rule, facts, uses) ? shownBy(rule, facts, rulebook, catalog) : undefined;
    if (shown) return shown;
  }
  return { kind: "nothing", reason: "nothing-to-sell" };
}

function isScheduled({ schedule }: Rule, { at }: Facts, { shop }: Catalog): boolean {
  const { from, until } = schedule ?? {};
  return (
    (from === undefined || at >= firstMomentOf(from, shop.timezone)) &&
    (until === undefined || at < firstMomentOf(until, shop.timezone))
  );
}

function inStandingOrder(rules: readonly Rule[], rulebook: Rulebook, catalog: Catalog): Rule[] {
  const value = new Map(rules.map((rule) => [rule, expectedValue(rule, rulebook, catalog)]));
  return [...rules].sort(
    (left, right) =>
      left.priority - right.priority ||
      leastThatMustBe(right.when, true) - leastThatMustBe(left.when, true) ||
      (value.get(right) as number) - (value.get(left) as number) ||
      right.editedAt - left.editedAt ||
      (left.id < right.id ? -1 : 1),
  );
}

/** How many conditions must be as they are for the clause to hold (or not to hold); of alternatives the least. */
function leastThatMustBe(clause: Clause, toHold: boolean): number {
  if ("kind" in clause) return 1;
  const parts = "all" in clause ? clause.all : "any" in clause ? clause.any : clause.none;
  const each = parts.map((part) => leastThatMustBe(part, "none" in clause ? !toHold : toHold));
  const needsEach = "all" in clause || "none" in clause ? toHold : !toHold;
  return needsEach ? each.reduce((sum, one) => sum + one, 0) : Math.min(...each);
}

/** What one acceptance leaves to the merchant, as far as it can be told before any purchase. */
function expectedValue(rule: Rule, rulebook: Rulebook, catalog: Catalog): number {
  const { offer } = rule.path;
  if (!isAlikeForAll(offer) || !isPriced(offer, catalog)) return 0;
  const proposed = proposedBy(rule, NOBODY, rulebook, catalog);
  const sold =
    offer.source.kind === "bundle"
      ? bundleOf(proposed, offer, rulebook, catalog)
      : proposed
          .filter((one) => isOfferable(one, offer, rulebook, catalog))
          .slice(0, 1)
          .flatMap((one) => worthSelling(one, offer, rulebook, catalog).slice(0, 1))
          .map(({ price, cost }) => ({ paid: offerPrice(price.minor, offer, catalog), cost: cost?.minor }));
  const paid = sold?.reduce((sum, one) => sum + one.paid, 0) ?? 0;
  const cost = sold?.reduce((sum, one) => sum + (one.cost ?? 0), 0) ?? 0;
  return offer.partner ? roundedShare(paid, offer.partner.commissionPercent) : paid - cost;
}

/** What a source proposes to everyone does not look at the purchase. */
const NOBODY = { lines: [] } as unknown as Facts;

const DAY = 24 * 60 * 60 * 1_000;

function isWithinLimits({ id, limits }: Rule, facts: Facts, uses: ReadonlyMap<RuleId, RuleUse>): boolean {
  const { oncePerCustomer, acceptsPerDay, discountBudget } = limits ?? {};
  const use = uses.get(id);
  if (acceptsPerDay !== undefined && (use?.acceptsToday ?? 0) >= acceptsPerDay) return false;
  if (discountBudget && (use?.discountGiven ?? 0) >= discountBudget.minor) return false;
  if (!oncePerCustomer) return true;
  if (facts.customer === undefined || !facts.history) return false;
  const { days } = oncePerCustomer;
  return !facts.history.answers.some(
    ({ rule, reference, at }) =>
      rule === id && reference !== facts.reference && (days === undefined || at > facts.at - days * DAY),
  );
}

function shownBy(rule: Rule, facts: Facts, rulebook: Rulebook, catalog: Catalog): Judgement | undefined {
  const { offer } = rule.path;
  if (!isPriced(offer, catalog)) return undefined;
  if (offer.replaces && facts.surface !== "cart" && facts.surface !== "checkout") return undefined;
  const proposed = proposedBy(rule, facts, rulebook, catalog);
  const isFree = (one: Proposed) => !isInTheWay(one, rule, facts, rulebook, catalog);
  if (offer.source.kind === "bundle") {
    const items = proposed.every(isFree) ? bundleOf(proposed, offer, rulebook, catalog) : undefined;
    const whole = items?.reduce((sum, { paid }) => sum + paid, 0) ?? 0;
    const cap = rulebook.guards?.priceCapPercent;
    return items && (cap === undefined || !isAboveCap(whole, facts, cap))
      ? { kind: "bundle", rule: rule.id, items }
      : undefined;
  }
  const seen = proposed
    .filter((one) => isOfferable(one, offer, rulebook, catalog) && isFree(one))
    .map((one) => seenOf(one, rule, facts, rulebook, catalog));
  const [first] = seen;
  if (!first) return undefined;
  if (offer.source.kind === "choice") return { kind: "choice", rule: rule.id, all: seen };
  const isRandom = offer.source.kind === "collection" && offer.source.order === "random";
  return { kind: "one", rule: rule.id, either: isRandom ? seen : [first] };
}
