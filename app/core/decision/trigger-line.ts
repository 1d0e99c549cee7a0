import type { Catalog } from "../catalog/catalog.ts";
import type { Facts, PurchaseLine } from "../facts/facts.ts";
import type { ConditionSpec } from "../rules/conditions/index.ts";
import { evaluate } from "../rules/evaluate.ts";
import type { Clause } from "../rules/rulebook.ts";

/**
 * The line that made the rule fit, the first of several: the first that alone passes a condition on lines which must
 * hold. Undefined where no condition speaks of lines, or only of what was not bought.
 */
export function triggerLine(when: Clause, facts: Facts, catalog: Catalog): PurchaseLine | undefined {
  const triggers = triggersIn(when);
  return facts.lines.find((line) =>
    triggers.some((trigger) => evaluate(trigger, { ...facts, lines: [line] }, catalog) === "true"),
  );
}

/** The conditions on lines that can make the clause hold, each asked of one line; those under `none` cannot. */
function triggersIn(clause: Clause): readonly ConditionSpec[] {
  if ("all" in clause) return clause.all.flatMap(triggersIn);
  if ("any" in clause) return clause.any.flatMap(triggersIn);
  if ("none" in clause || !("lines" in clause) || clause.lines === "none") return [];
  return [{ ...clause, lines: "any" }];
}
