import { TextField, type TextFieldProps } from "@shopify/polaris";
import type { Place } from "../places.ts";
import { numberShown, numberTyped } from "./typed.ts";
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
  const field = useTypedText(place, {
    meaning: (text) => (mayBeAbsent && text.trim() === "" ? undefined : numberTyped(text)),
    shown: numberShown,
  });
  return <TextField {...field} {...shown} inputMode="decimal" />;
}
