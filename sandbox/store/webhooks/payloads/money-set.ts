import { decimalOf, type Money } from "#app/core/values/money.ts";
import { presented } from "../../money-bag.ts";

/** The REST spelling of a money bag. */
export function moneySet(amount: Money, presentmentCurrency: string) {
  const shown = presented(amount, presentmentCurrency);
  return {
    shop_money: { amount: decimalOf(amount), currency_code: amount.currency },
    presentment_money: { amount: decimalOf(shown), currency_code: shown.currency },
  };
}
