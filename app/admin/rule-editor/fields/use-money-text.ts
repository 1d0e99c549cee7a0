import type { Currency } from "#app/core/values/currency.ts";
import { useDecimalMark } from "../../format.tsx";
import { useSay } from "../../say.tsx";
import type { Place } from "../places.ts";
import { isTwoNumbers, minorShown, minorTyped } from "./typed.ts";
import { useTypedText } from "./use-typed-text.ts";

/**
 * The field of an amount as the merchant writes it, "3.95" or "3,95", at the place of a `{ minor, currency }`. What is wrong
 * with it is said of what was typed, with `example` (in the minor unit) as one that is right: the engine's own sentence
 * speaks of pence.
 */
export function useMoneyText(place: Place, currency: Currency, example: number) {
  const say = useSay();
  const mark = useDecimalMark();
  const { error, ...field } = useTypedText(`${place}.minor`, {
    meaning: (text) => minorTyped(text, currency, mark),
    shown: (value) => minorShown(value, currency, mark),
  });
  const wrong = isTwoNumbers(field.value)
    ? say("offer.amount.two-numbers", { typed: field.value.trim() })
    : say("offer.amount.wrong", { example: minorShown(example, currency, mark) });
  return { ...field, error: error && wrong, inputMode: "decimal" as const, prefix: currency };
}
