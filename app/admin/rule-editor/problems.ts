import type { Problem } from "#app/core/rules/reading.ts";
import type { Rule } from "#app/core/rules/rulebook.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import type { RuleDocument } from "./editing.tsx";
import { sentDocument } from "./rule-document.ts";

/** What is the server's to give. */
type Given = Pick<Rule, "id" | "status" | "editedAt">;

export interface Checked {
  /** The rule that is written; undefined while something is wrong with it. */
  readonly rule: Rule | undefined;
  readonly problems: readonly Problem[];
}

/** What is written as the rule it is, or all that is wrong with it, as the server would find it. */
export function checkedDocument(
  document: RuleDocument,
  products: ReadonlyMap<ProductId, PickedProduct>,
  { id, status, editedAt }: Given,
): Checked {
  const validated = validateRule({ ...sentDocument(document, products), id, status, editedAt });
  if (validated.kind === "valid") return { rule: validated.rule, problems: [] };
  const others = validated.problems.filter(({ path }) => path !== "name");
  // What is missing besides may be what names the rule.
  const isUnnamed = typeof document.name === "string" && document.name.trim() === "";
  return { rule: undefined, problems: isUnnamed && others.length > 0 ? others : validated.problems };
}
