import type { Catalog } from "../catalog/catalog.ts";
import type { Facts, PurchaseLine } from "../facts/facts.ts";
import type { ConditionSpec } from "../rules/conditions/index.ts";
import { type PreparedClause, prepareClause, truthIn } from "../rules/prepared-clause.ts";
import type { Clause } from "../rules/rulebook.ts";
import { remembered } from "../values/remembered.ts";

/**
 * The line that made the rule fit, the first of several: the first that alone passes a condition on lines which must
 * hold. Undefined where no condition speaks of lines, or only of what was not bought.
 */
export function triggerLine(when: Clause, { lines }: Facts, catalog: Catalog): PurchaseLine | undefined {
  const triggers = remembered(prepared, when, triggersOf);
  return lines.find((line) => {
    // A condition on lines reads no other fact.
    const alone = { lines: [line] } as unknown as Facts;
    return triggers.some((trigger) => truthIn(trigger, alone, catalog) === "true");
  });
}

/** Prepared for the first purchase that a rule wins, and kept as long as the rule. */
const prepared = new WeakMap<Clause, readonly PreparedClause[]>();

const triggersOf = (when: Clause) => triggersIn(when).map(prepareClause);

/** The conditions on lines that can make the clause hold, each asked of one line; those under `none` cannot. */
function triggersIn(clause: Clause): readonly ConditionSpec[] {
  if ("all" in clause) return clause.all.flatMap(triggersIn);
  if ("any" in clause) return clause.any.flatMap(triggersIn);
  if ("none" in clause || !("lines" in clause) || clause.lines === "none") return [];
  return [{ ...clause, lines: "any" }];
}
