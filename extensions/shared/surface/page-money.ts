import { type Currency, minorDigitsOf } from "#app/core/values/currency.ts";
import type { Money } from "#app/core/values/money.ts";
import type { PageMoney, SurfacePage } from "./page.ts";

/** 10.84 GBP → 1084. Shopify gives at most the currency's decimals, so the rounding only undoes binary dust. */
export function moneyOf({ amount, currencyCode }: PageMoney): Money {
  const currency = currencyCode as Currency;
  return { minor: Math.round(amount * 10 ** minorDigitsOf(currency)), currency };
}

/** As the shopper reads amounts, with the currency's own decimals: "£10.84", "10,84 €", "¥1,084", "د.ك 1.084". */
export function writeMoney({ i18n }: SurfacePage, { minor, currency }: Money): string {
  return i18n.formatCurrency(minor / 10 ** minorDigitsOf(currency), { currency });
}
