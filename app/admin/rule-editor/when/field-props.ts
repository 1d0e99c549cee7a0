import type { ConditionKind } from "#app/core/rules/conditions/index.ts";
import type { Place } from "../places.ts";
import type { Parameter } from "./condition-kinds.ts";

/** What the field of one parameter of a condition is told. */
export interface FieldProps {
  readonly place: Place;
  readonly kind: ConditionKind;
  readonly parameter: Parameter;
  readonly label: string;
  readonly helpText?: string | undefined;
}
