import type { Currency } from "#app/core/values/currency.ts";
import { decimalOf, type Money, percentOf } from "#app/core/values/money.ts";
import type { MoneyBag } from "./post-purchase/wire.ts";

/** One fixed rate will do: second-currency purchases only exist to be turned away from the page. */
const PERCENT_OF_A_POUND: Readonly<Record<string, number>> = { EUR: 117 };

/** An amount as shown to a shopper who pays in `currency`. */
export function presented(amount: Money, currency: string): Money {
  const percent = PERCENT_OF_A_POUND[currency];
  if (currency === amount.currency || percent === undefined) return amount;
  const whole = Math.trunc(percent / 100) * amount.minor;
  const rest = percentOf(amount, percent % 100).minor;
  return { minor: whole + rest, currency: currency as Currency };
}

/** The amount in the shop's and the shopper's currency, as the post-purchase page and GraphQL have it. */
export function moneyBag(amount: Money, presentmentCurrency: string): MoneyBag {
  const shown = presented(amount, presentmentCurrency);
  return {
    shopMoney: { amount: decimalOf(amount), currencyCode: amount.currency },
    presentmentMoney: { amount: decimalOf(shown), currencyCode: shown.currency },
  };
}
