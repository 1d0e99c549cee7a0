import type { RulesScreen, RunningTrial } from "#app/stores/read-models/rules-screen.ts";
import { unpublishedIn } from "../rulebook/unpublished.ts";
import { type AutomaticTold, automaticTold } from "./automatic-told.ts";
import { type MissingPermission, missingPermissions } from "./missing-permissions.ts";
import { listedRules, type RuleRow, rowsOf } from "./rule-row.ts";

export interface RulesPageData {
  readonly timezone: string;
  readonly rows: readonly RuleRow[];
  /** Rules that the shop has, and those of them that the search finds. */
  readonly total: number;
  readonly found: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly query: string;
  /** Publishing all rules would change what shoppers are asked by. */
  readonly isUnpublished: boolean;
  readonly trial?: RunningTrial | undefined;
  readonly missing: readonly MissingPermission[];
  readonly automatic?: AutomaticTold | undefined;
}

const ON_A_PAGE = 50;

/** What the list shows of ten rules or ten thousand; `query` is looked for in their names, `page` may be anything. */
export function rulesPageOf(
  screen: RulesScreen,
  { query = "", page = 1 }: { readonly query?: string; readonly page?: number } = {},
): RulesPageData {
  const rules = listedRules(screen);
  const automatic = automaticTold(screen);
  const wanted = query.trim().toLowerCase();
  const found = wanted === "" ? rules : rules.filter(({ name }) => name.toLowerCase().includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  return {
    timezone: screen.shop.timezone,
    rows: rowsOf(screen, found.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE)),
    total: rules.length,
    found: found.length,
    page: shown,
    pages,
    query,
    isUnpublished: unpublishedIn(screen).length > 0,
    missing: missingPermissions(screen),
    ...(automatic ? { automatic } : {}),
    ...(screen.trial ? { trial: screen.trial } : {}),
  };
}
