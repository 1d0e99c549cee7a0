import { type Money, percentOf, sum, zero } from "#app/core/values/money.ts";
import type { TaxLine } from "../state/order.ts";

/** Standard VAT rates in per cent, 2026, where this shop is registered; sales elsewhere leave without tax. */
const VAT_PERCENT: Readonly<Record<string, number>> = {
  GB: 20,
  AT: 20,
  BE: 21,
  DE: 19,
  ES: 21,
  FR: 20,
  IE: 23,
  IT: 22,
  NL: 21,
  PT: 23,
};

/** The tax on an amount that has none in it, rounded to the minor unit; empty where nothing is due. */
export function taxOn(amount: Money, country: string, taxable: boolean): TaxLine[] {
  const percent = VAT_PERCENT[country];
  if (!taxable || percent === undefined || amount.minor === 0) return [];
  return [{ title: "VAT", rate: percent / 100, amount: percentOf(amount, percent) }];
}

/** Lines of one title and rate put together, in order of appearance. */
export function taxLinesTogether(lines: readonly TaxLine[]): TaxLine[] {
  const together = new Map<string, TaxLine>();
  for (const line of lines) {
    const key = `${line.title} ${line.rate}`;
    const before = together.get(key);
    together.set(key, before ? { ...line, amount: sum([before.amount, line.amount], line.amount.currency) } : line);
  }
  return [...together.values()];
}

export function taxTotal(lines: readonly TaxLine[], like: Money): Money {
  return lines.length === 0
    ? zero(like.currency)
    : sum(
        lines.map((line) => line.amount),
        like.currency,
      );
}
