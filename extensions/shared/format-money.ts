import { type Currency, minorDigitsOf } from "#app/core/values/currency.ts";

/** An amount as the shopper reads it: minor units and an ISO 4217 code in, "£10.84" or "10,84 €" out. */
export type FormatMoney = (minor: number, currency: string) => string;

/**
 * Writes money as `locale` does. `Intl` is not among the globals that the worker promises: without it (or when it doesn't
 * know the locale) amounts read "1,234.50 GBP", in German, Spanish, French and Portuguese "1.234,50 GBP", always with the currency's own decimals.
 */
export function moneyFormat(locale: string): FormatMoney {
  return (minor, currency) => {
    const digits = digitsOf(currency);
    const amount = minor / 10 ** digits;
    try {
      const style = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits };
      return new Intl.NumberFormat(locale.replace("_", "-"), style as Intl.NumberFormatOptions).format(amount);
    } catch {
      return `${plainNumber(amount, digits, /^(de|es|fr|pt)/i.test(locale))} ${currency}`;
    }
  };
}

/** "10.84" GBP → 1084. Amounts come from Shopify with at most the currency's decimals, so the rounding only undoes binary dust. */
export function minorOf(amount: string, currency: string): number {
  return Math.round(Number(amount) * 10 ** digitsOf(currency));
}

export function digitsOf(currency: string): number {
  return minorDigitsOf(currency as Currency);
}

function plainNumber(amount: number, digits: number, commaIsDecimal: boolean): string {
  const [whole = "0", decimals] = amount.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, commaIsDecimal ? "." : ",");
  return decimals ? grouped + (commaIsDecimal ? "," : ".") + decimals : grouped;
}
