import { decimalOf, type Money } from "#app/core/values/money.ts";

/** "12.75 GBP": the same on every machine, whatever its language. */
export function amountText(amount: Money): string {
  return `${decimalOf(amount)} ${amount.currency}`;
}
