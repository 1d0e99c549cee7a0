import { isOrderOutcome, type OrderOutcome } from "#app/core/attribution/order-outcome.ts";
import type { RuleId } from "#app/core/values/ids.ts";

/** Which orders are listed; empty: all of them. */
export interface OrdersFilter {
  /** Any of these. */
  readonly outcomes: readonly OrderOutcome[];
  readonly rule?: RuleId | undefined;
  /** As it was typed: "#1043". */
  readonly number?: string | undefined;
}

/** A page beside another one. */
export type OrdersPlace = { readonly after: string } | { readonly before: string };

/** What an address asks for; what is none of ours in it is left out. */
export function filterIn(search: URLSearchParams): OrdersFilter {
  const rule = search.get("rule");
  const number = search.get("number")?.trim().slice(0, NUMBER_MOST);
  return {
    outcomes: [...new Set(search.get("outcome")?.split(","))].filter(isOrderOutcome),
    ...(rule && RULE.test(rule) ? { rule: rule as RuleId } : {}),
    ...(number ? { number } : {}),
  };
}

/** More than any order's number has. */
const NUMBER_MOST = 100;

/** As a rule's id may be: `app/core/rules/rulebook-schema.ts`. */
const RULE = /^[a-z0-9-]{1,64}$/;

/** "?outcome=wallet%2Cpaypal&rule=tea&number=1043&after=…"; "" for all orders. */
export function ordersAddress({ outcomes, rule, number }: OrdersFilter, place?: OrdersPlace): string {
  const search = new URLSearchParams(outcomes.length > 0 ? { outcome: outcomes.join(",") } : {});
  if (rule) search.set("rule", rule);
  if (number) search.set("number", number.slice(0, NUMBER_MOST));
  for (const [direction, cursor] of Object.entries(place ?? {})) search.set(direction, cursor);
  const text = String(search);
  return text && `?${text}`;
}
