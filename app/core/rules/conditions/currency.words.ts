import type { Currency } from "../../values/currency.ts";
import { list, type Shape, textLike } from "../shapes.ts";
import { type ConditionWords, counted } from "./condition-words.ts";

const code = textLike(/^[A-Z]{3}$/, "problem.condition.currency") as Shape<Currency>;

export const currencyWords: ConditionWords<"currency"> = {
  parameters: { currencies: list(code, { message: "problem.condition.currencies", most: 200 }) },
  sentence: ({ currencies }, { say }) => say("engine.condition.currency", counted(currencies, String, say)),
  was: (_spec, { presentmentCurrency }) => presentmentCurrency,
};
