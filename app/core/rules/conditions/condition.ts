import type { FactName, Facts } from "../../facts/facts.ts";

/**
 * What became of one condition on one purchase. Three values, as in Kleene's logic: *unknown* when a fact it needs is
 * absent on this surface. `was` holds the value that was compared, so that the explanation can say it.
 */
export type Outcome =
  | { readonly kind: "passed"; readonly was?: unknown }
  | { readonly kind: "failed"; readonly was?: unknown }
  | { readonly kind: "unknown"; readonly missing: readonly FactName[] };

/** One condition as a value: the editor, the validator, the engine and the explanation all read it. */
export interface Condition<Kind extends string, Parameters> {
  readonly kind: Kind;
  /** The facts it reads: tells which surfaces can know it. */
  readonly needs: readonly FactName[];
  readonly check: (parameters: Parameters, facts: Facts) => Outcome;
}

export function condition<Kind extends string, Parameters>(
  definition: Condition<Kind, Parameters>,
): Condition<Kind, Parameters> {
  return definition;
}

export const passed = (was?: unknown): Outcome => ({ kind: "passed", ...(was === undefined ? {} : { was }) });
export const failed = (was?: unknown): Outcome => ({ kind: "failed", ...(was === undefined ? {} : { was }) });
