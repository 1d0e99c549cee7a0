import type { Money } from "../values/money.ts";
import { amountFrom, list, type Shape } from "./shapes.ts";

/** An amount in minor units that is not nothing. */
export const someAmount = amountFrom(1, "problem.amount.some");

/** One amount for each currency. */
export function perCurrency(each: Shape<Money>): Shape<readonly Money[]> {
  return list(each, {
    message: "problem.amount.none",
    most: 200,
    distinct: {
      by: (item) => {
        const { value } = item.at("currency");
        return typeof value === "string" ? value.toUpperCase() : undefined;
      },
      at: "currency",
      message: (currency) => ({ message: "problem.amount.twice", values: { currency } }),
    },
  });
}
