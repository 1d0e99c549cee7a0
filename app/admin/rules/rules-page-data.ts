import { conflictsAmong } from "#app/core/decision/conflicts.ts";
import { conditionsOf } from "#app/core/rules/conjuncts.ts";
import { productsAndVariantsIn, productsNamedBy } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RuleNumbers } from "#app/stores/read-models/rule-numbers.ts";
import type { RulesScreen, RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import type { Titles } from "#app/stores/read-models/titles.ts";
import { unpublishedIn } from "../rulebook/unpublished.ts";
import { type AutomaticTold, automaticTold } from "./automatic-told.ts";
import { type MissingPermission, missingPermissions } from "./missing-permissions.ts";
import { EVERY_RULE, type RuleFilter } from "./rule-filter.ts";
import {
  isChangedSincePaused,
  isInTrouble,
  listedRules,
  orderChanged,
  pictureAndPrice,
  type RuleRow,
  type RuleStatus,
  type RuleTrouble,
  statusOf,
  troubleOf,
} from "./rule-row.ts";
import { warningsOf } from "./warnings.ts";

/** A rule, and what became of its offers in the last 30 days. */
export interface RulesPageRow {
  readonly row: RuleRow;
  readonly numbers: RuleNumbers;
}

/** As JSON takes it; a rule without any has no entry. */
export type RuleNumbersById = Readonly<Record<string, RuleNumbers>>;

export interface RulesPageData {
  readonly timezone: string;
  /** Of the draft whose rules these are. */
  readonly revision: number;
  readonly rows: readonly RuleRow[];
  /** What the rows' sentences name: products, collections and other rules. */
  readonly titles: Titles;
  readonly named: readonly Pick<Rule, "id" | "name">[];
  /** Rules that the shop has, archived ones aside, and those that the filter finds. */
  readonly total: number;
  readonly found: number;
  /** Those of all that need attention. */
  readonly troubled: number;
  /** Those that may need it: there are too many rules to compare each with all before it. */
  readonly notCompared: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly filter: RuleFilter;
  /** Publishing all rules would change what shoppers are asked by. */
  readonly isUnpublished: boolean;
  readonly trial?: RunningTrial | undefined;
  readonly missing: readonly MissingPermission[];
  readonly automatic?: AutomaticTold | undefined;
}

const ON_A_PAGE = 50;

/** What the list shows of ten rules or ten thousand; `page` may be anything. */
export function rulesPageOf(
  screen: RulesScreen,
  { filter = EVERY_RULE, page = 1 }: { readonly filter?: RuleFilter; readonly page?: number } = {},
): RulesPageData {
  const { rules, total, notCompared } = lookedThrough(screen);
  const found = rules.filter((one) => isMeant(one, filter));
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const rows = found.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE);
  const automatic = automaticTold(screen);
  const known = new Map(screen.products.map((product) => [product.id, product]));
  return {
    timezone: screen.shop.timezone,
    revision: screen.draft.revision,
    rows: rows.map((row) => ({ ...row, ...pictureAndPrice(row.rule, known) })),
    ...namedIn(
      rows.map(({ rule }) => rule),
      screen,
    ),
    total,
    found: found.length,
    notCompared,
    troubled: rules.filter(({ status, trouble }) => status !== "archived" && isInTrouble(trouble)).length,
    page: shown,
    pages,
    filter,
    isUnpublished: unpublishedIn(screen).length > 0,
    missing: missingPermissions(screen),
    ...(automatic ? { automatic } : {}),
    ...(screen.trial ? { trial: screen.trial } : {}),
  };
}

interface LookedThrough {
  readonly rule: Rule;
  readonly status: RuleStatus;
  readonly isChanged?: boolean;
  readonly place?: number;
  readonly trouble: RuleTrouble;
}

/** Every rule with what a filter asks of it: the listed ones in their order, then the archived. */
function lookedThrough(
  screen: RulesScreen,
): { readonly rules: readonly LookedThrough[] } & Pick<RulesPageData, "total" | "notCompared"> {
  const { draft, published, products } = screen;
  const listed = listedRules(screen);
  const isListed = new Set(listed);
  const archived = draft.rulebook.rules.filter((rule) => !isListed.has(rule));
  const known = new Map(products.map((product) => [product.id, product]));
  const live = new Map(published?.rulebook.rules.map((rule) => [rule.id, rule]));
  const found = conflictsAmong(listed);
  const conflicts = new Map(found.conflicts.map((conflict) => [conflict.rule, conflict]));
  const names = new Map(draft.rulebook.rules.map(({ id, name }) => [id, name]));
  const order = orderChanged(screen);
  const nameOf = (id: RuleId) => names.get(id) ?? id;
  const rules = [...listed, ...archived].map((rule, index) => ({
    rule,
    status: statusOf(rule, live.get(rule.id), order),
    ...(isChangedSincePaused(rule, live.get(rule.id), order) ? { isChanged: true } : {}),
    ...(index < listed.length ? { place: index + 1 } : {}),
    trouble:
      index < listed.length
        ? troubleOf(rule, warningsOf(rule, known), conflicts.get(rule.id), nameOf)
        : { warnings: [] },
  }));
  return { rules, total: listed.length, notCompared: found.notCompared };
}

/** Archived ones are looked at only where they are asked for. */
function isMeant(
  { rule, status, trouble }: LookedThrough,
  { query, surface, trouble: troubled, ...filter }: RuleFilter,
): boolean {
  const wanted = query.trim().toLowerCase();
  return (
    (filter.status ? status === filter.status : status !== "archived") &&
    (wanted === "" || rule.name.toLowerCase().includes(wanted)) &&
    (!surface || rule.surfaces.includes(surface)) &&
    (!troubled || isInTrouble(trouble))
  );
}

/** Only what these rules speak of: a shop has thousands of products. */
function namedIn(rules: readonly Rule[], screen: RulesScreen): Pick<RulesPageData, "titles" | "named"> {
  const products = new Set(rules.flatMap((rule) => [...productsNamedBy(rule)]));
  const asked = new Set(rules.flatMap(({ when }) => [...productsAndVariantsIn(when)]));
  const others = new Set(
    rules.flatMap(({ when }) => conditionsOf(when).flatMap((spec) => ("rules" in spec ? (spec.rules ?? []) : []))),
  );
  const titles = screen.products
    .filter(({ id, variants }) => products.has(id) || variants.some((variant) => asked.has(variant.id)))
    .map(({ id, title, variants }) => ({
      id,
      title,
      variants: variants.map((variant) => ({ id: variant.id, title: variant.title })),
    }));
  return {
    titles: { products: titles, collections: screen.collections },
    named: screen.draft.rulebook.rules.filter(({ id }) => others.has(id)).map(({ id, name }) => ({ id, name })),
  };
}
