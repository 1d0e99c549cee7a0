import { minorDigitsOf } from "#app/core/values/currency.ts";
import type { Money } from "#app/core/values/money.ts";

/** "£12.75" as `locale` writes it. `Intl` takes a decimal number: dividing by a power of ten is exact enough to show. */
export function moneyText({ minor, currency }: Money, locale = "en"): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(minor / 10 ** minorDigitsOf(currency));
}
