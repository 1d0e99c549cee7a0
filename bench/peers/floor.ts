import type { Facts } from "#app/core/facts/facts.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { Winner } from "./peer.ts";

/** What cannot be undercut: for each line one `Map.get` by product, the first rule of that list, nothing checked. */
export function floor(rules: readonly Rule[]): (facts: Facts) => Winner {
  const byProduct = new Map<ProductId, Rule[]>();
  for (const rule of rules) {
    for (const product of productsOf(rule)) {
      const rulesOf = byProduct.get(product);
      if (rulesOf) rulesOf.push(rule);
      else byProduct.set(product, [rule]);
    }
  }
  return ({ lines }) => {
    let first: Rule | undefined;
    for (const { product } of lines) {
      const rule = byProduct.get(product)?.[0];
      if (rule && (first === undefined || rule.priority < first.priority)) first = rule;
    }
    return first?.id;
  };
}

function productsOf({ when }: Rule): readonly ProductId[] {
  const clauses = "all" in when ? when.all : [];
  return clauses.flatMap((clause) =>
    "kind" in clause && clause.kind === "product" && clause.lines === "any" ? clause.products : [],
  );
}
