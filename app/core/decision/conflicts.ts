import type { Surface } from "../facts/facts.ts";
import type { ConditionSpec } from "../rules/conditions/index.ts";
import { conditionsOf, conjunctsOf, isCondition, specificityOf } from "../rules/conjuncts.ts";
import { implies, type PlainClause, plainClause } from "../rules/implied-clause.ts";
import { asksForOneOf, listedValues } from "../rules/implied-condition.ts";
import { isWithinPeriod } from "../rules/periods.ts";
import { REPLACING_SURFACES } from "../rules/replacing-surfaces.ts";
import type { Offer, Rule } from "../rules/rulebook.ts";
import { isSameDocument } from "../rules/same-document.ts";
import { addTo } from "../values/add-to.ts";
import type { RuleId } from "../values/ids.ts";

/** A rule that stands behind others in vain: wherever it fits, one of them fits too and is asked before it. */
export interface Conflict {
  readonly rule: RuleId;
  /** One for each of its pages, each once. */
  readonly behind: readonly RuleId[];
  /** Those offer the very same: it cannot even win where they have nothing to offer. */
  readonly never: boolean;
}

export interface ConflictsFound {
  readonly conflicts: readonly Conflict[];
  /** Rules that were compared only with the first of those that may be in their way, and found behind none of them. */
  readonly notCompared: number;
}

/**
 * The conflicts among rules as they stand, told from what the rules say alone: active ones stand in the way, drafts are
 * told as they would be once published. Never told wrongly; not every one is seen.
 */
export function conflictsAmong(rules: readonly Rule[]): ConflictsFound {
  const inTheWay = indexed(rules);
  const most = Math.max(COMPARED_LEAST, Math.floor(COMPARISONS_MOST / Math.max(1, rules.length)));
  const found = rules.map((rule) => conflictOf(rule, inTheWay, most));
  return {
    conflicts: found.filter((one) => typeof one === "object"),
    notCompared: found.filter((one) => one === "not-compared").length,
  };
}

/** Up to 500 rules are each compared with all that may be in their way; of 10,000 it takes seconds, not minutes. */
const COMPARISONS_MOST = 250_000;
const COMPARED_LEAST = 50;

/** The conflict of one rule, which may be among the others and may not. */
export function conflictOfRule(rule: Rule, others: readonly Rule[]): Conflict | undefined {
  const found = conflictOf(rule, indexed(others), others.length);
  return typeof found === "object" ? found : undefined;
}

interface Standing {
  readonly rule: Rule;
  readonly when: PlainClause;
  readonly specificity: number;
  /** The kinds of conditions of which one must be among those of every rule that it stands in the way of. */
  readonly kinds: readonly ConditionSpec["kind"][];
}

/** Rules that ask for one of some values can only be in the way of a rule that speaks of one of them too. By priority. */
interface InTheWay {
  readonly byValue: ReadonlyMap<string, readonly Standing[]>;
  readonly others: readonly Standing[];
}

function indexed(rules: readonly Rule[]): InTheWay {
  const byValue = new Map<string, Standing[]>();
  const others: Standing[] = [];
  for (const standing of rules.filter(canStandInTheWay).map(standingOf).sort(byPriority)) {
    const values = valuesAskedBy(standing.rule);
    if (values) for (const value of new Set(values)) addTo(byValue, value, standing);
    else others.push(standing);
  }
  return { byValue, others };
}

const standingOf = (rule: Rule): Standing => ({
  rule,
  when: plainClause(rule.when),
  specificity: specificityOf(rule.when),
  kinds: [...new Set(kindsNeededBy(plainClause(rule.when)))],
});

/** What is implied is implied by a condition of its own kind. */
function kindsNeededBy(clause: PlainClause): ConditionSpec["kind"][] {
  if ("spec" in clause) return [clause.spec.kind];
  return "all" in clause ? clause.all.flatMap(kindsNeededBy) : [];
}

/** A limit that is used up lets others win, and what is learned or made elsewhere may give nothing yet. */
function canStandInTheWay({ status, limits, path: { offer } }: Rule): boolean {
  const { kind } = offer.source;
  return status === "active" && !limits && kind !== "suggestions" && kind !== "next-journey-step";
}

/** Of the condition that asks for one of the fewest. */
function valuesAskedBy({ when }: Rule): readonly string[] | undefined {
  const lists = conjunctsOf(when)
    .filter(isCondition)
    .filter(asksForOneOf)
    .map(valuesOf)
    .filter((values) => values.length > 0);
  return lists.sort((left, right) => left.length - right.length)[0];
}

/** Each with its kind: a type may be called like a tag. */
const valuesOf = (spec: ConditionSpec) => (listedValues(spec) ?? []).map((value) => `${spec.kind} ${value}`);

function conflictOf(rule: Rule, inTheWay: InTheWay, most: number): Conflict | "not-compared" | undefined {
  if (rule.status === "paused" || rule.status === "archived") return undefined;
  const behind = standingOf(rule);
  const { near, isCut } = nearTo(behind, inTheWay, most);
  // Lazily: among thousands of rules for one product the first that is asked stands in the way of most.
  const firsts = rule.surfaces.map((surface) =>
    near.find((first) => speaksOn(first.rule, surface) && fitsWherever(behind, first)),
  );
  const known = firsts.filter((first) => first !== undefined);
  if (known.length < firsts.length) return isCut ? "not-compared" : undefined;
  return {
    rule: rule.id,
    behind: [...new Set(known.map((first) => first.rule.id))],
    never: known.every((first) => offersWhatever(rule.path.offer, first.rule.path.offer)),
  };
}

/** Those that may be in its way, the first so many that are asked before it. */
function nearTo(behind: Standing, { byValue, others }: InTheWay, most: number) {
  const specs = conditionsOf(behind.rule.when);
  const kinds = new Set(specs.map(({ kind }) => kind));
  const near = new Set<Standing>();
  let isCut = false;
  for (const list of [others, ...[...new Set(specs.flatMap(valuesOf))].map((value) => byValue.get(value) ?? [])]) {
    let taken = 0;
    for (const first of list) {
      if (first.rule.priority > behind.rule.priority) break;
      if (!isAskedBefore(first, behind) || !first.kinds.every((kind) => kinds.has(kind))) continue;
      if (taken === most) {
        isCut = true;
        break;
      }
      near.add(first);
      taken += 1;
    }
  }
  return { near: [...near].sort(byPriority).slice(0, most), isCut: isCut || near.size > most };
}

const byPriority = (left: Standing, right: Standing) =>
  left.rule.priority - right.rule.priority || (left.rule.id < right.rule.id ? -1 : 1);

function fitsWherever(behind: Standing, first: Standing): boolean {
  if (first.rule.id === behind.rule.id) return false;
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
