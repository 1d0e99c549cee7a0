import type { Condition } from "./condition.ts";
import { country } from "./country.ts";
import { orderValue } from "./order-value.ts";
import { product } from "./product.ts";

/** Every condition there is. To add one: write its file and its `.words.ts`, and name it here and in `words.ts`. */
export const conditions = {
  [product.kind]: product,
  [orderValue.kind]: orderValue,
  [country.kind]: country,
} as const;

type Conditions = typeof conditions;
export type ConditionKind = keyof Conditions;

/** A condition as a rule writes it: its kind and its parameters, side by side. */
export type ConditionSpec = {
  [Kind in ConditionKind]: Conditions[Kind] extends Condition<Kind, infer Parameters, infer _Prepared>
    ? { readonly kind: Kind } & Parameters
    : never;
}[ConditionKind];

/** What `compile` made of a condition's parameters; only its own `holds` knows what is in it. */
declare const prepared: unique symbol;
export type Prepared = { readonly [prepared]: true };

export function prepare(spec: ConditionSpec): Prepared {
  const condition = conditions[spec.kind] as unknown as Condition<string, ConditionSpec, Prepared>;
  return condition.prepare ? condition.prepare(spec) : (spec as unknown as Prepared);
}

/** The `holds` of a kind, for parameters that `prepare` made of the same kind. */
export function holdsOf(kind: ConditionKind): Condition<string, ConditionSpec, Prepared>["holds"] {
  return conditions[kind].holds as unknown as Condition<string, ConditionSpec, Prepared>["holds"];
}
