import { TextField } from "@shopify/polaris";
import type { ConditionKind } from "#app/core/rules/conditions/index.ts";
import type { Currency } from "#app/core/values/currency.ts";
import type { Message } from "#app/core/values/say.ts";
import { useSay } from "../../say.tsx";
import { useEditing, useProblem } from "../editing.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { useMoneyText } from "../fields/use-money-text.ts";
import { type Place, valueAt } from "../places.ts";
import type { FieldProps } from "./field-props.ts";

const UNITS: Partial<Readonly<Record<ConditionKind, Message>>> = {
  quantity: "editor.unit.pieces",
  "line-count": "editor.unit.lines",
  "order-count": "editor.unit.orders",
  "days-since-last-order": "editor.unit.days",
};

/** One end of a range, of numbers or of money; left empty, that end is open. */
export function BoundField({ place, kind, parameter, label }: FieldProps) {
  const say = useSay();
  if (parameter.schema.type === "object") return <AmountOrNoneField place={place} label={label} />;
  const unit = UNITS[kind];
  const suffix = unit ? say(unit) : kind === "discount-percent" ? "%" : undefined;
  return <NumberField place={place} label={label} mayBeAbsent {...(suffix ? { suffix } : {})} />;
}

const AN_EXAMPLE = 2_000;

/** An amount that may be left out, in the shop's currency where the rule names no other. */
export function AmountOrNoneField({
  place,
  label,
  helpText,
}: {
  readonly place: Place;
  readonly label: string;
  readonly helpText?: string;
}) {
  const { document, shop, set, left } = useEditing();
  const written = valueAt(document, `${place}.currency`);
  const currency = (typeof written === "string" ? written : shop.currency) as Currency;
  const problem = useProblem(place);
  const field = useMoneyText(place, currency, AN_EXAMPLE);
  return (
    <TextField
      {...field}
      label={label}
      helpText={helpText}
      error={field.error ?? problem}
      onChange={(text) => {
        if (text.trim() === "") return set(place, undefined);
        if (written === undefined) set(`${place}.currency`, currency);
        field.onChange(text);
      }}
      onBlur={() => {
        field.onBlur();
        left(place);
      }}
    />
  );
}
