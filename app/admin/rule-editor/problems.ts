import type { Problem } from "#app/core/rules/reading.ts";
import { validateRule } from "#app/core/rules/validate-rulebook.ts";
import type { ProductId } from "#app/core/values/ids.ts";
import type { PickedProduct } from "../rules/picked-product.ts";
import type { RuleDocument } from "./editing.tsx";
import { namedDocument } from "./rule-document.ts";

/** All that is wrong with what is written, as the server would find it. */
export function problemsIn(
  document: RuleDocument,
  products: ReadonlyMap<ProductId, PickedProduct>,
): readonly Problem[] {
  const validated = validateRule({ ...namedDocument(document, products), ...GIVEN });
  return validated.kind === "invalid" ? validated.problems : [];
}

/** What is the server's to give. */
export const GIVEN = { id: "a", status: "draft", editedAt: 0 };
