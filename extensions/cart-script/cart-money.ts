import { type Currency, minorDigitsOf } from "#app/core/values/currency.ts";
import type { Money } from "#app/core/values/money.ts";

/**
 * The AJAX API writes amounts as whole numbers in hundredths, whatever the currency: ¥1,200 is 120000. What it does with
 * a third digit is not documented; taken to be cut off, so that such prices are shown to the hundredth.
 * Source: shopify.dev/docs/api/liquid/objects/cart#cart-total_price.
 */
const AJAX_DIGITS = 2;

/** An amount as the AJAX API writes it. */
export function fromAjax(amount: number, currency: string): Money {
  const digits = minorDigitsOf(currency as Currency);
  return { minor: Math.round(amount * 10 ** (digits - AJAX_DIGITS)), currency: currency as Currency };
}

export type WriteMoney = (amount: Money) => string;

export function writeMoneyIn(locale: string): WriteMoney {
  return ({ minor, currency }) => {
    const digits = minorDigitsOf(currency);
    const style = {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    } as const;
    return new Intl.NumberFormat(locale, style).format(minor / 10 ** digits);
  };
}
