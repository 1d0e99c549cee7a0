import { TextField, type TextFieldProps } from "@shopify/polaris";
import { useDecimalMark } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import type { Place } from "../places.ts";
import { isTwoNumbers, numberShown, numberTyped } from "./typed.ts";
import { useTypedText } from "./use-typed-text.ts";

/** A number of the rule; emptied, it is absent where it may be, and else told to be missing. */
export function NumberField({
  place,
  mayBeAbsent = false,
  ...shown
}: {
  readonly place: Place;
  readonly mayBeAbsent?: boolean;
} & Pick<TextFieldProps, "label" | "labelHidden" | "prefix" | "suffix" | "helpText" | "placeholder">) {
  const say = useSay();
  const mark = useDecimalMark();
  const { error, ...field } = useTypedText(place, {
    meaning: (text) => (mayBeAbsent && text.trim() === "" ? undefined : numberTyped(text)),
    shown: (value) => numberShown(value, mark),
  });
  const wrong =
    error && isTwoNumbers(field.value) ? say("offer.amount.two-numbers", { typed: field.value.trim() }) : error;
  return <TextField {...field} {...shown} error={wrong} inputMode="decimal" />;
}
