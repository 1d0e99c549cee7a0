import { TextField, type TextFieldProps } from "@shopify/polaris";
import type { Currency } from "#app/core/values/currency.ts";
import { decimalOf } from "#app/core/values/money.ts";
import { useSay } from "../../say.tsx";
import type { Place } from "../places.ts";
import { minorShown, minorTyped } from "./typed.ts";
import { useTypedText } from "./use-typed-text.ts";

const AN_EXAMPLE = 395;

/**
 * An amount as the merchant writes it, "3.95", at the place of a `{ minor, currency }` of the rule. What is wrong with it is
 * said of what was typed: the rule's own sentence speaks of pence.
 */
export function MoneyField({
  place,
  currency,
  ...shown
}: {
  readonly place: Place;
  readonly currency: Currency;
} & Pick<TextFieldProps, "label" | "labelHidden" | "helpText" | "connectedRight">) {
  const say = useSay();
  const { error, ...field } = useTypedText(`${place}.minor`, {
    meaning: (text) => minorTyped(text, currency),
    shown: (value) => minorShown(value, currency),
  });
  const wrong = error && say("offer.amount.wrong", { example: decimalOf({ minor: AN_EXAMPLE, currency }) });
  return <TextField {...field} {...shown} error={wrong} inputMode="decimal" prefix={currency} />;
}
