import type { Surface } from "#app/core/facts/facts.ts";
import { SURFACES } from "#app/core/rules/surfaces.ts";
import { RULE_STATUSES, type RuleStatus } from "./rule-row.ts";

/** Which rules of the list are looked at, as the address says it. */
export interface RuleFilter {
  /** A part of their names; empty: all. */
  readonly query: string;
  readonly status?: RuleStatus | undefined;
  readonly surface?: Surface | undefined;
  /** Only those that need the merchant's attention. */
  readonly trouble: boolean;
}

export const EVERY_RULE: RuleFilter = { query: "", trouble: false };

/** Whatever the address says: what is no filter does not count. */
export function filterIn(search: URLSearchParams): RuleFilter {
  const status = RULE_STATUSES.find((one) => one === search.get("status"));
  const surface = SURFACES.find((one) => one === search.get("surface"));
  return {
    query: search.get("query") ?? "",
    ...(status ? { status } : {}),
    ...(surface ? { surface } : {}),
    trouble: search.get("trouble") === "yes",
  };
}

/** More than any name has: what is longer is found nowhere, and would make an address that no server takes. */
const QUERY_MOST = 200;

/** "?status=live&page=2"; nothing for every rule, the first page. */
export function addressOf({ query, status, surface, trouble }: RuleFilter, page = 1): string {
  const search = new URLSearchParams({
    ...(query.trim() === "" ? {} : { query: query.slice(0, QUERY_MOST) }),
    ...(status ? { status } : {}),
    ...(surface ? { surface } : {}),
    ...(trouble ? { trouble: "yes" } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return search.size === 0 ? "/app/rules" : `/app/rules?${search}`;
}

export function isFiltered({ query, status, surface, trouble }: RuleFilter): boolean {
  return query.trim() !== "" || status !== undefined || surface !== undefined || trouble;
}
