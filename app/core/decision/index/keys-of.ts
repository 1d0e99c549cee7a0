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

function keysOfCondition(spec: Extract<Clause, { kind: string }>): Keys | undefined {
  switch (spec.kind) {
    case "product":
      return lineKeys("product", spec.lines, spec.products);
    case "variant":
      return lineKeys("variant", spec.lines, spec.variants);
    case "collection":
      return lineKeys("collection", spec.lines, spec.collections);
    case "tag":
      return lineKeys("tag", spec.lines, spec.tags);
    case "type":
      return lineKeys("type", spec.lines, spec.types);
    case "vendor":
      return lineKeys("vendor", spec.lines, spec.vendors);
    case "country":
      return { facet: "country", values: spec.countries, suffices: true };
    case "currency":
      return { facet: "currency", values: spec.currencies, suffices: true };
    case "language":
      return { facet: "language", values: spec.languages, suffices: true };
    default:
      return undefined;
  }
}

function lineKeys(facet: Facet, lines: "any" | "all" | "only" | "none", values: readonly string[]): Keys | undefined {
  // What comes from the shop's copy is compared in ways of its own (case, spaces): found by key, then asked exactly.
  const isExact = facet === "product" || facet === "variant";
  if (lines === "none") return undefined;
  // Of all that must be bought, one is enough to find the rule by.
  return lines === "all"
    ? { facet, values: values.slice(0, 1), suffices: isExact && values.length === 1 }
    : { facet, values, suffices: isExact && lines === "any" };
}
