import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { productsNamedBy } from "#app/core/rules/products-named.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import { type RuleStatus, type RulesAsKept, statusOf } from "./rule-row.ts";
import { warningsOf } from "./warnings.ts";

export interface RuleEditorData {
  readonly shop: { readonly currency: Currency; readonly timezone: string };
  /** As the shop edits it; absent for a rule that is not there yet. */
  readonly rule?: Rule | undefined;
  readonly status: RuleStatus;
  readonly warnings: readonly string[];
  /** Our copy of the products the rule names. */
  readonly products: readonly CatalogProduct[];
}

/** What the editor of one rule needs; undefined when the shop has no such rule. */
export function editorDataOf(
  { shop, draft, published, products }: RulesAsKept & Pick<RuleEditorData, "shop">,
  id: RuleId | "new",
): RuleEditorData | undefined {
  if (id === "new") return { shop, status: "draft", warnings: [], products: [] };
  const rule = draft.rulebook.rules.find((one) => one.id === id);
  if (!rule) return undefined;
  const named = productsNamedBy(rule);
  const itsProducts = products.filter((product) => named.has(product.id));
  return {
    shop,
    rule,
    status: statusOf(rule, published?.rulebook),
    warnings: warningsOf(rule, new Map(itsProducts.map((product) => [product.id, product]))),
    products: itsProducts,
  };
}
