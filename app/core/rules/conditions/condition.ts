import type { Catalog } from "../../catalog/catalog.ts";
import type { FactName } from "../../facts/fact-names.ts";
import type { Facts } from "../../facts/facts.ts";

/** Kleene's three values: unknown is neither true nor false, and a rule fits only on true. */
export type Truth = "true" | "false" | "unknown";

/**
 * One condition as a value: the editor, the validator, the engine and the explanation all read it. What is said about it
 * (how it is written, its sentence, the value it saw) stands in the sibling `.words.ts`, so that what only decides leaves it out.
 */
export interface Condition<Kind extends string, Parameters, Prepared = Parameters> {
  readonly kind: Kind;
  /** The facts it reads: tells which surfaces can know it. */
  readonly needs: readonly FactName[];
  /** What is worth making once, off the request path: sets of ids, folded texts. Absent: the parameters as they are. */
  readonly prepare?: (parameters: Parameters) => Prepared;
  /** Allocates nothing: it is asked some hundred thousand times a second. */
  readonly holds: (prepared: Prepared, facts: Facts, catalog: Catalog) => Truth;
}

export function condition<Kind extends string, Parameters>(
  definition: Condition<Kind, Parameters> & { readonly prepare?: never },
): Condition<Kind, Parameters>;
export function condition<Kind extends string, Parameters, Prepared>(
  definition: Condition<Kind, Parameters, Prepared>,
): Condition<Kind, Parameters, Prepared>;
export function condition<Definition>(definition: Definition): Definition {
  return definition;
}

export const truthOf = (holds: boolean): Truth => (holds ? "true" : "false");
