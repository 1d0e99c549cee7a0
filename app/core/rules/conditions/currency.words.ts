import type { Currency } from "../../values/currency.ts";
import { list, type Shape, textLike } from "../shapes.ts";
import { type ConditionWords, oneOfWords } from "./condition-words.ts";

const code = textLike(/^[A-Z]{3}$/, "problem.condition.currency") as Shape<Currency>;

export const currencyWords: ConditionWords<"currency"> = {
  parameters: { currencies: list(code, { message: "problem.condition.currencies", most: 200 }) },
  sentence: ({ currencies }) => `is paid in ${oneOfWords(currencies)}`,
  was: (_spec, { presentmentCurrency }) => presentmentCurrency,
};
