import type { ConditionSpec } from "../../rules/conditions/index.ts";
import { isCondition } from "../../rules/conjuncts.ts";
import type { Clause } from "../../rules/rulebook.ts";

/** Where a key is looked up: on each line of the purchase, or once for the purchase. */
export type Facet =
  | "product"
  | "variant"
  | "collection"
  | "tag"
  | "type"
  | "vendor"
  | "country"
  | "currency"
  | "language";

/** A clause that has keys can hold only for a purchase that has one of them. */
export interface Keys {
  readonly facet: Facet;
  readonly values: readonly string[];
  /** The clause holds for every purchase that has one of them: it need not be asked again. */
  readonly suffices: boolean;
}

/** The keys of a clause; several facets where it is a choice between them. Undefined when it cannot be found by keys. */
export function keysOf(clause: Clause): readonly Keys[] | undefined {
  if (isCondition(clause)) {
    const keys = keysOfCondition(clause);
    return keys && [keys];
  }
  if ("any" in clause) {
    const parts = clause.any.map(keysOf);
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  return undefined;
}

/** The parameter that holds the keys of each kind that has some. */
const KEYS_IN: { readonly [Kind in Facet]: string } = {
  product: "products",
  variant: "variants",
  collection: "collections",
  tag: "tags",
  type: "types",
  vendor: "vendors",
  country: "countries",
  currency: "currencies",
  language: "languages",
};

function keysOfCondition(spec: ConditionSpec): Keys | undefined {
  const facet = spec.kind as Facet;
  const values = (spec as unknown as Readonly<Record<string, readonly string[]>>)[KEYS_IN[facet]];
  if (!values) return undefined;
  if (!("lines" in spec)) return { facet, values, suffices: true };
  if (spec.lines === "none") return undefined;
  // What comes from the shop's copy is compared in ways of its own (case, spaces): found by key, then asked exactly.
  const isExact = facet === "product" || facet === "variant";
  // Of all that must be bought, one is enough to find the rule by.
  return spec.lines === "all"
    ? { facet, values: values.slice(0, 1), suffices: isExact && values.length === 1 }
    : { facet, values, suffices: isExact && spec.lines === "any" };
}
