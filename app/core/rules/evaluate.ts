import type { Catalog } from "../catalog/catalog.ts";
import type { Facts } from "../facts/facts.ts";
import type { Truth } from "./conditions/condition.ts";
import { prepareClause, truthIn } from "./prepared-clause.ts";
import type { Clause } from "./rulebook.ts";

/** Whether the clause holds for the facts, asked once: what is asked often is prepared first. */
export function evaluate(clause: Clause, facts: Facts, catalog: Catalog): Truth {
  return truthIn(prepareClause(clause), facts, catalog);
}
