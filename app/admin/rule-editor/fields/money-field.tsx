import { TextField, type TextFieldProps } from "@shopify/polaris";
import type { Currency } from "#app/core/values/currency.ts";
import type { Place } from "../places.ts";
import { useMoneyText } from "./use-money-text.ts";

const AN_EXAMPLE = 395;

/** An amount that has to be there. */
export function MoneyField({
  place,
  currency,
  ...shown
}: {
  readonly place: Place;
  readonly currency: Currency;
} & Pick<TextFieldProps, "label" | "labelHidden" | "helpText" | "connectedRight">) {
  return <TextField {...useMoneyText(place, currency, AN_EXAMPLE)} {...shown} />;
}
