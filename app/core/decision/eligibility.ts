import type { CatalogProduct } from "../catalog/catalog.ts";
import type { Facts } from "../facts/facts.ts";
import type { CompiledRulebook } from "../rules/compile.ts";
import { type ConditionTrace, evaluate } from "../rules/evaluate.ts";
import type { Rule } from "../rules/rulebook.ts";
import { invariant } from "../values/invariant.ts";
import type { Verdict } from "./decision.ts";
import { guards } from "./guards.ts";

/** A candidate that was looked at: it may be shown, or it has its verdict. */
export type Judged =
  | {
      readonly kind: "kept";
      readonly rule: Rule;
      readonly product: CatalogProduct;
      readonly conditions: readonly ConditionTrace[];
    }
  | { readonly kind: "refused"; readonly verdict: Verdict };

/** Whether the rule's conditions hold and no guard objects to its offer. */
export function judge(rule: Rule, facts: Facts, { catalog }: CompiledRulebook): Judged {
  const { holds, trace } = evaluate(rule.when, facts);
  if (holds !== "true") {
    const because = holds === "false" ? "failed" : "unknown";
    return { kind: "refused", verdict: verdictOn(rule, trace, { kind: "unfit", because }) };
  }
  for (const guard of guards) {
    const objection = guard(rule.path.offer, facts, catalog);
    if (objection) {
      return { kind: "refused", verdict: verdictOn(rule, trace, { kind: "dropped", guard: objection }) };
    }
  }
  const product = catalog.products.get(rule.path.offer.source.product);
  invariant(product, "the known-product guard lets no unknown product through");
  return { kind: "kept", rule, product, conditions: trace };
}

export function verdictOn(rule: Rule, conditions: readonly ConditionTrace[], outcome: Verdict["outcome"]): Verdict {
  return { rule: rule.id, ruleName: rule.name, priority: rule.priority, conditions, outcome };
}
