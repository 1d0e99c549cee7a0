import { boughtAnyOf } from "./bought-any-of.ts";
import type { Condition } from "./condition.ts";

/** Every condition there is. To add one: write its file and its `.words.ts`, and name it here and in `words.ts`. */
export const conditions = {
  [boughtAnyOf.kind]: boughtAnyOf,
} as const;

type Conditions = typeof conditions;
export type ConditionKind = keyof Conditions;

/** A condition as a rule writes it: its kind and its parameters, side by side. */
export type ConditionSpec = {
  [Kind in ConditionKind]: Conditions[Kind] extends Condition<Kind, infer Parameters>
    ? { readonly kind: Kind } & Parameters
    : never;
}[ConditionKind];
