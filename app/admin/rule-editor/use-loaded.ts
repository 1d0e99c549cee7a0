import { useMemo } from "react";
import { pickedFromCatalog } from "../rules/picked-product.ts";
import type { RuleDocument } from "./editing.tsx";
import type { RuleEditorData } from "./editor-data.ts";
import { documentOf } from "./rule-document.ts";
import type { Begun, Known } from "./use-rule-editing.ts";

/** What the server gave, as the editor works with it: the same until it is loaded anew. */
export function useLoaded(
  data: RuleEditorData,
  template: RuleDocument,
): { readonly loaded: Begun; readonly known: Known } {
  const { rule, shop, rules, products, collections, lastPriority: priority } = data;
  const loaded = useMemo(
    () => ({ document: rule ? documentOf(rule) : { ...template, priority }, rule }),
    [rule, template, priority],
  );
  const known = useMemo(
    () => ({
      shop,
      rules,
      products: products.map((product) => pickedFromCatalog(product.id, product)),
      collections: new Map(collections.map((one) => [one.id, one])),
    }),
    [shop, rules, products, collections],
  );
  return { loaded, known };
}
