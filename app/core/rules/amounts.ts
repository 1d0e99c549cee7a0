import type { Money } from "../values/money.ts";
import { amountFrom, list, type Shape } from "./shapes.ts";

/** An amount in minor units that is not nothing. */
export const someAmount = amountFrom(1, "This amount is a whole number of pence, cents or the like, 1 or more.");

/** One amount for each currency. */
export function perCurrency(each: Shape<Money>): Shape<readonly Money[]> {
  return list(each, {
    sentence: "Give an amount in at least one currency.",
    most: 200,
    distinct: {
      by: (item) => {
        const { value } = item.at("currency");
        return typeof value === "string" ? value.toUpperCase() : undefined;
      },
      at: "currency",
      sentence: (code) => `There is another amount in ${code} already.`,
    },
  });
}
