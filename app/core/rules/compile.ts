import type { Catalog } from "../catalog/catalog.ts";
import type { Surface } from "../facts/facts.ts";
import type { Rule, Rulebook } from "./rulebook.ts";

/** A published rulebook made ready to be asked: only what can win, in the order it is asked, with the shop's products. */
export interface CompiledRulebook {
  readonly version: number;
  readonly catalog: Catalog;
  /** The active rules of each surface, the one that stands first asked first. */
  readonly rulesOn: ReadonlyMap<Surface, readonly Rule[]>;
}

/** Off the request path: once for every published version and every change of the products. */
export function compile(rulebook: Rulebook, version: number, catalog: Catalog): CompiledRulebook {
  const rulesOn = new Map<Surface, Rule[]>();
  for (const rule of rulebook.rules.filter(({ status }) => status === "active").sort(standingOrder)) {
    for (const surface of new Set(rule.surfaces)) rulesOn.set(surface, [...(rulesOn.get(surface) ?? []), rule]);
  }
  return { version, catalog, rulesOn };
}

/** Priority first (1 before 2), then the rule edited last, then the id: a total order, the same everywhere. */
export function standingOrder(left: Rule, right: Rule): number {
  return left.priority - right.priority || right.editedAt - left.editedAt || (left.id < right.id ? -1 : 1);
}
