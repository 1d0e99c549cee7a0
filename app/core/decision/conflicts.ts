import type { Surface } from "../facts/facts.ts";
import { conditionsOf, conjunctsOf, specificityOf } from "../rules/conjuncts.ts";
import { implies, type PlainClause, plainClause } from "../rules/implied-clause.ts";
import { isWithinPeriod } from "../rules/periods.ts";
import { REPLACING_SURFACES } from "../rules/replacing-surfaces.ts";
import type { Offer, Rule } from "../rules/rulebook.ts";
import { isSameDocument } from "../rules/same-document.ts";
import { addTo } from "../values/add-to.ts";
import type { ProductId, RuleId } from "../values/ids.ts";

/** A rule that stands behind others in vain: wherever it fits, one of them fits too and is asked before it. */
export interface Conflict {
  readonly rule: RuleId;
  /** One for each of its pages, each once. */
  readonly behind: readonly RuleId[];
  /** Those offer the very same: it cannot even win where they have nothing to offer. */
  readonly never: boolean;
}

/**
 * The conflicts among rules as they stand, told from what the rules say alone: active ones stand in the way, drafts are
 * told as they would be once published. Never told wrongly; not every one is seen.
 */
export function conflictsAmong(rules: readonly Rule[]): Conflict[] {
  const inTheWay = indexed(rules);
  return rules.flatMap((rule) => conflictOf(rule, inTheWay) ?? []);
}

/** The conflict of one rule, which may be among the others and may not. */
export function conflictOfRule(rule: Rule, others: readonly Rule[]): Conflict | undefined {
  return conflictOf(rule, indexed(others));
}

interface Standing {
  readonly rule: Rule;
  readonly when: PlainClause;
  readonly specificity: number;
}

/** Rules that ask for one of some products can only be in the way of a rule that speaks of one of them too. By priority. */
interface InTheWay {
  readonly byProduct: ReadonlyMap<ProductId, readonly Standing[]>;
  readonly others: readonly Standing[];
}

function indexed(rules: readonly Rule[]): InTheWay {
  const byProduct = new Map<ProductId, Standing[]>();
  const others: Standing[] = [];
  for (const standing of rules.filter(canStandInTheWay).map(standingOf).sort(byPriority)) {
    const products = productsAskedBy(standing.rule);
    if (products) for (const product of new Set(products)) addTo(byProduct, product, standing);
    else others.push(standing);
  }
  return { byProduct, others };
}

const standingOf = (rule: Rule): Standing => ({
  rule,
  when: plainClause(rule.when),
  specificity: specificityOf(rule.when),
});

/** A limit that is used up lets others win, and what is learned or made elsewhere may give nothing yet. */
function canStandInTheWay({ status, limits, path: { offer } }: Rule): boolean {
  const { kind } = offer.source;
  return status === "active" && !limits && kind !== "suggestions" && kind !== "next-journey-step";
}

function productsAskedBy({ when }: Rule): readonly ProductId[] | undefined {
  for (const part of conjunctsOf(when)) {
    if ("kind" in part && part.kind === "product" && part.lines === "any") return part.products;
  }
  return undefined;
}

/** Of the rules nearest to one those that are asked first: 10,000 rules for one product are then looked through in seconds, not minutes. */
const LOOKED_AT = 50;

function conflictOf(rule: Rule, { byProduct, others }: InTheWay): Conflict | undefined {
  if (rule.status === "paused" || rule.status === "archived") return undefined;
  const behind = standingOf(rule);
  const spokenOf = new Set(conditionsOf(rule.when).flatMap((spec) => (spec.kind === "product" ? spec.products : [])));
  const near = [others, ...[...spokenOf].map((product) => byProduct.get(product) ?? [])]
    .flatMap((standing) => standing.slice(0, LOOKED_AT))
    .sort(byPriority)
    .slice(0, LOOKED_AT);
  // Lazily: among thousands of rules for one product the first that is asked stands in the way of most.
  const firsts = rule.surfaces.map((surface) =>
    near.find((first) => speaksOn(first.rule, surface) && fitsWherever(behind, first)),
  );
  const known = firsts.filter((first) => first !== undefined);
  if (known.length < firsts.length) return undefined;
  return {
    rule: rule.id,
    behind: [...new Set(known.map((first) => first.rule.id))],
    never: known.every((first) => offersWhatever(rule.path.offer, first.rule.path.offer)),
  };
}

const byPriority = (left: Standing, right: Standing) =>
  left.rule.priority - right.rule.priority || (left.rule.id < right.rule.id ? -1 : 1);

function fitsWherever(behind: Standing, first: Standing): boolean {
  if (first.rule.id === behind.rule.id || !isAskedBefore(first, behind)) return false;
  return isWithinPeriod(behind.rule.schedule ?? {}, first.rule.schedule ?? {}) && implies(behind.when, first.when);
}

/** Whatever their products are worth, and whichever is edited next. */
function isAskedBefore(first: Standing, second: Standing): boolean {
  const byPriority = second.rule.priority - first.rule.priority;
  return byPriority > 0 || (byPriority === 0 && first.specificity > second.specificity);
}

/** What replaces a line stands in vain where none can be replaced. */
function speaksOn({ surfaces, path }: Rule, surface: Surface): boolean {
  return surfaces.includes(surface) && (!path.offer.replaces || REPLACING_SURFACES.has(surface));
}

/** Whether the second can be shown to everyone whom the first can be shown to: only their words differ. */
function offersWhatever(first: Offer, second: Offer): boolean {
  const { source, evenIfBoughtBefore = false } = second;
  const isTheShops = source.kind === "named" || source.kind === "choice" || source.kind === "bundle";
  if (!isTheShops || (first.evenIfBoughtBefore && !evenIfBoughtBefore)) return false;
  const said = ({ kind: _kind, words: _words, quantityMost: _most, evenIfBoughtBefore: _even, ...rest }: Offer) => rest;
  return isSameDocument(said(first), said(second));
}
