import type { CatalogProduct } from "#app/core/catalog/catalog.ts";
import { productsNamedBy } from "#app/core/rules/products-named.ts";
import { ruleSentence } from "#app/core/rules/rule.words.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { RuleId } from "#app/core/values/ids.ts";
import type { RulesScreen } from "#app/stores/read-models/rules-screen.ts";
import { namesOf } from "../english-names.ts";
import { type PausedItself, pausedItself, type RuleStatus, statusOf } from "./rule-row.ts";
import { simpleRuleOf } from "./simple-rule.ts";
import { warningsOf } from "./warnings.ts";

export interface RuleEditorData {
  readonly shop: { readonly currency: Currency; readonly timezone: string };
  /** As the shop edits it; absent for a rule that is not there yet. */
  readonly rule?: Rule | undefined;
  readonly status: RuleStatus;
  /** The whole rule in words, where it says more than the editor has fields for: it is shown and not edited. */
  readonly readOnly?: string | undefined;
  readonly pausedItself?: PausedItself | undefined;
  readonly warnings: readonly string[];
  /** Our copy of the products the rule names. */
  readonly products: readonly CatalogProduct[];
}

/** What the editor of one rule needs; undefined when the shop has no such rule. */
export function editorDataOf(screen: RulesScreen, id: RuleId | "new"): RuleEditorData | undefined {
  const { shop, draft, published, products } = screen;
  if (id === "new") return { shop, status: "draft", warnings: [], products: [] };
  const rule = draft.rulebook.rules.find((one) => one.id === id);
  if (!rule) return undefined;
  const named = productsNamedBy(rule);
  const itsProducts = products.filter((product) => named.has(product.id));
  const readOnly = simpleRuleOf(rule, shop.currency)
    ? {}
    : { readOnly: ruleSentence(rule, namesOf(screen, shop.timezone, draft.rulebook)) };
  return {
    shop,
    rule,
    status: statusOf(
      rule,
      published?.rulebook.rules.find((live) => live.id === id),
    ),
    ...readOnly,
    ...pausedItself(rule),
    warnings: warningsOf(rule, new Map(itsProducts.map((product) => [product.id, product]))),
    products: itsProducts,
  };
}
